package dev.tradewind.campaign;

import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.evaluation.Workings.Judging;
import dev.tradewind.evaluation.Workings.Steps;
import dev.tradewind.sandbox.Device;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The section `evaluator` of a task whose candidates run as processes.
///
/// @param folder of the task
record ProcessSection(Path folder, Section section, Problems problems) {

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
        SourceFolders sources = new SourceFolders(folder, section, problems);
        return new InProcess(
                sources.wanted("contract", "evaluator/contract"),
                sources.wanted("tools", "evaluator/tools"),
                judging(sources),
                section.has("lowering") ? sources.needed("lowering", "") : Map.of(),
                new Steps(
                        commands("prepare"),
                        commands("check"),
                        commands("quick"),
                        commands("build"),
                        run()),
                devices());
    }

    /// Hardware that candidates are let at while they run; none unless asked for.
    private Set<Device> devices() {
        Set<Device> devices = EnumSet.noneOf(Device.class);
        for (String name : section.texts("devices")) {
            try {
                devices.add(Device.of(name));
            } catch (IllegalArgumentException unknown) {
                section.problem("devices", "\"%s\" %s".formatted(name, unknown.getMessage()));
            }
        }
        return devices;
    }

    /// What takes over from candidates in Java: nothing is checked or built.
    ///
    /// @param scorer the task's, path to text
    InProcess onward(Map<String, String> scorer) {
        SourceFolders sources = new SourceFolders(folder, section, problems);
        return new InProcess(
                section.has("contract") ? sources.needed("contract", "") : Map.of(),
                sources.wanted("tools", "evaluator/tools"),
                new Judging.InJava(scorer),
                Map.of(),
                new Steps(commands("prepare"), List.of(), List.of(), List.of(), run()));
    }

    private Judging judging(SourceFolders sources) {
        if (section.has("judge") && section.has("scorer")) {
            section.problem(
                    "judge",
                    "there is a scorer too, and only one can say what candidates are worth. Leave"
                            + " out judge or scorer.");
        }
        if (!section.has("judge")) {
            return new Judging.InJava(sources.needed("scorer", "evaluator/scorer"));
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
