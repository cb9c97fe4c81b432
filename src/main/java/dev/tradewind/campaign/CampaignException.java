package dev.tradewind.campaign;

import java.util.List;

/// A task or campaign that cannot be run as written. It lists everything that was found, each with
/// its place, the offending value, what is allowed, and a likely fix where there is one.
public final class CampaignException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    CampaignException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// One line for each problem, such as `campaign.yaml:14 budget: "5" has no unit. …`.
    public List<String> problems() {
        return problems;
    }
}
