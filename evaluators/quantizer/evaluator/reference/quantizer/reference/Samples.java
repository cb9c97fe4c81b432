package quantizer.reference;

import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Split;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The matrices of a split. Training ones follow from the run's seed by way of HMAC(secret,
/// split/source/number), and all candidates of a run are measured on the same: a paired comparison.
/// Validation and test follow from streams of their own.
///
/// Gaussian ones come at several scales, because a quantizer must not mind: x 1, 2^-10, 2^10, 3.7.
public final class Samples {

    private static final float[] SCALES = {1, 0x1p-10f, 0x1p10f, 3.7f};
    private static final int COLS = 1024;
    private static final int SECRET = 32;

    private final byte[] secret;
    private final Split split;

    public Samples(Split split, Material material) {
        this.split = split;
        ByteBuffer bytes = ByteBuffer.allocate(SECRET);
        while (bytes.hasRemaining()) {
            bytes.putLong(material.random().nextLong());
        }
        this.secret = bytes.array();
    }

    /// The Gaussian ones, at several scales.
    ///
    /// @param rows of 1,024 weights, of each
    public List<Sample> gaussian(int rows) {
        List<Sample> samples = new ArrayList<>();
        for (int number = 0; number < SCALES.length; number++) {
            samples.add(sample(Source.GAUSSIAN, number, rows, SCALES[number]));
        }
        return samples;
    }

    /// One of every other source.
    public List<Sample> others(int rows) {
        List<Sample> samples = new ArrayList<>();
        for (Source source : Source.values()) {
            if (source != Source.GAUSSIAN) {
                samples.add(sample(source, 0, rows, 1));
            }
        }
        return samples;
    }

    private Sample sample(Source source, int number, int rows, float scale) {
        SecretStream random = new SecretStream(secret, split + "/" + source + "/" + number);
        float[] weights = source.draw(random, rows, COLS);
        for (int at = 0; at < weights.length; at++) {
            weights[at] *= scale;
        }
        return new Sample(source, rows, COLS, scale, weights);
    }
}
