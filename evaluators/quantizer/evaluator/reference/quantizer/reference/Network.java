package quantizer.reference;

import java.util.random.RandomGenerator;

/// A network of two hidden layers that learns to tell ten made-up characters of 16 by 16 dots
/// apart. It is here for its weights: real ones, of a trained layer, from random numbers alone.
final class Network {

    /// Of the second layer: 256 by 256.
    static final int WEIGHTS = 1 << 16;

    private static final int SIDE = 16;
    private static final int WIDTH = SIDE * SIDE;
    private static final int KINDS = 10;
    private static final int STROKES = 4;
    private static final int LESSONS = 2_000;
    private static final double SPREAD = 0.3;
    private static final float RATE = 0.03f;

    private final RandomGenerator random;
    private final float[][] characters = new float[KINDS][WIDTH];
    private final float[][] first;
    private final float[][] second;
    private final float[][] last;

    Network(RandomGenerator random) {
        this.random = random;
        this.first = layer(WIDTH);
        this.second = layer(WIDTH);
        this.last = layer(KINDS);
        for (float[] character : characters) {
            draw(character);
        }
    }

    private float[][] layer(int outputs) {
        float[][] layer = new float[outputs][WIDTH];
        for (float[] row : layer) {
            for (int at = 0; at < row.length; at++) {
                row[at] = (float) (random.nextGaussian() * Math.sqrt(SPREAD / WIDTH));
            }
        }
        return layer;
    }

    /// A few straight strokes.
    private void draw(float[] character) {
        for (int stroke = 0; stroke < STROKES; stroke++) {
            double row = random.nextDouble(SIDE);
            double column = random.nextDouble(SIDE);
            double angle = random.nextDouble(2 * Math.PI);
            for (int step = 0; step < SIDE; step++) {
                int at = Math.floorMod((int) (row + step * Math.sin(angle)), SIDE) * SIDE;
                character[at + Math.floorMod((int) (column + step * Math.cos(angle)), SIDE)] = 1;
            }
        }
    }

    /// The second layer after the lessons, row by row.
    float[] trained() {
        for (int lesson = 0; lesson < LESSONS; lesson++) {
            learn(random.nextInt(KINDS));
        }
        float[] weights = new float[WEIGHTS];
        for (int row = 0; row < WIDTH; row++) {
            System.arraycopy(second[row], 0, weights, row * WIDTH, WIDTH);
        }
        return weights;
    }

    /// One step of gradient descent on one noisy character, shifted a little.
    private void learn(int kind) {
        float[] input = seen(kind);
        float[] low = rectified(first, input);
        float[] high = rectified(second, low);
        float[] blame = wrong(kind, product(last, high));
        float[] highBlame = blamed(last, blame, high);
        float[] lowBlame = blamed(second, highBlame, low);
        correct(last, blame, high);
        correct(second, highBlame, low);
        correct(first, lowBlame, input);
    }

    private float[] seen(int kind) {
        int shift = random.nextInt(3) * SIDE + random.nextInt(3);
        float[] input = new float[WIDTH];
        for (int at = 0; at < WIDTH; at++) {
            float noise = (float) random.nextGaussian() * 0.3f;
            input[at] = characters[kind][(at + shift) % WIDTH] + noise;
        }
        return input;
    }

    private static float[] product(float[][] layer, float[] input) {
        float[] output = new float[layer.length];
        for (int row = 0; row < layer.length; row++) {
            float sum = 0;
            for (int at = 0; at < input.length; at++) {
                sum += layer[row][at] * input[at];
            }
            output[row] = sum;
        }
        return output;
    }

    private static float[] rectified(float[][] layer, float[] input) {
        float[] output = product(layer, input);
        for (int at = 0; at < output.length; at++) {
            output[at] = Math.max(0, output[at]);
        }
        return output;
    }

    /// The gradient of the cross entropy: what was thought likely, less what was so.
    private static float[] wrong(int kind, float[] outputs) {
        double most = Double.NEGATIVE_INFINITY;
        for (float output : outputs) {
            most = Math.max(most, output);
        }
        double sum = 0;
        for (float output : outputs) {
            sum += StrictMath.exp(output - most);
        }
        float[] wrong = new float[outputs.length];
        for (int at = 0; at < outputs.length; at++) {
            double likely = StrictMath.exp(outputs[at] - most) / sum;
            wrong[at] = (float) (likely - (at == kind ? 1 : 0));
        }
        return wrong;
    }

    private static float[] blamed(float[][] layer, float[] blame, float[] input) {
        float[] passed = new float[input.length];
        for (int row = 0; row < layer.length; row++) {
            for (int at = 0; blame[row] != 0 && at < input.length; at++) {
                passed[at] += input[at] > 0 ? blame[row] * layer[row][at] : 0;
            }
        }
        return passed;
    }

    private static void correct(float[][] layer, float[] blame, float[] input) {
        for (int row = 0; row < layer.length; row++) {
            float step = RATE * blame[row];
            for (int at = 0; step != 0 && at < input.length; at++) {
                layer[row][at] -= step * input[at];
            }
        }
    }
}
