package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunAnswer.Stopped;
import dev.tradewind.evaluation.RunRequest.Instances;
import dev.tradewind.sandbox.Service;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Runs candidates in a worker process, one after the other, none of them seeing another.
public final class RunService implements Service {

    private Kit kit = new Broken("not greeted");
    private boolean worn;

    /// What a greeting made of this process.
    private sealed interface Kit {}

    private record Ready(LoadedHarness harness, long fuel, Map<Split, List<Object>> known)
            implements Kit {}

    /// The task's own harness does not work, whatever the candidate.
    private record Broken(String detail) implements Kit {}

    @Override
    public void greet(byte[] bytes) throws IOException {
        Greeting greeting = Greeting.of(bytes);
        try {
            LoadedHarness harness = LoadedHarness.of(greeting);
            Map<Split, List<Object>> known =
                    Map.of(
                            Split.TRAINING, harness.read(greeting.training()),
                            Split.VALIDATION, harness.read(greeting.validation()));
            kit = new Ready(harness, greeting.fuel(), known);
        } catch (ReflectiveOperationException | IOException | RuntimeException | Error broken) {
            kit = new Broken(detail(greeting.harnessClass(), broken));
        }
    }

    private static String detail(String harness, Throwable broken) {
        Throwable cause = broken.getCause();
        return "%s cannot read instances: %s".formatted(harness, cause == null ? broken : cause);
    }

    @Override
    public byte[] answer(byte[] bytes) throws IOException, InterruptedException {
        RunRequest request = RunRequest.of(bytes);
        RunAnswer answer =
                switch (kit) {
                    case Ready ready -> run(request, ready);
                    case Broken(String detail) ->
                            new Stopped(FailureCause.EVALUATOR_FAULT, -1, detail);
                };
        return answer.toBytes();
    }

    @Override
    public boolean worn() {
        return worn;
    }

    private RunAnswer run(RunRequest request, Ready ready) throws InterruptedException {
        List<Object> instances;
        try {
            instances = instances(request.on(), ready);
        } catch (ReflectiveOperationException | IOException | RuntimeException broken) {
            String harness = ready.harness().getClass().getName();
            return new Stopped(FailureCause.EVALUATOR_FAULT, -1, detail(harness, broken));
        }
        Trial trial = new Trial(ready.harness(), ready.fuel());
        RunAnswer answer = trial.run(request.entry(), request.classes(), instances);
        worn |= trial.poisonous();
        return answer;
    }

    private static List<Object> every(int every, List<Object> known) throws IOException {
        if (every < 1) {
            throw new IOException("every " + every + "th instance");
        }
        return IntStream.iterate(0, at -> at < known.size(), at -> at + every)
                .mapToObj(known::get)
                .toList();
    }

    private static List<Object> instances(Instances wanted, Ready ready)
            throws IOException, ReflectiveOperationException {
        return switch (wanted) {
            case Instances.Known(Split split, boolean reversed, int every) -> {
                List<Object> known = ready.known().get(split);
                if (known == null) {
                    throw new IOException("unknown split " + split);
                }
                List<Object> some = every(every, known);
                yield reversed ? some.reversed() : some;
            }
            case Instances.Sent(List<byte[]> sent) -> ready.harness().read(sent);
        };
    }
}
