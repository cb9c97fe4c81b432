/// Runs untrusted code under limits and reports how it ended. The parent's half starts, watches and
/// kills processes; the child's half ([Service]) answers frames on a pipe.
@NullMarked
package dev.tradewind.sandbox;

import org.jspecify.annotations.NullMarked;
