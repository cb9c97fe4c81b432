package dev.tradewind.cli;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Usage;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Reply;
import dev.tradewind.report.Cost;
import dev.tradewind.report.Figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a flight said to language models and heard from them, and what that cost, for a terminal.
///
/// @param whole whether whole conversations are told, or of each the last question only
record ExchangePage(OpenRun run, Recorded program, boolean whole) {

    /// Nothing for a flight that asked no model.
    List<String> lines() {
        List<Exchange> exchanges = run.exchanges(program);
        List<String> lines = new ArrayList<>();
        if (!exchanges.isEmpty()) {
            lines.add("");
            lines.add("cost      " + run.cost(program).words() + descent());
        }
        exchanges.forEach(exchange -> lines.addAll(lines(exchange, exchanges.size())));
        return lines;
    }

    private String descent() {
        Cost descent = run.descentCost(program);
        return "; all it descends from included: " + descent.words();
    }

    private List<String> lines(Exchange exchange, int of) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("=== exchange %d of %d".formatted(exchange.turn(), of));
        lines.add("rung      " + exchange.request().rung() + servedBy(exchange.reply()));
        lines.add(
                "prompt    %s (%s)"
                        .formatted(exchange.request().prompt(), exchange.request().promptHash()));
        lines.add("tokens    " + tokens(exchange.charge()));
        lines.add("paid      " + paid(exchange));
        lines.add("ended     " + ended(exchange.reply()));
        asked(exchange).forEach(message -> lines.addAll(said(message)));
        lines.addAll(answer(exchange.reply()));
        return lines;
    }

    private static String servedBy(Reply reply) {
        return reply instanceof Reply.Answered answered
                ? ", answered by " + answered.servedBy()
                : "";
    }

    private static String tokens(Charge charge) {
        Usage usage = charge.usage();
        return "%s in (%s cached), %s out (%s reasoning)%s"
                .formatted(
                        Figures.count(usage.input()),
                        Figures.count(usage.cached()),
                        Figures.count(usage.output()),
                        Figures.count(usage.reasoning()),
                        charge.estimated() > 0 ? ", estimated" : "");
    }

    private static String paid(Exchange exchange) {
        Charge charge = exchange.charge();
        String risk =
                charge.atRisk().amount().signum() == 0
                        ? ""
                        : " (and %s USD at risk)"
                                .formatted(Figures.money(charge.atRisk().amount()));
        return "%s USD%s, %s, %d %s"
                .formatted(
                        Figures.money(charge.money().amount()),
                        risk,
                        seconds(charge),
                        exchange.reply().retries(),
                        exchange.reply().retries() == 1 ? "retry" : "retries");
    }

    private static String seconds(Charge charge) {
        return String.format(Locale.ROOT, "%.2f s", charge.inFlight().toMillis() / 1000.0);
    }

    private static String ended(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered ->
                    switch (answered.finish()) {
                        case STOP -> "stop: it had said all";
                        case LENGTH -> "length: cut off at the limit of tokens";
                        case FILTERED -> "filtered by the provider";
                        case OTHER -> "other: the provider does not say why";
                    };
            case Reply.Lost lost -> "lost: " + lost.detail();
            case Reply.Rejected rejected -> "rejected: " + rejected.detail();
        };
    }

    private List<Message> asked(Exchange exchange) {
        List<Message> messages = exchange.request().messages();
        return whole || messages.isEmpty() ? messages : List.of(messages.getLast());
    }

    private static List<String> said(Message message) {
        return under(message.role().name().toLowerCase(Locale.ROOT), message.text());
    }

    private static List<String> answer(Reply reply) {
        List<String> lines = new ArrayList<>();
        if (reply instanceof Reply.Answered answered) {
            if (!answered.thinking().isEmpty()) {
                lines.addAll(under("thinking", answered.thinking()));
            }
            lines.addAll(under("answer", answered.text()));
        }
        return lines;
    }

    private static List<String> under(String heading, String text) {
        List<String> lines = new ArrayList<>(List.of("", "--- " + heading));
        lines.addAll(text.lines().toList());
        return lines;
    }
}
