package dev.tradewind.law.simulation;

import java.util.Locale;

/// How the truth is drawn, and in what the law, or what was said beforehand, is wrong.
public enum World {
    /// Rates follow a law of size, each off by a third or so.
    LAWFUL("rates follow the law, each off by a third or so"),
    /// Rates are off the law by a factor of e or so.
    LOOSE("rates are off the law by a factor of 2.7 or so"),
    /// The law's rates, dealt out to the sizes at random.
    PERMUTED("the law's rates, dealt out to the sizes at random"),
    /// One rung never succeeds.
    BROKEN("one rung never succeeds"),
    /// Costs are a third of what was said, or three times that, rung by rung.
    MISPRICED("costs are a third or three times of what was said"),
    /// At half time, the rates are dealt out anew.
    CHANGING("at half time, the rates are dealt out anew"),
    /// Parents are beaten by the law, in 5 to 30 % of the proposals or so; of these, about one in
    /// ten beats the best at first. All levels are seen.
    LEVELS("parents are beaten by the law, one time in ten the best; all is seen"),
    /// The same, but of those that beat their parent one in a hundred beats the best.
    RARE("parents are beaten by the law, one time in a hundred the best; all is seen"),
    /// Lawful, and two rungs in six have no known size.
    BESIDE("lawful, and two rungs of six have no known size");

    private final String about;

    World(String about) {
        this.about = about;
    }

    /// What it is, in words.
    public String about() {
        return about;
    }

    /// Whether failures tell how far they came.
    boolean leveled() {
        return this == LEVELS || this == RARE;
    }

    /// The name used on the command line: `lawful`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
