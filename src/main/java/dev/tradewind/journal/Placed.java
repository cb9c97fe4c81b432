package dev.tradewind.journal;

import dev.tradewind.proposer.Exchange;

/// An exchange and the flight it belongs to.
public record Placed(Line line, long flight, Exchange exchange) {}
