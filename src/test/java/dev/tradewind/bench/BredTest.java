package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Candidate;

import org.junit.jupiter.api.Test;

import java.util.List;

final class BredTest {

    @Test
    void every_candidate_has_a_text_of_its_own_and_comes_again_the_next_time() {
        List<Candidate> candidates = Bred.of(NullWorld.task().task(), 300);
        assertThat(candidates).extracting(Candidate::id).doesNotHaveDuplicates().hasSize(300);
        assertThat(Bred.of(NullWorld.task().task(), 300)).isEqualTo(candidates);
    }
}
