package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

final class BenchCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// What it ended with; a wrong use by its message.
    private String run(String... arguments) {
        Console console =
                new Console(new PrintWriter(out, true), new PrintWriter(err, true), new Talk());
        StringBuilder ending = new StringBuilder();
        int code =
                new CommandLine(new BenchCommand(console))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler((wrong, _) -> told(wrong, ending))
                        .setExecutionExceptionHandler((wrong, _, _) -> told(wrong, ending))
                        .execute(arguments);
        return ending.isEmpty() ? "exit " + code : ending.toString();
    }

    private static int told(Exception wrong, StringBuilder ending) {
        ending.append(wrong.getMessage());
        return Exit.USAGE.code();
    }

    @Test
    void the_list_says_what_there_is_and_measures_nothing() {
        assertThat(run("--list")).isEqualTo("exit 0");
        assertThat(out.toString()).contains("engine ", "sandbox ", "guard ", "search ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void an_unknown_suite_is_refused_with_what_there_is() {
        assertThat(run("engines"))
                .contains("engines", "engine, sandbox, guard, law, models, search");
    }

    @Test
    void a_budget_without_a_unit_is_refused() {
        assertThat(run("search", "--budget", "5")).contains("--budget", "5");
    }

    @Test
    void a_folder_that_is_no_task_is_refused() {
        assertThat(run("--task", "src")).contains("--task: src is no task");
    }
}
