package quantizer.lowering;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.LongStream;

/// Trellis codes, each lowered to its numbers, its operations in C and its fastest decoder.
///
/// A code turns the state of a shift register into weights. It looks the state up in a table, or a
/// few bits made of the state, each the parity of some of its bits, or it computes with the state.
///
/// | knob | meaning |
/// |---|---|
/// | bits | L, of a state |
/// | rate, values | a step brings V weights and as many times `rate` bits |
/// | code | 0: table at the state, 1: table at a hash of the state, 2: multiply, add, mean of bytes, 3: multiply, rotate, multiply, mean of bytes, 4: multiply, add, and, xor, sum of halves, 5: as 4 without add, 6: lattice E8, 8 weights from 16 bits |
/// | entries | code 1: log2 of the table's entries |
/// | row0, row1, … | code 1: the bits of a state whose parity is bit 0, 1, … of the hash |
/// | multiplier, addend, turn, second, mask, flip | operands of codes 2 to 5 |
/// | floats | 1: a table of floats, which no fast decoder reads |
/// | scaled | 1: a scale in half precision for each 256 weights, which costs 1/16 bit |
/// | start | the table before training: 0: quantiles of the normal distribution, in order, 1: equal steps, from 2 on: the quantiles in an order drawn from this seed |
/// | rounds, sample | of training: how often, on 2^sample weights each |
/// | gain | thousandths: of the root mean square of the weights |
public final class Trellises implements Lowering {

    static final int MOST_ENTRIES = 8;

    @Override
    public Space space() {
        List<Knob> knobs = new ArrayList<>();
        knobs.add(steps("bits", 2, 16));
        knobs.add(steps("rate", 2, 4));
        knobs.add(steps("values", 1, 2));
        knobs.add(kinds("code", Form.values().length));
        knobs.add(steps("entries", 2, MOST_ENTRIES));
        for (int row = 0; row < MOST_ENTRIES; row++) {
            knobs.add(new Knob.Bits("row" + row, 16));
        }
        for (String operand : List.of("multiplier", "addend", "second", "mask", "flip")) {
            knobs.add(new Knob.Bits(operand, Integer.SIZE));
        }
        knobs.add(new Knob.Range("turn", 0, Integer.SIZE - 1));
        knobs.add(kinds("floats", 2));
        knobs.add(kinds("scaled", 2));
        knobs.add(new Knob.Range("start", 0, 63));
        knobs.add(new Knob.Steps("rounds", List.of(0L, 2L, 4L, 8L, 16L, 32L, 64L, 256L)));
        knobs.add(steps("sample", 12, 19));
        knobs.add(new Knob.Range("gain", 900, 1150));
        return new Space(knobs);
    }

    private static Knob steps(String name, long least, long most) {
        return new Knob.Steps(name, LongStream.rangeClosed(least, most).boxed().toList());
    }

    private static Knob kinds(String name, long count) {
        return new Knob.Kinds(name, LongStream.range(0, count).boxed().toList());
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> choice) throws Unfit {
        Trellis trellis = Trellis.of(choice);
        return Map.of(
                "candidate.h", new Header(trellis).text(),
                "candidate.c", new Decoders(trellis).text());
    }
}
