/// Evolutionary search over programs: propose, run in a sandbox, score from a certificate, keep,
/// repeat.
@org.jspecify.annotations.NullMarked
package dev.tradewind;
