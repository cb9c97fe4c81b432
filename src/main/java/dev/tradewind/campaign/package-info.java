/// The user's YAML, read, checked and defaulted into one record.
///
/// A [Campaign] is a value: every default is written out in it, and everything random follows from
/// its seed. Reading finds all that is wrong before anything runs and tells of it at once, with
/// file, line, the value found, what is allowed and a likely fix. A [Ladder] says who proposes; it
/// may stand in a file of its own. Nothing is written here, and no key is read.
///
/// ```java
/// Campaign campaign =
///         CampaignReader.read(
///                 Path.of("evaluators/bin-packing"),
///                 List.of(new Setting("--budget", "budget", "1000 evaluations")));
/// String text = CampaignWriter.text(campaign, Path.of("results/bin-packing/001"));
/// ```
@NullMarked
package dev.tradewind.campaign;

import org.jspecify.annotations.NullMarked;
