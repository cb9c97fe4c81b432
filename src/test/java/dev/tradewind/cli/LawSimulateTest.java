package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LawSimulateTest {

    @Test
    void worlds_with_other_players_stand_in_one_table() {
        Said said =
                Said.by(
                        "law",
                        "simulate",
                        "--world",
                        "lawful,levels",
                        "--problems",
                        "2",
                        "--evaluation",
                        "0.3",
                        "--policies",
                        "law,uniform");
        assertThat(said.out())
                .containsPattern("world +lawful +levels")
                .containsPattern("law, told less +- +[0-9]")
                .containsPattern("uniform +[0-9]");
    }

    @Test
    void an_unknown_world_is_told_with_those_there_are() {
        Said said = Said.by("law", "simulate", "--world", "flat");
        assertThat(said.err()).contains("\"flat\" is no world; there are: lawful, loose");
    }

    @Test
    void one_problem_has_no_error() {
        assertThat(Said.by("law", "simulate", "--problems", "1").err())
                .contains("--problems: 1 is not a count from 2 to");
    }
}
