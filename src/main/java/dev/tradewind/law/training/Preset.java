package dev.tradewind.law.training;

import java.util.List;
import java.util.stream.Collectors;

/// Published constants of the loss law. They disagree: the same question has as many answers as
/// there are presets, and the spread between them is part of the answer.
///
/// @param name as people write it
/// @param source what the constants are and where they stand
public record Preset(String name, LossLaw law, String source) {

    /// Those with which the figures of Sardana et al. come out as printed.
    public static final Preset SARDANA =
            new Preset(
                    "sardana",
                    new LossLaw(1.69, new Power(406.4, 0.336), new Power(410.7, 0.283)),
                    "inferred: with these the figures of Sardana et al. 2024 (arXiv:2401.00448)"
                            + " come out as printed");

    /// As the paper prints them, exponents with two digits.
    public static final Preset HOFFMANN =
            new Preset(
                    "hoffmann",
                    new LossLaw(1.69, new Power(406.4, 0.34), new Power(410.7, 0.28)),
                    "published, rounded: Hoffmann et al. 2022 (arXiv:2203.15556), approach 3");

    /// As the source of the paper has them.
    public static final Preset HOFFMANN_TEX =
            new Preset(
                    "hoffmann-tex",
                    new LossLaw(1.69337, new Power(406.401, 0.33917), new Power(410.723, 0.28491)),
                    "published: Hoffmann et al. 2022 (arXiv:2203.15556), approach 3, TeX source");

    /// The replication.
    public static final Preset BESIROGLU =
            new Preset(
                    "besiroglu",
                    new LossLaw(1.8172, new Power(482.01, 0.3478), new Power(2085.43, 0.3658)),
                    "published: Besiroglu et al. 2024 (arXiv:2404.10102), refit of the same runs");

    /// All of them.
    public static final List<Preset> ALL = List.of(SARDANA, HOFFMANN, HOFFMANN_TEX, BESIROGLU);

    /// The one of this name.
    ///
    /// @throws IllegalArgumentException when there is none, with those there are
    public static Preset named(String name) {
        return ALL.stream()
                .filter(preset -> preset.name.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"%s\" are no constants; there are: %s"
                                                .formatted(name, names())));
    }

    /// All names, for people.
    public static String names() {
        return ALL.stream().map(Preset::name).collect(Collectors.joining(", "));
    }
}
