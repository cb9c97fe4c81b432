package dev.tradewind.law.allocation;

import java.util.List;

/// What the law takes for granted before it has seen anything.
///
/// @param cells the law's parameters that are thought possible
/// @param spread standard deviation of a rung's true rate around the law's, relative to it; more
///   than 0
/// @param levels steps of the [Chain], the last of them [Level#BEAT_BEST]
record Assumptions(LawCells cells, double spread, List<Level> levels) {

    /// Loose enough that a wrong law does no harm: simulated, a spread of 0.8 loses nothing where
    /// the law is right and gains ten points where it is wrong (assumed; see `law simulate`).
    static final double LOOSE = 0.8;

    static final List<Level> CHAINED = List.of(Level.BEAT_PARENT, Level.BEAT_BEST);

    static final List<Level> DIRECT = List.of(Level.BEAT_BEST);

    static final Assumptions USUAL = new Assumptions(LawCells.usual(), LOOSE, CHAINED);
}
