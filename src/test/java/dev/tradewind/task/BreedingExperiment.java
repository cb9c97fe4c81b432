package dev.tradewind.task;

import com.sun.tools.javac.api.JavacTaskPool;

import dev.tradewind.archive.Elite;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Harness;
import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;
import dev.tradewind.evolution.Archipelago;
import dev.tradewind.evolution.Champion;
import dev.tradewind.evolution.Check;
import dev.tradewind.evolution.EvolutionSettings;
import dev.tradewind.evolution.Parents;
import dev.tradewind.evolution.Streams;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;
import dev.tradewind.proposer.breeding.BreedingSettings;
import dev.tradewind.proposer.breeding.RandomPrograms;
import dev.tradewind.proposer.breeding.TreeBreeding;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// How well breeding does on bin packing, without sandbox and journal: for tuning by hand, never
/// run by the build. Arguments: family, proposer, evaluations, first seed, last seed.
final class BreedingExperiment {

    private static final EvolutionSettings EVOLUTION =
            new EvolutionSettings(
                    Integer.getInteger("islands", 6),
                    Integer.getInteger("capacity", 300),
                    Integer.getInteger("stagnation", 3000),
                    Double.parseDouble(System.getProperty("temperature", "1")),
                    Double.parseDouble(System.getProperty("crossover", "0.4")));
    private static final Objective EXCESS = Objective.minimise("excess", "%");

    private final String family;
    private final Proposer proposer;
    private final long seed;
    private final List<Object> training;
    private final List<Object> validation;
    private final Compiling compiling = new Compiling();
    private final Scorer<Object> scorer = BinPackingTask.scorer();
    private final Set<Object> seen = new HashSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, int[]> operators = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private static final List<String> finals =
            java.util.Collections.synchronizedList(new ArrayList<>());
    private boolean crashed;
    private long proposing;

    BreedingExperiment(String family, String proposer, long seed) {
        this.family = family;
        this.seed = seed;
        this.proposer =
                proposer.equals("random")
                        ? new RandomPrograms(BreedingSettings.DEFAULT)
                        : new TreeBreeding(BreedingSettings.DEFAULT);
        training = instances(Split.TRAINING);
        validation = instances(Split.VALIDATION);
    }

    static void main(String[] arguments) throws Exception {
        int evaluations = Integer.parseInt(arguments[2]);
        int first = Integer.parseInt(arguments[3]);
        int last = Integer.parseInt(arguments[4]);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<String>> reports =
                    IntStream.rangeClosed(first, last)
                            .mapToObj(
                                    seed ->
                                            pool.submit(
                                                    () ->
                                                            new BreedingExperiment(
                                                                            arguments[0],
                                                                            arguments[1],
                                                                            seed)
                                                                    .run(evaluations)))
                            .toList();
            for (Future<String> report : reports) {
                System.out.println(report.get());
            }
            System.out.println("SUMMARY " + finals);
        }
    }

    private List<Object> instances(Split split) {
        return suites(split).stream().flatMap(suite -> suite.instances().stream()).toList();
    }

    private List<Suite<Object>> suites(Split split) {
        var random = Streams.generator(Streams.stream(seed, "instances " + split, 0));
        try {
            return scorer.suites(
                    split, new Material(random, BinPackingTask.FOLDER, Map.of("family", family)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String run(int evaluations) throws IOException {
        Program start =
                Program.of(
                        "Heuristic.java",
                        Files.readString(BinPackingTask.FOLDER.resolve("seed/Heuristic.java")));
        Candidate seedling = Candidate.seed(start);
        @Nullable Class<?> type = compiling.compile(start);
        if (type == null) {
            throw new IllegalStateException("the seed does not compile");
        }
        List<Tally> tallies = tallies(type, training);
        Elite root =
                new Elite(
                        0,
                        seedling,
                        scores(Split.TRAINING, tallies),
                        signature(tallies),
                        Breakdown.NONE);
        var archipelago = new Archipelago(EVOLUTION, EXCESS, new Champion(root, validated(type)));
        long started = System.nanoTime();
        long evaluated = 0;
        StringBuilder curve = new StringBuilder();
        for (long flight = 1; evaluated < evaluations; flight++) {
            evaluated += fly(archipelago, seedling, flight) ? 1 : 0;
            if (flight % (evaluations / 5) == 0) {
                curve.append(" %.2f".formatted(archipelago.champion().validation().first()));
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        finals.add("val %d %.3f".formatted(seed, archipelago.champion().validation().first()));
        finals.add(
                "train %d %.3f".formatted(seed, archipelago.champion().elite().training().first()));
        return report(archipelago.champion(), curve.toString(), seconds);
    }

    private boolean fly(Archipelago archipelago, Candidate seedling, long flight)
            throws IOException {
        Parents parents =
                archipelago.parents(
                        Streams.generator(Streams.stream(seed, "search parents", flight)));
        List<Candidate> from =
                proposer.name().equals("random")
                        ? List.of(seedling)
                        : parents.elites().stream().map(Elite::candidate).toList();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Proposal proposal = proposer.propose(Ask.of(from, Streams.stream(seed, "p", flight)));
        proposing += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        return switch (proposal) {
            case Proposal.Declined(FailureCause cause, String _, var _) -> {
                count("declined " + cause);
                archipelago.ignored();
                yield false;
            }
            case Proposal.Advised advised -> throw new AssertionError(advised.advice());
            case Proposal.Proposed(Candidate child, var _) -> {
                int[] tally =
                        operators.computeIfAbsent(
                                child.descent().operator().replaceFirst(",.*", ""),
                                _ -> new int[4]);
                tally[0]++;
                if (!seen.add(child.id())) {
                    count("same text");
                    archipelago.ignored();
                    yield false;
                }
                yield evaluate(archipelago, parents, child, flight, tally);
            }
        };
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private boolean evaluate(
            Archipelago archipelago, Parents parents, Candidate child, long flight, int[] tally)
            throws IOException {
        @Nullable Class<?> type = compiling.compile(child.program());
        if (type == null) {
            count("does not compile");
            unreadable.add(child.program().text("Heuristic.java"));
            archipelago.ignored();
            return false;
        }
        if (!seen.add(compiling.fingerprint())) {
            count("same class");
            archipelago.ignored();
            return false;
        }
        List<Tally> tallies = tallies(type, training);
        if (tallies.size() < training.size()) {
            if (crashed) {
                unreadable.add(child.program().text("Heuristic.java"));
                crashed = false;
            }
            archipelago.ignored();
            return true;
        }
        count("scored");
        Elite elite =
                new Elite(
                        flight,
                        child,
                        scores(Split.TRAINING, tallies),
                        signature(tallies),
                        Breakdown.NONE);
        boolean due = elite.training().first() <= archipelago.bar(parents.island());
        Check check = due ? new Check.Validated(validated(type)) : new Check.NotValidated();
        double best = parents.elites().getFirst().training().first();
        tally[1] += elite.training().first() < best ? 1 : 0;
        tally[3]++;
        var arrival = archipelago.settle(parents.island(), elite, check);
        tally[2] += arrival.champion() ? 1 : 0;
        count(arrival.placement().getClass().getSimpleName());
        return true;
    }

    private Scores validated(Class<?> type) throws IOException {
        List<Tally> tallies = tallies(type, validation);
        return tallies.size() < validation.size()
                ? Scores.of(100)
                : scores(Split.VALIDATION, tallies);
    }

    private Scores scores(Split split, List<Tally> tallies) {
        return scorer.objectives(split, tallies);
    }

    private static Signature signature(List<Tally> tallies) {
        long hash = 0;
        for (Tally tally : tallies) {
            hash = (hash ^ Double.doubleToLongBits(tally.amount(0))) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        return new Signature(hash);
    }

    /// Fewer than instances when the rule was given up.
    private List<Tally> tallies(Class<?> type, List<Object> instances) throws IOException {
        Harness<Object, Object> harness = BinPackingTask.harness();
        List<Tally> tallies = new ArrayList<>();
        Object rule = made(type);
        for (Object instance : instances) {
            byte[] certificate;
            try {
                certificate = BinPackingTask.certificate(harness, rule, instance);
            } catch (ArithmeticException _) {
                count("crash");
                crashed = true;
                return tallies;
            }
            switch (scorer.judge(instance, BinPackingTask.input(certificate))) {
                case Judgement.Counted(Tally tally) -> tallies.add(tally);
                case Judgement.Invalid _ -> {
                    count("invalid");
                    return tallies;
                }
                case Judgement.Onward _ ->
                        throw new IllegalStateException("bins are packed in one process");
                case Judgement.Hopeless _ -> {
                    count("hopeless");
                    return tallies;
                }
            }
        }
        return tallies;
    }

    private static Object made(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(type.getName(), broken);
        }
    }

    private String report(Champion champion, String curve, double seconds) throws IOException {
        StringBuilder out = new StringBuilder();
        out.append("seed %d  %s%n".formatted(seed, family));
        out.append("  validation by fifths:%s%n".formatted(curve));
        out.append(
                "  training %.3f  validation %.3f  flight %d  %.0f s, proposing %.2f s%n"
                        .formatted(
                                champion.elite().training().first(),
                                champion.validation().first(),
                                champion.elite().flight(),
                                seconds,
                                proposing / 1e9));
        @Nullable Class<?> type = compiling.compile(champion.elite().candidate().program());
        for (Suite<Object> suite : suites(Split.TEST)) {
            List<Tally> tallies = type == null ? List.of() : tallies(type, suite.instances());
            if (tallies.size() == suite.instances().size()) {
                double value = scores(Split.TEST, tallies).first();
                out.append("  %s %.2f".formatted(suite.name(), value));
                if (suite.name().matches("or3.*|.*funsearch|or1.*")) {
                    finals.add("%s %d %.3f".formatted(suite.name(), seed, value));
                }
            }
        }
        out.append("%n  %s%n".formatted(counts));
        operators.forEach(
                (name, tally) ->
                        out.append(
                                "    %-45s %6d scored %5d better %5d champions %3d%n"
                                        .formatted(name, tally[0], tally[3], tally[1], tally[2])));
        unreadable.stream().limit(3).forEach(text -> out.append(region(text)));
        String text = champion.elite().candidate().program().text("Heuristic.java");
        return out.append(region(text)).toString();
    }

    private static String region(String text) {
        return text.substring(text.indexOf("EVOLVE-BLOCK-START"));
    }

    /// Compiles one program after the other, as the compile server does.
    private static final class Compiling {

        private final JavacTaskPool pool = new JavacTaskPool(1);
        private final JavaFileManager manager;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private byte[] bytes = {};

        Compiling() {
            try {
                var files =
                        ToolProvider.getSystemJavaCompiler()
                                .getStandardFileManager(_ -> {}, Locale.ROOT, null);
                files.setLocationFromPaths(
                        StandardLocation.CLASS_PATH, List.of(BinPackingTask.classes()));
                manager = new InMemory(files, written);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        String fingerprint() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        /// The program's class, or null.
        @Nullable Class<?> compile(Program program) {
            String text = "package c; " + program.text("Heuristic.java");
            var source =
                    new SimpleJavaFileObject(
                            URI.create("memory:///c/Heuristic.java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return text;
                        }
                    };
            written.reset();
            boolean compiled =
                    pool.getTask(
                            Writer.nullWriter(),
                            manager,
                            _ -> {},
                            List.of("-proc:none", "-g:none", "-Xlint:none", "-nowarn"),
                            null,
                            List.of(source),
                            task -> task.call());
            if (!compiled) {
                return null;
            }
            bytes = written.toByteArray();
            return new ClassLoader(BinPackingTask.loader()) {
                Class<?> define() {
                    return defineClass("c.Heuristic", bytes, 0, bytes.length);
                }
            }.define();
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final OutputStream written;

        InMemory(JavaFileManager jdk, OutputStream written) {
            super(jdk);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///out"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written;
                }
            };
        }
    }
}
