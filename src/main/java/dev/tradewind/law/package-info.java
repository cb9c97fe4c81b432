/// Scaling laws: what a larger proposer buys, what it costs, and where the next unit of budget
/// should go. Knows sizes, spend and gain, nothing of programs or models.
///
/// Pure: values in, values out; randomness is handed in. Three alcoves: `training` (laws of the
/// models' own training), `sampling` (laws of asking a proposer again and again), `allocation` (the
/// estimator that learns during a search, and policies that decide by it). Nothing here ever
/// answers with NaN: what cannot be concluded is said.
@NullMarked
package dev.tradewind.law;

import org.jspecify.annotations.NullMarked;
