@NullMarked
package dev.tradewind.proposer.tuning;

import org.jspecify.annotations.NullMarked;
