package dev.tradewind.cli;

import dev.tradewind.campaign.CampaignException;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.journal.JournalException;
import dev.tradewind.program.RegionException;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.sandbox.SandboxException;
import dev.tradewind.search.UnfitSeed;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;

/// Turns what went wrong into a message and an exit code.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int SUGGESTIONS = 3;

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    /// A wrong command line: what was found, what was probably meant, where to read more.
    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        console.error(stopped(String.valueOf(problem.getMessage())) + maybe(problem));
        console.error("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return Exit.USAGE.code();
    }

    @Override
    public int handleExecutionException(
            Exception problem, CommandLine command, ParseResult parsed) {
        Exit exit = exit(problem);
        if (exit == Exit.BUG) {
            console.error(
                    "Sorry, this is a bug in tradewind: %s. %s"
                            .formatted(
                                    problem,
                                    console.talk().verbose()
                                            ? "The trace below belongs into a report."
                                            : "Add --verbose to see where."));
        } else {
            console.error(message(problem));
        }
        if (console.talk().verbose()) {
            console.error(trace(problem));
        }
        return exit.code();
    }

    private static Exit exit(Exception problem) {
        return switch (problem) {
            case UsageException _, CampaignException _, RegionException _, UnfitSeed _ ->
                    Exit.USAGE;
            case ProviderRefused _ -> Exit.USAGE;
            case SandboxException _, JournalException _, EvaluatorFault _ -> Exit.OUTSIDE;
            case ProviderDown _ -> Exit.OUTSIDE;
            case IOException _, UncheckedIOException _ -> Exit.OUTSIDE;
            default -> Exit.BUG;
        };
    }

    private static String message(Exception problem) {
        return switch (problem) {
            case EvaluatorFault fault -> "The task's evaluator failed: " + fault.getMessage();
            case UncheckedIOException wrapped when wrapped.getCause() != null ->
                    message(wrapped.getCause());
            case NoSuchFileException missing -> missing.getFile() + " does not exist.";
            case AccessDeniedException denied ->
                    denied.getFile() + " cannot be read or written: permission denied.";
            case FileSystemException failure when failure.getReason() != null ->
                    failure.getFile() + ": " + failure.getReason() + ".";
            default -> String.valueOf(problem.getMessage());
        };
    }

    private static String maybe(ParameterException problem) {
        List<String> suggestions =
                problem instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.of();
        return suggestions.isEmpty()
                ? ""
                : " Maybe you meant %s."
                        .formatted(
                                suggestions.stream()
                                        .limit(SUGGESTIONS)
                                        .collect(Collectors.joining(" or ")));
    }

    private static String stopped(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String trace(Exception problem) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        return trace.toString().stripTrailing();
    }
}
