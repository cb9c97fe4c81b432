package dev.tradewind.proposer.chat;

import dev.tradewind.evaluation.Decimals;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Briefing.Account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is said of the programs to start from. They are numbered from worst to best, so that the
/// version asked for is the next one up (FunSearch, Methods, "Best-shot prompting").
///
/// @param objectives of the task
record VersionWords(List<Objective> objectives, Exhibit exhibit) {

    Map<String, Object> values(Ask ask) {
        Briefing briefing = ask.briefing();
        List<Program> programs = ask.parents().reversed().stream().map(Candidate::program).toList();
        Set<String> alike = exhibit.alike(programs);
        return Map.of(
                "parents", parents(programs, accounts(ask), alike),
                "shared", exhibit.only(programs.getLast(), alike),
                "best", version(programs.size() - 1),
                "next", version(programs.size()),
                "single", exhibit.single(),
                "advice", briefing.advice().strip(),
                "tried", briefing.tried().stream().map(VersionWords::tried).toList());
    }

    /// From worst to best.
    private static List<Account> accounts(Ask ask) {
        List<Account> accounts = ask.briefing().accounts();
        if (accounts.size() != ask.parents().size()) {
            throw new IllegalArgumentException(
                    "%d accounts of %d parents".formatted(accounts.size(), ask.parents().size()));
        }
        return accounts.reversed();
    }

    private List<Map<String, Object>> parents(
            List<Program> programs, List<Account> accounts, Set<String> alike) {
        List<Map<String, Object>> parents = new ArrayList<>();
        for (int at = 0; at < programs.size(); at++) {
            Account account = accounts.get(at);
            parents.add(
                    Map.of(
                            "version", version(at),
                            "scores", scores(account.training()),
                            "account", Fence.around(account.text()),
                            "files", exhibit.without(programs.get(at), alike)));
        }
        return parents;
    }

    /// Such as `4.31 % excess, 12 bins`.
    private String scores(Scores scores) {
        List<String> told = new ArrayList<>();
        for (int at = 0; at < objectives.size(); at++) {
            Objective objective = objectives.get(at);
            String value = Decimals.of(scores.values().get(at), objective.unit());
            told.add(value + Decimals.suffix(objective.unit()) + " " + objective.name());
        }
        return String.join(", ", told);
    }

    private static Map<String, String> tried(Briefing.Tried tried) {
        return Map.of("idea", tried.idea(), "outcome", tried.outcome());
    }

    private static String version(int number) {
        return "v" + number;
    }
}
