package dev.tradewind.law.allocation;

/// An allocator that can say what money would buy.
public interface Forecasting {

    /// What the next unit of budget buys, spent the way this allocator would spend it now.
    ///
    /// @param cost to be spent, in the unit of observed costs; 0 or more and finite
    Forecast forecast(double cost);
}
