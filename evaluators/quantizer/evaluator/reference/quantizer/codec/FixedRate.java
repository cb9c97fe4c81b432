package quantizer.codec;

/// Track F. Abstract only so that each task folder can name the one scorer it uses.
public abstract class FixedRate extends CodecScorer {

    protected FixedRate() {
        super(Track.FIXED);
    }
}
