/// Laws of asking a proposer again and again: how likely a proposal of a model of some size
/// succeeds, which size reaches an improvement at the least cost, and what is known of either.
///
/// Everything is a value; equal arguments and equal random draws give equal answers. A size is in a
/// unit of the caller's, such as billions of active parameters, and keeps it throughout. The form
/// of [SuccessLaw] is published (arXiv:2509.24012); what follows from it for costs is derived here
/// and written down in `law.md`. What cannot be concluded is [Inconclusive], never NaN.
///
/// ```java
/// SuccessFit fit = SuccessFit.of(PublishedRates.shipped().of("Codex", "HumanEval", 1), random);
/// double best = new OptimalSize(fit.law(), new PowerCost(1, 1), 0.3).size();
/// ```
@NullMarked
package dev.tradewind.law.sampling;

import org.jspecify.annotations.NullMarked;
