/// Who is asked next: an [dev.tradewind.law.allocation.Allocator] ranks the rungs of a ladder and
/// learns from what became of each proposal. Owned by one thread.
@NullMarked
package dev.tradewind.law.allocation;

import org.jspecify.annotations.NullMarked;
