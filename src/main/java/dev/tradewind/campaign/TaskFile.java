package dev.tradewind.campaign;

import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Task.NamedProgram;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.evaluation.Workings.Onward;
import dev.tradewind.program.Program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A `task.yaml` and the files it names.
final class TaskFile {

    static final String NAME = "task.yaml";

    private static final String JAVA = "java";

    /// Keys that mean something in one lane only.
    private static final List<String> OF_PROCESSES =
            List.of("tools", "judge", "lowering", "prepare", "check", "quick", "build", "run");

    /// Stands in for what cannot be read, so that reading can go on.
    private static final Program UNREAD = Program.of("unread", "");

    private final Path folder;
    private final Section top;
    private final Problems problems;

    private TaskFile(Path folder, Section top, Problems problems) {
        this.folder = folder;
        this.top = top;
        this.problems = problems;
    }

    static TaskFile open(Path folder, Problems problems) {
        Node.Mapping root = YamlFile.read(folder.resolve(NAME).normalize(), problems);
        return new TaskFile(folder, new Section("", root, problems), problems);
    }

    /// What the task says about campaigns on it, to be checked as part of one.
    Node.Mapping campaign() {
        return top.section("campaign").mapping();
    }

    /// The task, given values for some of its parameters. Not to be used when there are problems.
    Task task(Section given) {
        String language = top.value("language", JAVA, TaskFile::language);
        Path home = folder.toAbsolutePath().normalize();
        Program seed = seed();
        ObjectiveSection aims = new ObjectiveSection(top);
        Section evaluator = top.section("evaluator");
        Workings workings = language.equals(JAVA) ? inJava(evaluator) : inProcess(evaluator);
        Task task =
                new Task(
                        top.value("name", home.toFile().getName(), Scalars::name),
                        home,
                        TextFile.read(path(top, "statement", "task.md"), problems),
                        aims.objectives(),
                        aims.measures(),
                        seed,
                        workings,
                        limits(top.section("limits"), seed, workings),
                        ProcedureSection.read(top, workings),
                        parameters(given),
                        baselines(top.section("baselines")),
                        ExampleFolder.read(
                                folder.resolve("examples"), top.section("examples"), problems));
        evaluator.close();
        campaign();
        top.close();
        return task;
    }

    private Path path(Section section, String key, String otherwise) {
        return folder.resolve(section.value(key, Path.of(otherwise), Path::of)).normalize();
    }

    private Program seed() {
        Path path = path(top, "seed", "seed");
        Program seed = program(path);
        if (!seed.equals(UNREAD) && !ProgramReader.regions(seed, path, problems)) {
            problems.add(
                    path
                            + "  marks no region. Put the lines that may change between two lines"
                            + " with EVOLVE-BLOCK-START and EVOLVE-BLOCK-END, such as"
                            + " // EVOLVE-BLOCK-START.");
        }
        return seed;
    }

    private Program program(Path path) {
        Map<String, String> files = ProgramReader.files(path, problems);
        return files.isEmpty() ? UNREAD : new Program(new TreeMap<>(files));
    }

    private static String language(String text) {
        if (!text.matches("[a-z][a-z0-9+#-]*")) {
            throw new IllegalArgumentException(
                    "is no language: a word in small letters, such as java, c or python.");
        }
        return text;
    }

    private Workings inJava(Section evaluator) {
        for (String key : OF_PROCESSES) {
            if (evaluator.has(key)) {
                evaluator.text(key, "");
                evaluator.problem(
                        key,
                        "is for candidates that are not in Java, which run as processes. Maybe"
                                + " \"language: c\" or \"language: python\" is missing at the"
                                + " top.");
            }
        }
        SourceFolders sources = new SourceFolders(folder, evaluator, problems);
        Map<String, String> scorer = sources.needed("scorer", "evaluator/scorer");
        return new Workings.InJava(
                sources.needed("contract", "evaluator/contract"),
                sources.needed("harness", "evaluator/harness"),
                scorer,
                onward(evaluator, scorer));
    }

    private Onward onward(Section evaluator, Map<String, String> scorer) {
        if (!evaluator.has("onward")) {
            return new Onward.Candidate();
        }
        Section onward = evaluator.section("onward");
        var commands = new ProcessSection(folder, onward, problems).onward(scorer);
        onward.close();
        return new Onward.Commands(commands);
    }

    private Workings inProcess(Section evaluator) {
        if (evaluator.has("onward")) {
            evaluator.section("onward").close();
            evaluator.problem(
                    "onward",
                    "takes over from candidates in Java. Maybe leave it out, or \"language\".");
        }
        return new ProcessSection(folder, evaluator, problems).workings();
    }

    /// In Java memory means the heap, elsewhere all that a candidate's processes use.
    private TaskLimits limits(Section section, Program seed, Workings workings) {
        TaskLimits usual = TaskLimits.DEFAULT;
        String memory = workings instanceof Workings.InJava ? "heap" : "memory";
        TaskLimits limits =
                new TaskLimits(
                        section.value("cpu", usual.cpu(), Quantity::time),
                        section.value(memory, usual.heap(), Quantity::bytes),
                        section.value("fuel", usual.fuel(), text -> Quantity.count(text, "steps")),
                        section.value("source", usual.source(), Quantity::bytes));
        section.close();
        if (seed.length() > limits.source().count()) {
            section.problem(
                    "source",
                    "%d bytes are too few for the seed, which has %d characters."
                            .formatted(limits.source().count(), seed.length()));
        }
        return limits;
    }

    private Map<String, String> parameters(Section given) {
        Map<String, String> values = new LinkedHashMap<>();
        top.section("parameters")
                .sections()
                .forEach((name, declared) -> values.put(name, parameter(name, declared, given)));
        given.close();
        return values;
    }

    private static String parameter(String name, Section declared, Section given) {
        String otherwise = declared.required("default", text -> text, "");
        List<String> allowed = declared.texts("allowed");
        declared.close();
        if (!allowed.isEmpty() && !allowed.contains(otherwise)) {
            declared.problem("default", "\"" + otherwise + "\" is not among those allowed.");
        }
        return given.value(name, otherwise, text -> Scalars.among(text, allowed));
    }

    private List<NamedProgram> baselines(Section section) {
        List<NamedProgram> baselines = new ArrayList<>();
        section.entries()
                .forEach(
                        (name, place) ->
                                baselines.add(
                                        new NamedProgram(name, program(folder.resolve(place)))));
        return baselines;
    }
}
