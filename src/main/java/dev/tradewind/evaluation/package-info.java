/// What a task asks and what a candidate is worth: the plug-in door. A task's author writes two
/// halves: a [Harness], which runs a candidate in the sandbox and writes a certificate of what it
/// did, and a [Scorer], which makes the instances and computes the scores from certificates. A
/// score is never believed, only a certificate.
@NullMarked
package dev.tradewind.evaluation;

import org.jspecify.annotations.NullMarked;
