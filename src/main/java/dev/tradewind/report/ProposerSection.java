package dev.tradewind.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// The part of a run's page that tells who proposed, what came of it and what it cost, and where
/// these figures come from.
record ProposerSection(RunDocument document) {

    String markdown() {
        return """
        ## Proposers

        %s

        %s%s
        """
                .formatted(cost(), rungs().markdown() + calls(), prompts());
    }

    private String cost() {
        Spent spend = document.spend();
        Cost descent = document.descent();
        String whole =
                "The whole run cost %s USD and %s tokens."
                        .formatted(Figures.money(spend.money()), Figures.tokens(spend.tokens()));
        String best =
                descent == null
                        ? ""
                        : " The best program and all it descends from cost %s USD and %s tokens."
                                .formatted(
                                        Figures.money(descent.money()),
                                        Figures.tokens(descent.tokens()));
        return whole + best + " " + sources(spend.models());
    }

    private static String sources(Calls models) {
        if (models.calls() == 0) {
            return "No language model was called.";
        }
        String tokens =
                models.estimated() == 0
                        ? "Tokens are measured: what the providers told."
                        : "Tokens are measured, as the providers told them, but for %s of %s calls"
                                        .formatted(
                                                Figures.count(models.estimated()),
                                                Figures.count(models.calls()))
                                + " that told none: these are assumed from the length of the text.";
        String risk =
                models.moneyAtRisk().signum() == 0
                        ? ""
                        : " At risk are %s USD at most, for calls that got no answer."
                                .formatted(Figures.money(models.moneyAtRisk()));
        return "Money is computed from the prices the campaign declares; no bill was seen. "
                + tokens
                + risk;
    }

    private Table rungs() {
        return new Table(
                List.of(
                        "rung",
                        "flights",
                        "scored",
                        "kept",
                        "beat parent",
                        "beat island",
                        "best",
                        "CPU s",
                        "USD"),
                document.rungs().stream().map(ProposerSection::row).toList());
    }

    private static List<String> row(RungResult rung) {
        return List.of(
                rung.name(),
                Figures.count(rung.flights()),
                Figures.count(rung.scored()),
                Figures.count(rung.kept()),
                Figures.count(rung.beatParent()),
                Figures.count(rung.beatBest()),
                Figures.count(rung.best()),
                Figures.value(rung.spend().cpu(), "s"),
                Figures.money(rung.spend().money()));
    }

    private String calls() {
        List<RungResult> models =
                document.rungs().stream().filter(rung -> rung.model() != null).toList();
        return models.isEmpty()
                ? ""
                : "\n"
                        + new Table(
                                        List.of(
                                                "model",
                                                "tokens in",
                                                "cached",
                                                "out",
                                                "USD per kept"),
                                        models.stream().map(ProposerSection::called).toList())
                                .markdown();
    }

    private static List<String> called(RungResult rung) {
        Calls models = rung.spend().models();
        return List.of(
                rung.name(),
                Figures.count(models.input()),
                Figures.count(models.cached()),
                Figures.count(models.output()),
                each(rung.spend().money(), rung.kept()));
    }

    private static String each(BigDecimal money, long count) {
        return count == 0
                ? Figures.NONE
                : Figures.money(money.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64));
    }

    private String prompts() {
        String kept =
                """

                Kept are programs that did something no program did before. Some beat their best
                parent on training, some all their island knew; best are those that became the
                best of the run.
                """;
        return document.prompts().isEmpty()
                ? kept
                : kept + "\n### Prompts\n\n" + promptTable().markdown();
    }

    private Table promptTable() {
        return new Table(
                List.of("prompt", "used", "gave a program", "kept", "USD", "tokens"),
                document.prompts().stream().map(ProposerSection::row).toList());
    }

    private static List<String> row(PromptResult prompt) {
        return List.of(
                prompt.name(),
                Figures.count(prompt.used()),
                Figures.count(prompt.programs()),
                Figures.count(prompt.kept()),
                Figures.money(prompt.spend().money()),
                Figures.count(prompt.spend().tokens()));
    }
}
