package dev.tradewind.proposer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The exchanges of one flight. Whoever keeps the record may know the answer already: one that was
/// paid for is never paid for twice. Used by the flight's thread alone.
public interface Exchanges {

    /// The exchange for a request: the recorded one, or the one `call` makes.
    Exchange exchange(Request request, Supplier<Exchange> call);

    /// Those of this flight so far, in order.
    List<Exchange> made();

    /// Makes every call.
    static Exchanges live() {
        List<Exchange> made = new ArrayList<>();
        return new Exchanges() {
            @Override
            public Exchange exchange(Request request, Supplier<Exchange> call) {
                Exchange exchange = call.get();
                made.add(exchange);
                return exchange;
            }

            @Override
            public List<Exchange> made() {
                return List.copyOf(made);
            }
        };
    }
}
