package dev.tradewind.proposer.chat;

import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.Reply;

/// What comes of a call that was not answered well: another call, a reply that says so, or the end
/// of the run.
///
/// @param key kept out of every word that leaves
record Settling(ChatRung rung, Key key, Retrying retrying, Standing standing, Outage outage) {

    /// Rejections in a row, without one answer, after which the campaign is wrong and not the
    /// request.
    private static final int HOPELESS = 20;

    /// Tries to reach a provider that has never answered.
    private static final int KNOCKS = 3;

    /// Times a provider that has answered must refuse one request until it is believed.
    private static final int DOUBTS = 4;

    /// A call was answered well.
    Reply answered(Reply.Answered answer) {
        standing.answered();
        outage.answered();
        return answer;
    }

    /// A call was not answered well.
    ///
    /// @throws Attempt.Repeat when it is to be made again
    Reply settled(Diagnosis diagnosis, Attempt attempt) {
        return switch (diagnosis) {
            case Diagnosis.Again again -> failed(again, attempt);
            case Diagnosis.Lost(String why) -> lost(why, attempt);
            case Diagnosis.Rejected(String why) -> rejected(why, attempt);
            case Diagnosis.OutOfCredit(String why) ->
                    throw new ProviderDown(told("out of credit: " + why) + ".");
            case Diagnosis.Refused refused -> refused(refused, attempt);
        };
    }

    /// A provider that has answered with this key and model may be wrong once or twice: gateways
    /// turn calls away when what stands behind them is in trouble.
    private Reply refused(Diagnosis.Refused refused, Attempt attempt) {
        if (standing.hasAnswered() && !refused.evenIfItAnswered()) {
            return rejected(refused.why(), attempt);
        }
        if (standing.hasAnswered() && attempt.tries() < DOUBTS) {
            String why = key.redact(refused.why());
            throw new Attempt.Repeat(outage.failed(attempt.pass(), attempt.tries(), why, null));
        }
        throw new ProviderRefused(told(refused.why()) + ". " + refused.fix() + ".");
    }

    private Reply failed(Diagnosis.Again again, Attempt attempt) {
        if (again.unreached() && attempt.tries() >= KNOCKS && !standing.hasAnswered()) {
            throw new ProviderRefused(
                    told(again.why()) + ". Maybe the address is wrong, or no server runs there.");
        }
        if (attempt.tries() >= retrying.perRequest() && !outage.isDown()) {
            String why = "failed %d times, last: %s".formatted(attempt.tries(), again.why());
            return rejected(why, attempt);
        }
        throw new Attempt.Repeat(
                outage.failed(
                        attempt.pass(), attempt.tries(), key.redact(again.why()), again.pause()));
    }

    /// A call came to nothing that can be read, and may be billed.
    Reply lost(String why, Attempt attempt) {
        String detail = key.redact(why);
        if (standing.unreadable(attempt.trace().received()) >= HOPELESS) {
            throw new ProviderRefused(
                    told(detail)
                            + ". Maybe the address lacks a part such as /v1, or the provider"
                            + " speaks another protocol.");
        }
        outage.lost(attempt.pass(), detail);
        return new Reply.Lost(detail, attempt.inFlight(), attempt.before());
    }

    private Reply rejected(String why, Attempt attempt) {
        if (standing.rejected() >= HOPELESS) {
            throw new ProviderRefused(
                    told(why)
                            + ". It was so for %d requests in a row. Maybe a setting of the rung"
                                    .formatted(HOPELESS)
                            + " does not suit the model.");
        }
        return new Reply.Rejected(key.redact(why), attempt.inFlight(), attempt.before());
    }

    /// With the place it happened at.
    private String told(String why) {
        String bare = why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
        return key.redact(
                "rung %s: model \"%s\" at %s: %s"
                        .formatted(rung.name(), rung.model(), rung.address(), bare));
    }
}
