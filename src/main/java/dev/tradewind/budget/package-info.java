/// What may be spent and what was: evaluations, time, money, tokens, model FLOPs. Values only;
/// whoever runs the loop adds them up.
@NullMarked
package dev.tradewind.budget;

import org.jspecify.annotations.NullMarked;
