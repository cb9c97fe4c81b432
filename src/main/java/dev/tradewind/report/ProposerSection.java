package dev.tradewind.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
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
                .formatted(cost(), rungs().markdown(), prompts());
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
                        "best",
                        "USD",
                        "tokens in",
                        "cached",
                        "out",
                        "USD per kept"),
                document.rungs().stream().map(ProposerSection::row).toList());
    }

    private static List<String> row(RungResult rung) {
        List<String> row = new ArrayList<>();
        row.add(rung.name());
        row.add(Figures.count(rung.flights()));
        row.add(Figures.count(rung.scored()));
        row.add(Figures.count(rung.kept()));
        row.add(Figures.count(rung.best()));
        row.add(Figures.money(rung.spend().money()));
        row.add(Figures.count(rung.spend().models().input()));
        row.add(Figures.count(rung.spend().models().cached()));
        row.add(Figures.count(rung.spend().models().output()));
        row.add(each(rung.spend().money(), rung.kept()));
        return row;
    }

    private static String each(BigDecimal money, long count) {
        return count == 0
                ? Figures.NONE
                : Figures.money(money.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64));
    }

    private String prompts() {
        String kept =
                "\nKept are programs that did something no program did before; best are those that"
                        + " became the best of the run.\n";
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
