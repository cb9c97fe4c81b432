package dev.tradewind.campaign;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Task.NamedProgram;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.program.Program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A `task.yaml` and the files it names.
final class TaskFile {

    static final String NAME = "task.yaml";

    private static final Map<String, Direction> DIRECTIONS =
            Map.of("minimise", Direction.MINIMISE, "maximise", Direction.MAXIMISE);

    private static final Map<String, String> LANGUAGES = Map.of("java", "java");

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
        top.value("language", "java", text -> Scalars.word(text, LANGUAGES));
        Path home = folder.toAbsolutePath().normalize();
        Program seed = seed();
        Section evaluator = top.section("evaluator");
        Task task =
                new Task(
                        top.value("name", home.toFile().getName(), Scalars::name),
                        home,
                        TextFile.read(path(top, "statement", "task.md"), problems),
                        objectives(),
                        seed,
                        new Workings.InJava(
                                sources(evaluator, "contract"),
                                sources(evaluator, "harness"),
                                sources(evaluator, "scorer")),
                        limits(top.section("limits"), seed),
                        new Procedure(List.of(), top.value("repeats", 0, Integer::parseInt)),
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

    private List<Objective> objectives() {
        List<Objective> objectives =
                top.sections("objectives").stream().map(TaskFile::objective).toList();
        if (objectives.isEmpty()) {
            top.problem("objectives", "there is none. Name at least one, with its direction.");
        }
        return objectives;
    }

    private static Objective objective(Section section) {
        Objective objective =
                new Objective(
                        section.required("name", text -> text, ""),
                        section.required(
                                "direction",
                                text -> Scalars.word(text, DIRECTIONS),
                                Direction.MINIMISE),
                        section.text("unit", "1"));
        section.close();
        return objective;
    }

    private Program seed() {
        Path path = path(top, "seed", "seed");
        Program seed = program(path);
        if (!seed.equals(UNREAD) && !ProgramReader.regions(seed, path, problems)) {
            problems.add(
                    path
                            + "  marks no region. Put the lines that may change between two lines"
                            + " with // EVOLVE-BLOCK-START and // EVOLVE-BLOCK-END.");
        }
        return seed;
    }

    private Program program(Path path) {
        Map<String, String> files = ProgramReader.files(path, problems);
        return files.isEmpty() ? UNREAD : new Program(new TreeMap<>(files));
    }

    /// The files of one folder or of several, as one tree.
    private Map<String, String> sources(Section evaluator, String half) {
        List<String> given = evaluator.texts(half);
        List<String> folders = given.isEmpty() ? List.of("evaluator/" + half) : given;
        SortedMap<String, String> merged = new TreeMap<>();
        for (String name : folders) {
            ProgramReader.files(folder.resolve(name).normalize(), problems)
                    .forEach(
                            (path, text) -> {
                                if (merged.put(path, text) != null) {
                                    evaluator.problem(
                                            half, "two of its folders hold a file " + path + ".");
                                }
                            });
        }
        return merged;
    }

    private TaskLimits limits(Section section, Program seed) {
        TaskLimits usual = TaskLimits.DEFAULT;
        TaskLimits limits =
                new TaskLimits(
                        section.value("cpu", usual.cpu(), Quantity::time),
                        section.value("heap", usual.heap(), Quantity::bytes),
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
