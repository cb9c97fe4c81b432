package dev.tradewind.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What can be measured.
public enum BenchSuite {
    /// The engine alone.
    ENGINE("the engine alone, scoring being free: speed, memory, journal"),
    /// Candidates in their sandbox.
    SANDBOX("the full sandbox: source to score, kills, memory, what isolation adds"),
    /// The way into it.
    GUARD("what compiling, checking and counting steps cost"),
    /// The decision who proposes.
    LAW("what deciding who proposes costs"),
    /// Language models that propose.
    MODELS("searches led by a pretend model: speed, memory, processor time, journal"),
    /// The main job.
    SEARCH("what searches for packing rules come to, seeds 1 to 3; takes a quarter of an hour");

    private final String about;

    BenchSuite(String about) {
        this.about = about;
    }

    /// Those that are run when none is named: what takes no more than a few minutes.
    public static Set<BenchSuite> usual() {
        return EnumSet.complementOf(EnumSet.of(SEARCH));
    }

    /// What it measures, in words.
    public String about() {
        return about;
    }

    List<Post> posts() {
        return Stream.of(Post.values()).filter(post -> post.suite() == this).toList();
    }

    /// The name used on the command line: `engine`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
