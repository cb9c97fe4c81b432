package dev.tradewind.proposer.breeding;

/// How programs are bred.
///
/// @param nodes most syntax nodes a region may grow to
/// @param depth most levels a freshly grown expression has
public record BreedingSettings(int nodes, int depth) {

    public static final BreedingSettings DEFAULT = new BreedingSettings(60, 4);
}
