/// Language models as proposers, through LangChain4j: what is asked, the call and its retries, what
/// it costs, and what is read out of the answer.
///
/// Promises: no more calls at the same time than a rung allows; what may have been billed is never
/// asked again by itself; no key in any word that leaves.
@NullMarked
package dev.tradewind.proposer.chat;

import org.jspecify.annotations.NullMarked;
