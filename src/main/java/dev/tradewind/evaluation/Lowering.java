package dev.tradewind.evaluation;

import java.util.Map;
import java.util.SequencedMap;

/// Turns candidates that are settings, not code, into programs that can be built: correct by
/// construction, so that only the choice of settings is searched. Part of a task, trusted, called
/// from several threads at once.
///
/// A candidate's settings are the lines `name = value` of the regions of its program, as
/// [java.util.Properties] reads them.
public interface Lowering {

    /// What can be chosen.
    Space space();

    /// The program for one choice, path to text.
    ///
    /// @param choice a value for every knob of the space, in its order
    /// @throws Unfit when these values do not go together
    Map<String, String> lower(SequencedMap<String, Long> choice) throws Unfit;

    /// Settings that make no program; the message says which ones and what is allowed.
    final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        public Unfit(String message) {
            super(message, null, false, false);
        }
    }
}
