package dev.tradewind.proposer.chat;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Briefing.Account;
import dev.tradewind.proposer.Briefing.Broken;
import dev.tradewind.proposer.Briefing.Tried;
import dev.tradewind.proposer.Exchanges;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two small tasks and what may be asked about them.
final class Talks {

    /// One file, one region.
    static final Task QUEUE =
            task(
                    """
                    # Which job next

                    A machine does jobs one after the other. Write the rule that says how urgent a job
                    is; the most urgent one is done next.
                    """,
                    List.of(Objective.minimise("tardiness", "h")),
                    queue("        return -due;\n"));

    /// Three files, two of them with regions, and two objectives.
    static final Task FLIGHT =
            task(
                    "Steer a glider far and safely.",
                    List.of(Objective.maximise("distance", "km"), Objective.minimise("risk", "1")),
                    flight("return 0.1;", "return 4;"));

    static final String ACCOUNT = "small shops: 3.90 h\nlarge shops: 5.02 h";

    private Talks() {}

    static Program queue(String body) {
        return Program.of(
                "Urgency.java",
                """
                import jobs.Rule;

                public final class Urgency implements Rule {

                    // EVOLVE-BLOCK-START
                    @Override
                    public double urgency(double due, double work) {
                %s    }
                    // EVOLVE-BLOCK-END
                }
                """
                        .formatted(body));
    }

    static Program flight(String climb, String turn) {
        return new Program(
                new TreeMap<>(
                        Map.of(
                                "Climb.java", marked("Climb", climb),
                                "Glider.java", "class Glider {}\n",
                                "turn/Turn.java", marked("Turn", turn))));
    }

    private static String marked(String name, String body) {
        return """
        final class %s {
            // EVOLVE-BLOCK-START
            static double at(double height) {
                %s
            }
            // EVOLVE-BLOCK-END
        }
        """
                .formatted(name, body);
    }

    private static Task task(String statement, List<Objective> objectives, Program seed) {
        return new Task(
                "small",
                Path.of(""),
                statement,
                objectives,
                seed,
                new Workings.InJava(
                        Map.of("jobs/Rule.java", "package jobs;\n\npublic interface Rule {}\n"),
                        Map.of(),
                        Map.of()),
                TaskLimits.DEFAULT,
                Procedure.PLAIN,
                Map.of(),
                List.of(),
                List.of());
    }

    /// Two versions of the queue, with all that can be told beside them.
    static Ask queueAsk(String prompt) {
        return ask(
                List.of(
                        queue("        return work / (due + 1);\n"),
                        queue("        return -due;\n")),
                new Briefing(
                        prompt,
                        List.of(
                                new Account(Scores.of(4.3127), ACCOUNT),
                                new Account(Scores.of(6), "")),
                        "- Helped: weighing work against time\n- Try: the average work",
                        List.of(
                                new Tried("Earliest due date first", "6 h, kept"),
                                new Tried("Random order", "FORBIDDEN")),
                        null));
    }

    /// Two versions of the glider that differ in one file.
    static Ask flightAsk(String prompt) {
        return ask(
                List.of(flight("return 0.2;", "return 4;"), flight("return 0.1;", "return 4;")),
                new Briefing(
                        prompt,
                        List.of(
                                new Account(new Scores(List.of(12.5, 0.25)), ""),
                                new Account(new Scores(List.of(11.0, 0.5)), "")),
                        "",
                        List.of(),
                        null));
    }

    static Ask brokenAsk(FailureCause cause, String detail) {
        Candidate failed = Candidate.seed(queue("        return work / deu;\n"));
        return ask(
                List.of(QUEUE.seed()),
                new Briefing(
                        "repair",
                        List.of(new Account(Scores.of(6), "")),
                        "",
                        List.of(),
                        new Broken(failed, cause, detail)));
    }

    static Ask ask(List<Program> bestFirst, Briefing briefing) {
        return new Ask(
                bestFirst.stream().map(Candidate::seed).toList(), 1, 0, briefing, Exchanges.live());
    }
}
