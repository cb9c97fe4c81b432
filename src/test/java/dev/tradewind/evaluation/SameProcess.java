package dev.tradewind.evaluation;

import dev.tradewind.sandbox.Child;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Ending;
import dev.tradewind.sandbox.Sandbox;

import java.time.Duration;

/// No sandbox at all: the worker's half in the tests' own process, for programs known to stop.
final class SameProcess implements Sandbox {

    private final byte[] greeting;
    private RunService service;

    SameProcess(PreparedTask task) {
        this(task.child());
    }

    private SameProcess(Child child) {
        greeting = child.greeting();
        service = fresh();
    }

    static SandboxedEvaluator evaluator(PreparedTask task) {
        return task.legs() == 1
                ? new SandboxedEvaluator(task, new SameProcess(task))
                : new SandboxedEvaluator(
                        task, new SameProcess(task), new SameProcess(task.stranger()));
    }

    private RunService fresh() {
        try {
            RunService made = new RunService();
            made.greet(greeting);
            return made;
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /// One at a time, because there is one fuel counter.
    @Override
    public Ending ask(byte[] request, Deadline deadline) {
        synchronized (SameProcess.class) {
            try {
                byte[] answer = service.answer(request);
                if (service.worn()) {
                    service = fresh();
                }
                return new Ending.Answered(answer, Duration.ZERO);
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        }
    }

    @Override
    public void close() {}
}
