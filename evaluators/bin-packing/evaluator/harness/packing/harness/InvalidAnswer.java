package packing.harness;

/// A rule answered with something that is no score.
final class InvalidAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidAnswer(String message) {
        super(message, null, false, false);
    }
}
