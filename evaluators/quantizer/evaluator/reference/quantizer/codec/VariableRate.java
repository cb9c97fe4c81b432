package quantizer.codec;

/// Track V. Abstract only so that each task folder can name the one scorer it uses.
public abstract class VariableRate extends CodecScorer {

    protected VariableRate() {
        super(Track.VARIABLE);
    }
}
