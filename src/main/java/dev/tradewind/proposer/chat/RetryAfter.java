package dev.tradewind.proposer.chat;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a provider asks to be left alone.
final class RetryAfter {

    /// As Gemini says it: `"retryDelay": "39s"`.
    private static final Pattern IN_BODY =
            Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,9}(?:\\.\\d{1,9})?)s\"");

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    private RetryAfter() {}

    /// What a refusal says; null when it says nothing, or nothing that can be understood.
    ///
    /// @param now for headers that name a date
    static @Nullable Duration of(Mishap.Status refusal, Instant now) {
        HttpHeaders headers = refusal.headers();
        String millis = headers.firstValue("retry-after-ms").orElse("").strip();
        if (SECONDS.matcher(millis).matches()) {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(millis)));
        }
        String header = headers.firstValue("retry-after").orElse("").strip();
        return header.isEmpty() ? inBody(refusal.body()) : inHeader(header, now);
    }

    private static @Nullable Duration inHeader(String header, Instant now) {
        if (SECONDS.matcher(header).matches()) {
            return seconds(header);
        }
        try {
            Instant then =
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Duration inBody(String body) {
        Matcher found = IN_BODY.matcher(body);
        return found.find() ? seconds(found.group(1)) : null;
    }

    private static Duration seconds(String number) {
        return Duration.ofMillis((long) Math.ceil(Double.parseDouble(number) * 1_000));
    }
}
