package dev.tradewind.campaign;

import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.evaluation.Workings.Judging;
import dev.tradewind.evaluation.Workings.Steps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The section `evaluator` of a task whose candidates run as processes.
///
/// @param folder of the task
record ProcessSection(Path folder, Section section, Problems problems) {

    private static final Path SCORER = Path.of("evaluator/scorer");
    private static final Path JUDGE = Path.of("evaluator/judge");

    /// Stands in for a command that is missing, so that reading can go on.
    private static final Command MISSING = new Command(List.of("true"));

    InProcess workings() {
        if (section.has("harness")) {
            section.text("harness", "");
            section.problem(
                    "harness",
                    "runs candidates in Java only. Candidates in another language are run by the"
                            + " command \"run\", its programs and scripts lie in the folder"
                            + " \"tools\".");
        }
        return new InProcess(
                folderOf("contract", "evaluator/contract"),
                tools(),
                judging(),
                section.has("lowering") ? folderOf("lowering", "") : Map.of(),
                new Steps(
                        commands("prepare"),
                        commands("check"),
                        commands("quick"),
                        commands("build"),
                        run()));
    }

    /// A folder that may be left out where the usual one is not there.
    private Map<String, String> folderOf(String key, String otherwise) {
        Path path = folder.resolve(section.value(key, Path.of(otherwise), Path::of)).normalize();
        return section.has(key) || Files.exists(path)
                ? ProgramReader.files(path, problems)
                : Map.of();
    }

    /// Files of several folders in one; the same path in two of them is told.
    private Map<String, String> tools() {
        Map<String, String> merged = new TreeMap<>();
        for (String place : section.texts("tools")) {
            ProgramReader.files(folder.resolve(place).normalize(), problems)
                    .forEach((path, text) -> merge(merged, path, text));
        }
        return section.has("tools") ? merged : folderOf("tools", "evaluator/tools");
    }

    private void merge(Map<String, String> merged, String path, String text) {
        if (merged.put(path, text) != null) {
            section.problem(
                    "tools", "two of these folders hold " + path + ". Give one another name.");
        }
    }

    private Judging judging() {
        if (section.has("judge") && section.has("scorer")) {
            section.problem(
                    "judge",
                    "there is a scorer too, and only one can say what candidates are worth. Leave"
                            + " out judge or scorer.");
        }
        if (!section.has("judge")) {
            Path path = folder.resolve(section.value("scorer", SCORER, Path::of)).normalize();
            return new Judging.InJava(ProgramReader.files(path, problems));
        }
        section.text("scorer", "");
        Section judge = section.section("judge");
        Map<String, String> files =
                ProgramReader.files(
                        folder.resolve(judge.value("files", JUDGE, Path::of)).normalize(),
                        problems);
        List<String> words = judge.command("command");
        if (words.isEmpty()) {
            judge.problem(
                    "command", "is missing. Give what speaks for it, such as python3 judge.py.");
        }
        judge.close();
        return new Judging.ByCommand(files, words.isEmpty() ? MISSING : new Command(words));
    }

    private List<Command> commands(String key) {
        return section.commands(key).stream()
                .filter(words -> !words.isEmpty())
                .map(Command::new)
                .toList();
    }

    private Command run() {
        List<String> words = section.command("run");
        if (words.isEmpty()) {
            section.problem(
                    "run",
                    "is missing: the command that runs a candidate, such as /tools/bench"
                            + " /candidate/candidate.so or python3 /tools/run.py.");
            return MISSING;
        }
        return new Command(words);
    }
}
