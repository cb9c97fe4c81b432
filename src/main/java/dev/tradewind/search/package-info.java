/// The loop, and the two places where parts are put together: `Assembly` what evaluates,
/// `Proposers` what proposes.
///
/// A run asks models itself ([Answers.Live]) or gives the answers another run recorded once more
/// ([Answers.Recorded]); either way what it was answered is journalled, and going on with a run
/// asks nothing twice.
@NullMarked
package dev.tradewind.search;

import org.jspecify.annotations.NullMarked;
