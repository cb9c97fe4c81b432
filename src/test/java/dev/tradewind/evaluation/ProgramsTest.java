package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.evaluation.Workings.Judging;
import dev.tradewind.evaluation.Workings.Steps;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class ProgramsTest {

    private static final String ABSENT = "no-such-compiler";

    @Test
    void a_missing_fast_compiler_is_done_without_and_told_of() {
        InProcess task = task(List.of(command(ABSENT)), "sh run.sh");
        Programs.require(task);
        assertThat(Programs.spared(task))
                .singleElement()
                .asString()
                .startsWith("no-such-compiler is not installed: early stages use the full build.")
                .endsWith("Install no-such-compiler (apt-get install no-such-compiler).");
    }

    @Test
    void nothing_is_spared_where_everything_is_there() {
        assertThat(Programs.spared(task(List.of(command("sh")), "sh run.sh"))).isEmpty();
    }

    @Test
    void a_task_whose_programs_are_missing_names_them() {
        InProcess task = task(List.of(), ABSENT + " run.x");
        assertThatThrownBy(() -> Programs.require(task))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessage(
                        "this task runs no-such-compiler, which this machine does not have. Install"
                                + " no-such-compiler (apt-get install no-such-compiler).");
    }

    @Test
    void what_lies_in_the_tools_or_has_a_path_is_not_looked_for() {
        assertThat(Programs.external(task(List.of(command("bench")), "/tools/run /candidate/x")))
                .isEmpty();
    }

    private static InProcess task(List<Command> quick, String run) {
        return new InProcess(
                Map.of(),
                Map.of("bench", "#!/bin/sh"),
                new Judging.InJava(Map.of()),
                Map.of(),
                new Steps(List.of(), List.of(), quick, List.of(), command(run)));
    }

    private static Command command(String words) {
        return new Command(List.of(words.split(" ", -1)));
    }
}
