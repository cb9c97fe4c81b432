/// The only way from proposed text to a runnable candidate: read, compile (in a sandboxed process),
/// allow-list, fuel, fingerprint.
@NullMarked
package dev.tradewind.guard;

import org.jspecify.annotations.NullMarked;
