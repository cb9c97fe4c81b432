package dev.tradewind.evaluation;

import dev.tradewind.sandbox.CommandEnding;
import dev.tradewind.sandbox.CommandEnding.How;

import java.util.List;

/// What the end of a task's command says to people.
final class Endings {

    private Endings() {}

    /// A compiler that is led to take too much is the candidate's doing.
    static FailureCause cause(How how) {
        return switch (how) {
            case How.Left _, How.Killed _, How.Flooded _ -> FailureCause.COMPILE;
            case How.OutOfTime _ -> FailureCause.TIMEOUT;
            case How.OutOfMemory _ -> FailureCause.MEMORY;
        };
    }

    /// The line that most likely says what is wrong.
    static String brief(CommandEnding ending) {
        if (!(ending.how() instanceof How.Left)) {
            return said(ending);
        }
        List<String> lines = ending.complaints().lines().filter(line -> !line.isBlank()).toList();
        String telling =
                lines.stream()
                        .filter(line -> line.contains("error"))
                        .findFirst()
                        .orElse(lines.isEmpty() ? said(ending) : lines.getLast());
        return RunAnswer.printable(telling.strip());
    }

    /// How a command ended and the last it said.
    static String said(CommandEnding ending) {
        String how =
                switch (ending.how()) {
                    case How.Left(int status) -> "ended with status " + status;
                    case How.Killed(String detail) -> "ended by " + detail;
                    case How.OutOfTime(String detail) -> detail;
                    case How.OutOfMemory(String detail) -> detail;
                    case How.Flooded(String detail) -> detail;
                };
        String last =
                ending.complaints()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .reduce((_, line) -> line)
                        .orElse("");
        return RunAnswer.printable(last.isEmpty() ? how : how + ": " + last.strip());
    }
}
