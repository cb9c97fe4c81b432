package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.SuiteResult;
import dev.tradewind.program.Program;
import dev.tradewind.search.Assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Evaluates single programs.
///
/// @param certificates whether to write down what they did
record Appraiser(Assembly assembly, boolean certificates) {

    /// On the task's validation instances and test sets.
    Appraisal own(Program program) {
        List<SuiteResult> results =
                assembly.evaluate(program, assembly.task().suites(Split.TEST), certificates);
        List<String> names = results.stream().map(SuiteResult::name).toList();
        Evaluation validation = assembly.evaluate(program, Split.VALIDATION);
        return appraisal(failure(results).orElse(validation), names, results);
    }

    /// On files the user brought.
    ///
    /// @throws UsageException when one cannot be read; the message says where and why
    Appraisal brought(Program program, List<Path> files) {
        List<Suite<?>> suites = files.stream().<Suite<?>>map(this::read).toList();
        List<SuiteResult> results = assembly.evaluate(program, suites, certificates);
        Evaluation overall = failure(results).orElseGet(() -> together(program, suites, results));
        return appraisal(overall, names(files), results);
    }

    private Evaluation together(Program program, List<Suite<?>> suites, List<SuiteResult> results) {
        if (suites.size() == 1) {
            return results.getFirst().evaluation();
        }
        List<Object> all =
                suites.stream().<Object>flatMap(suite -> suite.instances().stream()).toList();
        return assembly.evaluate(program, List.of(new Suite<>("all files", all)), false)
                .getFirst()
                .evaluation();
    }

    private static Optional<Evaluation> failure(List<SuiteResult> results) {
        return results.stream()
                .map(SuiteResult::evaluation)
                .filter(Failed.class::isInstance)
                .findFirst();
    }

    private static Appraisal appraisal(
            Evaluation overall, List<String> names, List<SuiteResult> results) {
        Map<String, Evaluation> sets = new LinkedHashMap<>();
        List<String> certificates = new ArrayList<>();
        for (int at = 0; at < results.size(); at++) {
            sets.put(names.get(at), results.get(at).evaluation());
            certificates.addAll(results.get(at).certificates());
        }
        return new Appraisal(overall, sets, certificates);
    }

    /// By file name; by whole path where two files have the same name.
    private static List<String> names(List<Path> files) {
        List<String> names = files.stream().map(file -> "" + file.getFileName()).toList();
        return names.stream().distinct().count() == names.size()
                ? names
                : files.stream().map(Path::toString).toList();
    }

    private Suite<?> read(Path file) {
        try {
            return assembly.task().read(file);
        } catch (IOException malformed) {
            String what = String.valueOf(malformed.getMessage());
            String place = what.contains("" + file.getFileName()) ? "" : file + "  ";
            throw new UsageException("--data: " + place + what);
        }
    }
}
