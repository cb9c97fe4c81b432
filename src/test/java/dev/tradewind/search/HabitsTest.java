package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Candidate;
import dev.tradewind.program.ProgramId;

import org.junit.jupiter.api.Test;

final class HabitsTest {

    private static ProgramId program(int number) {
        return Candidate.seed(Lights.SEED.with("Sum.java", "" + number)).id();
    }

    @Test
    void habits_are_known_by_program_and_sample() {
        Habits habits = new Habits();
        habits.note(program(1), 16, "digest");
        assertThat(habits.of(program(1), 16)).isEqualTo("digest");
        assertThat(habits.of(program(1), 4)).isEmpty();
        assertThat(habits.of(program(2), 16)).isEmpty();
    }

    @Test
    void the_oldest_is_forgotten_when_there_is_no_room() {
        Habits habits = new Habits();
        for (int number = 0; number <= 4_096; number++) {
            habits.note(program(number), 4, "digest");
        }
        assertThat(habits.of(program(0), 4)).isEmpty();
        assertThat(habits.of(program(1), 4)).isEqualTo("digest");
    }
}
