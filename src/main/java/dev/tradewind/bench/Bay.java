package dev.tradewind.bench;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.Setting;

import java.nio.file.Path;
import java.util.List;

/// Where a measurement works.
///
/// @param folder empty and its own
/// @param turn how many times the same was measured before, from 1; the seed of a search
record Bay(Setup setup, Path folder, int turn) {

    /// The usual plan of the bin-packing task, or of a campaign file in its folder.
    Campaign campaign(String file, Setting... said) {
        return CampaignReader.read(setup.task().resolve(file), List.of(said));
    }

    Campaign campaign() {
        return campaign("task.yaml");
    }
}
