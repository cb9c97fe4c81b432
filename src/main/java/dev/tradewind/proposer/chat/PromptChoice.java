package dev.tradewind.proposer.chat;

import dev.tradewind.prompt.PromptName;

import org.apache.commons.math3.distribution.BetaDistribution;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Chooses prompts by what they earned. Each is drawn about as often as it is likely to be the one
/// that gives most gains for its cost (Thompson sampling, Biometrika 1933), and never more seldom
/// than a floor, so that one which had bad luck, or gets better as programs do, is seen again.
///
/// A gain is a program better than its best parent. Old evidence fades, as what helps early in a
/// run need not help late. Immutable; equal evidence and randomness choose equally.
public final class PromptChoice {

    /// Least share of each prompt that can be used.
    private static final double FLOOR = 0.05;

    /// What is left of a piece of evidence after one more: the last two hundred or so count.
    private static final double MEMORY = 1 - 1 / 200.0;

    /// Tries for which the other prompts' evidence stands in.
    private static final double PRIOR = 2;

    private static final PromptChoice FRESH = new PromptChoice(Map.of());

    private final Map<PromptName, Earned> earned;

    private PromptChoice(Map<PromptName, Earned> earned) {
        this.earned = earned;
    }

    /// Nothing is known yet.
    public static PromptChoice fresh() {
        return FRESH;
    }

    /// The prompt to be used next.
    public PromptName next(Usable usable, RandomGenerator random) {
        List<PromptName> prompts = List.copyOf(usable.prompts());
        if (random.nextDouble() < FLOOR * prompts.size()) {
            return prompts.get(random.nextInt(prompts.size()));
        }
        ToDoubleFunction<PromptName> drawn = promises(prompts, random)::get;
        return prompts.stream().max(Comparator.comparingDouble(drawn)).orElseThrow();
    }

    /// What is known after one more use of a prompt.
    ///
    /// @param gain whether a program better than its best parent came of it
    /// @param cost 0 or more, always in the same unit
    public PromptChoice observe(PromptName prompt, boolean gain, double cost) {
        Map<PromptName, Earned> next = new EnumMap<>(PromptName.class);
        earned.forEach((name, before) -> next.put(name, before.times(MEMORY)));
        next.merge(prompt, new Earned(1, gain ? 1 : 0, cost), Earned::plus);
        return new PromptChoice(next);
    }

    /// Gains for one unit of cost, drawn from what may be true of each prompt.
    private Map<PromptName, Double> promises(List<PromptName> prompts, RandomGenerator random) {
        Earned all = earned.values().stream().reduce(Earned.NOTHING, Earned::plus);
        Luck luck = new Luck(random);
        return prompts.stream()
                .collect(Collectors.toMap(name -> name, name -> promise(of(name), all, luck)));
    }

    private Earned of(PromptName prompt) {
        return earned.getOrDefault(prompt, Earned.NOTHING);
    }

    private static double promise(Earned own, Earned all, Luck luck) {
        Earned prior = new Earned(1, all.rate(), all.price()).times(PRIOR);
        Earned sum = own.plus(prior);
        return new BetaDistribution(luck, sum.gains(), sum.tries() - sum.gains()).sample()
                / sum.price();
    }
}
