package dev.tradewind.evaluation;

import dev.tradewind.sandbox.Device;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a task's candidates are run and how what they did is judged.
public sealed interface Workings {

    /// What candidates are written against and may know of, path to text: Java sources they are
    /// compiled with, or headers.
    Map<String, String> contract();

    /// Every text that decides what an evaluation comes to, by the part of the task it belongs to,
    /// then by path.
    SortedMap<String, Map<String, String>> texts();

    /// Java candidates, many to a worker process, checked and metered by the guard.
    ///
    /// @param contract sources candidates are compiled against, path to text
    /// @param harness sources of the untrusted half, path to text
    /// @param scorer sources of the trusted half, path to text
    /// @param onward where instances made of what a candidate answered are run
    record InJava(
            Map<String, String> contract,
            Map<String, String> harness,
            Map<String, String> scorer,
            Onward onward)
            implements Workings {

        public InJava {
            contract = Map.copyOf(contract);
            harness = Map.copyOf(harness);
            scorer = Map.copyOf(scorer);
        }

        /// With a candidate in Java on every leg.
        public InJava(
                Map<String, String> contract,
                Map<String, String> harness,
                Map<String, String> scorer) {
            this(contract, harness, scorer, new Onward.Candidate());
        }

        @Override
        public SortedMap<String, Map<String, String>> texts() {
            SortedMap<String, Map<String, String>> texts =
                    new TreeMap<>(
                            Map.of("contract", contract, "harness", harness, "scorer", scorer));
            if (onward instanceof Onward.Commands(InProcess commands)) {
                commands.texts().forEach((part, files) -> texts.put("onward " + part, files));
            }
            return texts;
        }
    }

    /// What runs a Java task's instances of all legs after the first, see [Scorer#legs].
    sealed interface Onward {

        /// The candidate again, in a worker that knows no other instances.
        record Candidate() implements Onward {}

        /// Commands, which are given what the scorer made of the candidate's answers and never the
        /// candidate: a schedule it chose, say, to be built and timed.
        ///
        /// @param commands their tools, how these are prepared, and what runs; nothing to check or
        ///   build
        record Commands(InProcess commands) implements Onward {}
    }

    /// Candidates in any language, each in a fresh sandboxed process.
    ///
    /// @param contract headers or stubs candidates are written against, path to text
    /// @param tools files of the untrusted half, path to text, read by the commands
    /// @param judging the trusted half
    /// @param lowering Java sources of a [Lowering], path to text; empty where candidates are
    ///   programs as they stand
    /// @param steps the commands
    /// @param devices hardware candidates are let at while they run
    record InProcess(
            Map<String, String> contract,
            Map<String, String> tools,
            Judging judging,
            Map<String, String> lowering,
            Steps steps,
            Set<Device> devices)
            implements Workings {

        public InProcess {
            contract = Map.copyOf(contract);
            tools = Map.copyOf(tools);
            lowering = Map.copyOf(lowering);
            devices = Set.copyOf(devices);
        }

        /// Candidates that need no hardware of their own.
        public InProcess(
                Map<String, String> contract,
                Map<String, String> tools,
                Judging judging,
                Map<String, String> lowering,
                Steps steps) {
            this(contract, tools, judging, lowering, steps, Set.of());
        }

        /// Whether candidates are settings.
        public boolean lowers() {
            return !lowering.isEmpty();
        }

        @Override
        public SortedMap<String, Map<String, String>> texts() {
            return new TreeMap<>(
                    Map.of(
                            "contract", contract,
                            "tools", tools,
                            "judging", judging.files(),
                            "lowering", lowering,
                            "steps", Map.of("commands", commands())));
        }

        private String commands() {
            return devices.isEmpty() ? steps.toString() : steps + " with " + devices;
        }
    }

    /// The trusted half of a task in the process lane; it never meets a candidate's code.
    sealed interface Judging {

        /// Its files, path to text.
        Map<String, String> files();

        /// Java sources of a [Scorer], in this process.
        record InJava(Map<String, String> files) implements Judging {

            public InJava {
                files = Map.copyOf(files);
            }
        }

        /// A command that speaks JSON.
        record ByCommand(Map<String, String> files, Command command) implements Judging {

            public ByCommand {
                files = Map.copyOf(files);
            }
        }
    }

    /// What is run, in the order of a candidate's life.
    ///
    /// @param prepare once for all candidates, where the tools are: builds the bench
    /// @param check turns most of the broken candidates away, cheaply; must leave nothing behind
    /// @param quick a fast build good enough for small stages; empty for none, and the first one to
    ///   be given up when its compiler is missing or cannot read the candidate
    /// @param build what is evaluated; empty where a candidate runs as it stands
    /// @param run runs the candidate on instances
    record Steps(
            List<Command> prepare,
            List<Command> check,
            List<Command> quick,
            List<Command> build,
            Command run) {

        public Steps {
            prepare = List.copyOf(prepare);
            check = List.copyOf(check);
            quick = List.copyOf(quick);
            build = List.copyOf(build);
        }
    }

    /// A program, found on the search path or in the folder of the tools, and its arguments.
    record Command(List<String> words) {

        public Command {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a command names a program");
            }
        }

        public String program() {
            return words.getFirst();
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }
}
