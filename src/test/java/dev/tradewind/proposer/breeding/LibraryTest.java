package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Programs are read once, kept for a while, and nobody can tell.
final class LibraryTest {

    @Test
    void a_program_asked_for_again_is_not_read_again() {
        Library library = new Library(2);
        Source first = library.read(Seeds.SCALAR.candidate());
        assertThat(library.read(Seeds.SCALAR.candidate())).isSameAs(first);
    }

    @Test
    void the_program_used_longest_ago_gives_way() {
        Library library = new Library(2);
        Source scalar = library.read(Seeds.SCALAR.candidate());
        Source longs = library.read(Seeds.LONG.candidate());
        library.read(Seeds.SCALAR.candidate());
        library.read(Seeds.TWO_METHODS.candidate());
        assertThat(library.size()).isEqualTo(2);
        assertThat(library.read(Seeds.SCALAR.candidate())).isSameAs(scalar);
        assertThat(library.read(Seeds.LONG.candidate())).isNotSameAs(longs).isEqualTo(longs);
    }

    @Test
    void programs_with_text_kept_as_it_was_written_are_read_afresh() {
        Library library = new Library(2);
        Candidate odd = Seeds.candidate(Seeds.method("int f(int a) { return a >>> 1; }"));
        library.add(odd.id(), SyntaxReader.read(odd.program()));
        Candidate plain = Seeds.SCALAR.candidate();
        library.add(plain.id(), SyntaxReader.read(plain.program()));
        assertThat(library.size()).isOne();
    }

    @Test
    void many_threads_get_what_one_would() throws InterruptedException, ExecutionException {
        List<Ask> asks =
                IntStream.range(0, 400)
                        .mapToObj(at -> Ask.of(List.of(parent(at % 20)), at))
                        .toList();
        TreeBreeding alone = new TreeBreeding(BreedingSettings.DEFAULT);
        List<Proposal> expected = asks.stream().map(alone::propose).toList();
        TreeBreeding shared = new TreeBreeding(BreedingSettings.DEFAULT);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Proposal>> found =
                    asks.stream().map(ask -> threads.submit(() -> shared.propose(ask))).toList();
            for (int at = 0; at < asks.size(); at++) {
                assertThat(found.get(at).get()).isEqualTo(expected.get(at));
            }
        }
    }

    private static Candidate parent(int number) {
        return Seeds.candidate(Seeds.SCALAR.text().replace("item - room", "item - " + number));
    }
}
