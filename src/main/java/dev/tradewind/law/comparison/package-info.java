/// How contestants compare who played the same games: paired differences with their interval, the
/// sign test, and ratios of costs some of which are known as bounds only.
///
/// Every interval is of 95 %.
@NullMarked
package dev.tradewind.law.comparison;

import org.jspecify.annotations.NullMarked;
