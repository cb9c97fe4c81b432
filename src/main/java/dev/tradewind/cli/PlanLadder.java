package dev.tradewind.cli;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.PriceList;
import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.law.sampling.LadderPlan.Priced;
import dev.tradewind.proposer.chat.ChatRung;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A ladder as a plan sees it: rungs that have a size, and those beside them.
///
/// @param sized models of known size, in the ladder's order
/// @param beside names of all others
record PlanLadder(List<ChatRung> sized, List<String> beside, PlanAssumptions assumed) {

    private static final double BILLION = 1e9;
    private static final double HOUR = 3_600;

    PlanLadder {
        sized = List.copyOf(sized);
        beside = List.copyOf(beside);
    }

    static PlanLadder of(Ladder ladder, PlanAssumptions assumed) {
        List<ChatRung> sized = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (Rung rung : ladder.rungs()) {
            if (rung instanceof Rung.Chat(ChatRung model, var _, var _)
                    && model.size() instanceof ModelSize.Active) {
                sized.add(model);
            } else {
                beside.add(rung.name());
            }
        }
        return new PlanLadder(sized, beside, assumed);
    }

    int rungs() {
        return sized.size() + beside.size();
    }

    /// Whether a proposal or its evaluation costs anything in a unit, at every rung.
    boolean costs(PlanUnit unit) {
        return evaluation(unit) > 0 || sized.stream().allMatch(rung -> proposal(rung, unit) > 0);
    }

    /// Whether any price is asked for proposals.
    boolean paid() {
        return sized.stream().anyMatch(rung -> proposal(rung, PlanUnit.USD) > 0);
    }

    List<Priced> priced(PlanUnit unit) {
        return sized.stream()
                .map(
                        rung ->
                                new Priced(
                                        rung.name(),
                                        billions(rung),
                                        proposal(rung, unit),
                                        evaluation(unit)))
                .toList();
    }

    private double evaluation(PlanUnit unit) {
        return assumed.evaluation().getOrDefault(unit, 0.0);
    }

    private double proposal(ChatRung rung, PlanUnit unit) {
        double parameters = billions(rung) * BILLION;
        return switch (unit) {
            case USD -> dollars(rung, assumed.seconds(parameters));
            case SECONDS -> assumed.seconds(parameters);
            case FLOP -> assumed.flop(parameters);
        };
    }

    private double dollars(ChatRung rung, double seconds) {
        return switch (rung.price()) {
            case PriceList.Free _ -> 0;
            case PriceList.PerHour(var hour) -> hour.amount().doubleValue() * seconds / HOUR;
            case PriceList.PerMillionTokens list ->
                    list.of(assumed.usage(), Duration.ZERO).amount().doubleValue();
        };
    }

    static double billions(ChatRung rung) {
        return switch (rung.size()) {
            case ModelSize.Active(double parameters) -> parameters / BILLION;
            case ModelSize.Unknown _ -> 0;
        };
    }

    /// Rungs that cost less than a smaller one, a sentence each.
    List<String> upsideDown() {
        List<ChatRung> bySize =
                sized.stream().sorted(Comparator.comparingDouble(PlanLadder::billions)).toList();
        List<String> found = new ArrayList<>();
        for (int at = 1; at < bySize.size(); at++) {
            ChatRung smaller = bySize.get(at - 1);
            ChatRung larger = bySize.get(at);
            if (proposal(larger, PlanUnit.USD) < proposal(smaller, PlanUnit.USD)) {
                found.add(
                        ("prices do not grow with size: %s is larger than %s and cheaper, so in"
                                        + " dollars no law of growth would ask %s")
                                .formatted(larger.name(), smaller.name(), smaller.name()));
            }
        }
        return found;
    }
}
