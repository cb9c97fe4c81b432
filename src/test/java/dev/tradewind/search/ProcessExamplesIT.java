package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Task.Expectation;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.SandboxException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/// The examples of the shipped tasks that are not in Java come to what their `task.yaml` says, on
/// every rung that works here.
final class ProcessExamplesIT {

    @ParameterizedTest
    @CsvSource({
        "evaluators/job-shop, BUBBLEWRAP",
        "evaluators/job-shop, NAMESPACES",
        "src/main/resources/dev/tradewind/cli/init/python, BUBBLEWRAP",
        "src/main/resources/dev/tradewind/cli/init/c, BUBBLEWRAP",
        "src/main/resources/dev/tradewind/cli/init/c, NAMESPACES"
    })
    void an_example_comes_to_what_it_must_on_every_rung(Path folder, Isolation rung) {
        Task task = CampaignReader.read(folder, List.of()).task();
        try (Assembly assembly = assembly(task, rung)) {
            assertThat(task.examples())
                    .allSatisfy(
                            example ->
                                    assertThat(outcome(assembly, example))
                                            .as(example.name())
                                            .isEqualTo(expected(example)));
        }
    }

    private static Assembly assembly(Task task, Isolation rung) {
        try {
            return Assembly.of(CompiledTask.of(task), 1, 1, rung);
        } catch (SandboxException absent) {
            assumeTrue(false, absent.getMessage());
            throw absent;
        }
    }

    private static String outcome(Assembly assembly, Task.Example example) {
        return switch (assembly.evaluate(example.program(), Split.TRAINING)) {
            case Evaluation.Scored _ -> "scored";
            case Evaluation.Failed failed -> failed.cause().name();
        };
    }

    private static String expected(Task.Example example) {
        return switch (example.expected()) {
            case Expectation.Scored _ -> "scored";
            case Expectation.Failed(FailureCause cause) -> cause.name();
        };
    }
}
