/// Proposes settings for tasks whose candidates are settings: [SettingsBreeding] crosses and moves
/// those of good programs, [RandomSettings] draws them evenly. No model; equal asks get equal
/// proposals.
@NullMarked
package dev.tradewind.proposer.settings;

import org.jspecify.annotations.NullMarked;
