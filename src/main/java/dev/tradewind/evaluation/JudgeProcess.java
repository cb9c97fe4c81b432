package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Workings.Judging;
import dev.tradewind.sandbox.Bytes;
import dev.tradewind.sandbox.CommandLimits;
import dev.tradewind.sandbox.CommandRunner;
import dev.tradewind.sandbox.Conversation;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Folders;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.sandbox.Mount;
import dev.tradewind.sandbox.SandboxedCommand;
import dev.tradewind.sandbox.Toolbox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A task's judge, started when it is first asked, in the strongest isolation this machine has; it
/// sees its own files and those of the task, and no candidate.
final class JudgeProcess {

    /// The task's folder, as the judge sees it.
    static final String TASK = "/task";

    private static final String OWN = "/judge";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final CommandLimits LIMITS =
            new CommandLimits(
                    Deadline.ofCpu(Duration.ofDays(1)),
                    Bytes.mebi(4096),
                    Bytes.mebi(64),
                    Bytes.mebi(64),
                    16);

    private final Judging.ByCommand judging;
    private final Path task;
    private @Nullable Talk talk;
    private long answered;

    /// @param task the task's folder
    JudgeProcess(Judging.ByCommand judging, Path task) {
        this.judging = judging;
        this.task = task;
    }

    /// A process under way and what it needs.
    private record Talk(CommandRunner runner, Path files, Conversation conversation) {

        void close() {
            conversation.close();
            runner.close();
            Folders.delete(files);
        }
    }

    /// A line of the judge.
    ///
    /// @param number of the line, counted from 1 since the process started
    record Line(long number, byte[] text) {}

    /// Sends a request and waits for the answer.
    ///
    /// @throws EvaluatorFault when none comes; the next request goes to a fresh process
    synchronized Line ask(byte[] request) {
        if (talk == null) {
            talk = started();
            answered = 0;
        }
        Talk current = talk;
        try {
            byte[] text = current.conversation.ask(request, PATIENCE);
            return new Line(++answered, text);
        } catch (Conversation.Ended ended) {
            close();
            throw new EvaluatorFault(
                    "the judge \"%s\" gives no answer on line %d: %s"
                            .formatted(judging.command(), answered + 1, ended.getMessage()),
                    ended);
        }
    }

    private Talk started() {
        CommandRunner runner = CommandRunner.of(IsolationProbe.probe().chosen());
        Path files = files();
        Toolbox toolbox = Toolbox.of(List.of(judging.command().program()));
        List<Mount> mounts =
                new ArrayList<>(List.of(Mount.readOnly(files, OWN), Mount.readOnly(task, TASK)));
        mounts.addAll(toolbox.mounts());
        SandboxedCommand command =
                new SandboxedCommand(
                        judging.command().words(), OWN, mounts, toolbox.path(), LIMITS);
        return new Talk(runner, files, runner.open(command));
    }

    private Path files() {
        try {
            Path files = Files.createTempDirectory("tradewind-judge");
            Artefacts.write(files, Workshop.bytes(judging.files()));
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Ends the process; a request after this goes to a fresh one.
    synchronized void close() {
        if (talk != null) {
            talk.close();
            talk = null;
        }
    }
}
