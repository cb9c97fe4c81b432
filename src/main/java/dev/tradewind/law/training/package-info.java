/// Laws of a model's own training: what loss its parameters and tokens reach, how a compute budget
/// is best split between them, and how the split moves when the model will be used afterwards.
///
/// Units: parameters (active ones), tokens, FLOP, loss in nats per token. Training takes 6 FLOP a
/// parameter and token, using a model 2. A [dev.tradewind.law.training.Preset] holds published
/// constants; a [dev.tradewind.law.training.ChinchillaFit] finds them from runs. Everything here is
/// a value and may be shared between threads.
///
/// ```java
/// LossLaw law = Preset.SARDANA.law();
/// double loss = law.loss(law.optimumOfSize(30e9));
/// TrainingPlan smaller = new LifetimeCost(1e13).cheapest(law, loss);
/// ```
@NullMarked
package dev.tradewind.law.training;

import org.jspecify.annotations.NullMarked;
