package dev.tradewind.cli;

import java.util.Locale;

/// Laws that can be fitted.
enum LawKind {
    /// Success of proposals by size: `size` with `successes` and `trials`, or with `pass_pct`.
    SUCCESS,
    /// Loss by parameters and tokens: `N`, `D`, `loss`.
    CHINCHILLA;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
