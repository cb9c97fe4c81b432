package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.sandbox.Device;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/// The key `evaluator.devices`, and a task that has it where there is no such device.
final class DevicesReadingTest {

    private static Task task(String folder) {
        return CampaignReader.read(Path.of("evaluators", folder), List.of()).task();
    }

    @Test
    void hardware_is_opened_for_the_task_that_asks_for_it_and_no_other() {
        assertThat(task("sgemm/cuda").workings())
                .isInstanceOfSatisfying(
                        InProcess.class,
                        process -> assertThat(process.devices()).containsExactly(Device.NVIDIA));
        assertThat(task("sgemm").workings())
                .isInstanceOfSatisfying(
                        InProcess.class, process -> assertThat(process.devices()).isEmpty());
    }

    @Test
    void without_the_device_the_task_is_refused_before_anything_runs() {
        assumeFalse(Device.NVIDIA.missing().isEmpty(), "there is a GPU here");
        Task task = task("sgemm/cuda");
        assertThatThrownBy(() -> CompiledTask.of(task))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("this ");
    }
}
