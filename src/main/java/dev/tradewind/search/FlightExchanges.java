package dev.tradewind.search;

import dev.tradewind.journal.JournalException;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.proposer.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What one flight says to models and hears from them. What an earlier session was answered is not
/// asked again.
final class FlightExchanges implements Exchanges {

    private final List<Exchange> recorded;
    private final Source source;
    private final Consumer<Exchange> log;
    private final List<Exchange> made = new ArrayList<>();

    /// @param recorded of an earlier session, by turn
    /// @param log hears of each exchange that is not recorded yet
    FlightExchanges(List<Exchange> recorded, Source source, Consumer<Exchange> log) {
        this.recorded = recorded;
        this.source = source;
        this.log = log;
    }

    /// Where an exchange comes from that this run has not recorded.
    interface Source {
        Exchange exchange(int turn, Request request, Supplier<Exchange> call);
    }

    @Override
    public Exchange exchange(Request request, Supplier<Exchange> call) {
        int turn = made.size() + 1;
        Exchange exchange = turn <= recorded.size() ? known(request) : fresh(turn, request, call);
        made.add(exchange);
        return exchange;
    }

    private Exchange known(Request request) {
        Exchange exchange = recorded.get(made.size());
        if (!exchange.request().hash().equals(request.hash())) {
            throw new JournalException(
                    "the journal cannot be continued: a model of rung %s would be asked something"
                                    .formatted(request.rung())
                            + " else than when it was written. Maybe it was written by another"
                            + " version of tradewind; start a new run instead");
        }
        return exchange;
    }

    private Exchange fresh(int turn, Request request, Supplier<Exchange> call) {
        Exchange exchange = source.exchange(turn, request, call);
        log.accept(exchange);
        return exchange;
    }

    @Override
    public List<Exchange> made() {
        return List.copyOf(made);
    }
}
