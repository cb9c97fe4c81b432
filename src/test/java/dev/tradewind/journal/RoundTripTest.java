package dev.tradewind.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.proposer.Exchange;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class RoundTripTest {

    private static final Path FOLDER = makeFolder();

    private static Path makeFolder() {
        try {
            return Files.createTempDirectory("journal");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.delete(FOLDER);
    }

    @Property(tries = 150)
    void every_flight_is_read_as_it_was_written(
            @ForAll("flights") Tuple2<Landing, Settlement> flight) throws IOException {
        Landing landing = flight.get1();
        Settlement settlement = flight.get2();
        Plan plan = landing.plan();
        Path file = FOLDER.resolve("journal.sqlite");
        try (Journal journal = SqliteJournal.create(file, Flown.header())) {
            journal.append(landing);
            journal.append(settlement);
        }
        try (RunRecord record = SqliteJournal.read(file)) {
            assertThat(record.landing(plan.line(), plan.flight())).isEqualTo(landing);
            assertThat(record.landings(plan.line())).containsExactly(landing);
            assertThat(record.settlements(plan.line())).containsExactly(settlement);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void an_exchange_is_read_as_it_was_written(@ForAll("exchanges") Exchange exchange)
            throws IOException {
        Path file = FOLDER.resolve("exchange.sqlite");
        try (Journal journal = SqliteJournal.create(file, Flown.header())) {
            journal.append(Flown.plan(Line.SEARCH, 1));
            journal.append(Flown.placed(1, exchange));
            assertThat(journal.exchanges(Line.SEARCH, 1)).containsExactly(exchange);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<Exchange> exchanges() {
        return Flights.exchanges();
    }

    @Provide
    Arbitrary<Tuple2<Landing, Settlement>> flights() {
        return Flights.landings()
                .flatMap(
                        landing ->
                                Flights.settlementsOf(landing)
                                        .map(settlement -> Tuple.of(landing, settlement)));
    }
}
