/// What breeding reads, varies and writes, held against the compiler.
@NullMarked
package dev.tradewind.proposer.breeding;

import org.jspecify.annotations.NullMarked;
