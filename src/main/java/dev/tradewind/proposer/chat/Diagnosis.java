package dev.tradewind.proposer.chat;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What a mishap means for the call and for the run.
sealed interface Diagnosis {

    /// For people, one line.
    String why();

    /// Cost nothing and may pass.
    ///
    /// @param pause the provider asks for; null when it asks for none
    /// @param unreached whether nobody was there at all
    record Again(String why, @Nullable Duration pause, boolean unreached) implements Diagnosis {}

    /// May be billed, so it is not tried again.
    record Lost(String why) implements Diagnosis {}

    /// The fault of this request; costs nothing.
    record Rejected(String why) implements Diagnosis {}

    /// Will be so for every request.
    ///
    /// @param fix a likely one
    /// @param evenIfItAnswered whether that holds for a provider that has answered before
    record Refused(String why, String fix, boolean evenIfItAnswered) implements Diagnosis {}

    /// Nothing is left to pay with.
    record OutOfCredit(String why) implements Diagnosis {}

    static Diagnosis of(Mishap mishap) {
        return switch (mishap) {
            case Mishap.Status status -> of(status);
            case Mishap.Unreached(String why) -> new Again("cannot be reached: " + why, null, true);
            case Mishap.Dropped(String why) ->
                    new Again("hung up without an answer: " + why, null, false);
            case Mishap.BrokenOff(String why) -> new Lost("answer broke off: " + why);
            case Mishap.Unreadable(String body) ->
                    new Lost("unreadable answer: " + ErrorBody.words(body));
            case Mishap.OutOfTime(Duration limit) ->
                    new Lost("no answer within %s s".formatted(seconds(limit)));
        };
    }

    private static Diagnosis of(Mishap.Status status) {
        String why = "%d: %s".formatted(status.code(), ErrorBody.words(status.body()));
        if (outOfCredit(status)) {
            return new OutOfCredit(why);
        }
        if (status.body().contains("API_KEY_INVALID")) {
            return wrongKey(why, true);
        }
        return switch (status.code()) {
            case 401 -> wrongKey(why, true);
            case 403 -> wrongKey(why, false);
            case 404 ->
                    new Refused(
                            why,
                            "Maybe the model's name is misspelt, or the address lacks a part such"
                                    + " as /v1",
                            true);
            case 408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529 ->
                    new Again(why, RetryAfter.of(status, Instant.now()), false);
            default ->
                    status.code() / 100 == 3
                            ? new Refused(why, "Maybe the address has moved", true)
                            : new Rejected(why);
        };
    }

    private static Refused wrongKey(String why, boolean evenIfItAnswered) {
        return new Refused(
                why,
                "Maybe the key belongs to another provider, has been revoked, or may not use this"
                        + " model",
                evenIfItAnswered);
    }

    private static boolean outOfCredit(Mishap.Status status) {
        String body = status.body().toLowerCase(Locale.ROOT);
        return switch (status.code()) {
            case 402 -> true;
            case 429 -> body.contains("insufficient_quota");
            case 400, 403 -> body.contains("credit balance");
            default -> false;
        };
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
