/// Asks for programs and accounts for it: `proposer.breeding` grows them and `proposer.tuning`
/// moves their numbers without a model, `proposer.chat` asks language models.
///
/// What a model is told of the search comes in a [Briefing]; what it was asked and answered goes
/// through the flight's [Exchanges], whose keeper may know the answer already. A [Proposer] says
/// the most a proposal may cost before it makes one.
@NullMarked
package dev.tradewind.proposer;

import org.jspecify.annotations.NullMarked;
