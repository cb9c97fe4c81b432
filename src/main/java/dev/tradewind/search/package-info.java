/// The loop, and the one place (`Assembly`) where parts are put together.
@NullMarked
package dev.tradewind.search;

import org.jspecify.annotations.NullMarked;
