package dev.tradewind.budget;

/// Tokens a model read and wrote.
///
/// @param input all that was read, cached ones included
/// @param cached the part of `input` the provider had read before, mostly at a lower price
/// @param output all that was written, reasoning included
/// @param reasoning the part of `output` that is no part of the answer
public record Usage(long input, long cached, long output, long reasoning) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage {
        if (cached < 0 || input < cached || reasoning < 0 || output < reasoning) {
            throw new IllegalArgumentException(
                    "%d cached of %d read, %d reasoned of %d written are no usage"
                            .formatted(cached, input, reasoning, output));
        }
    }

    /// Tokens read that cost the full price.
    public long uncached() {
        return input - cached;
    }

    public long total() {
        return input + output;
    }

    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                cached + other.cached,
                output + other.output,
                reasoning + other.reasoning);
    }

    /// Without one that was added before.
    public Usage minus(Usage other) {
        return new Usage(
                input - other.input,
                cached - other.cached,
                output - other.output,
                reasoning - other.reasoning);
    }
}
