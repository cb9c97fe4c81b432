package quantizer.reference;

/// An orthogonal turn of stretches of weights that makes any source look like a Gaussian one: signs
/// that look random, then a Hadamard transform, scaled to keep lengths. To turn back: the same
/// transform, then the same signs.
///
/// The sign of weight i of a stretch is the highest bit of `i * 0x9E3779B9 + 0x7F4A7C15`, taken
/// through `x ^= x >>> 16; x *= 0x85EBCA6B; x ^= x >>> 13; x *= 0xC2B2AE35; x ^= x >>> 16` (32 bits;
/// the finish of MurmurHash3): set means minus. Stretches follow each other from the first weight
/// on; a shorter rest is left as it is. The transform runs over strides 1, 2, 4 ... in single
/// precision, `(a, b)` becoming `(a + b, a - b)`, and multiplies by `(float) (1 / sqrt(span))` at
/// the end.
///
/// @param span weights of a stretch, a power of two; 1 leaves all as it is
public record Rotation(int span) {

    private static final int LEAST = 8;
    private static final int MOST = 12;

    static Rotation of(int log) throws Malformed {
        Malformed.unless(
                log == 0 || log >= LEAST && log <= MOST,
                "a rotation is 0 or 8 to 12, not %d",
                log);
        return new Rotation(1 << log);
    }

    /// Turns weights, in place.
    public void forth(float[] weights) {
        for (int from = 0; span > 1 && from + span <= weights.length; from += span) {
            sign(weights, from);
            transform(weights, from);
        }
    }

    /// Turns weights back, in place.
    public void back(float[] weights) {
        for (int from = 0; span > 1 && from + span <= weights.length; from += span) {
            transform(weights, from);
            sign(weights, from);
        }
    }

    private void sign(float[] weights, int from) {
        for (int at = 0; at < span; at++) {
            if (minus(at)) {
                weights[from + at] = -weights[from + at];
            }
        }
    }

    private static boolean minus(int at) {
        int hash = at * 0x9E3779B9 + 0x7F4A7C15;
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return (hash ^ hash >>> 16) < 0;
    }

    private void transform(float[] weights, int from) {
        for (int stride = 1; stride < span; stride *= 2) {
            for (int low = from; low < from + span; low++) {
                if ((low - from & stride) == 0) {
                    float sum = weights[low] + weights[low + stride];
                    weights[low + stride] = weights[low] - weights[low + stride];
                    weights[low] = sum;
                }
            }
        }
        float length = (float) (1 / Math.sqrt(span));
        for (int at = from; at < from + span; at++) {
            weights[at] *= length;
        }
    }
}
