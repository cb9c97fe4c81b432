/// What may be spent and what was: evaluations, time, money, tokens, model FLOPs. Values, and the
/// [Ledger] that adds them up for whoever runs the loop: what a flight may cost at most is promised
/// to it before it starts, so that limits that can be counted are never exceeded.
@NullMarked
package dev.tradewind.budget;

import org.jspecify.annotations.NullMarked;
