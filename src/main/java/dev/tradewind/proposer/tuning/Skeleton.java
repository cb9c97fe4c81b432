package dev.tradewind.proposer.tuning;

import dev.tradewind.program.Program;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A program as text with numbers in it.
///
/// @param constants those that may move, in path order, then in text order
record Skeleton(Program program, List<Constant> constants) {

    Skeleton {
        constants = List.copyOf(constants);
    }

    List<Double> values() {
        return constants.stream().map(Constant::value).toList();
    }

    /// Whether two programs are the same but for their numbers.
    boolean like(Skeleton other) {
        return constants.size() == other.constants.size() && bare().equals(other.bare());
    }

    private Program bare() {
        return filled(constants.stream().map(_ -> "#").toList());
    }

    /// The program with other values; a number whose value stays keeps its text.
    ///
    /// @param values one for each constant, in their order, each a value it may take
    Program with(List<Double> values) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Constant constant = constants.get(i);
            double value = values.get(i);
            texts.add(value == constant.value() ? constant.written() : constant.text(value));
        }
        return filled(texts);
    }

    private Program filled(List<String> texts) {
        SortedMap<String, String> files = new TreeMap<>(program.files());
        for (int i = constants.size() - 1; i >= 0; i--) {
            Constant constant = constants.get(i);
            String fresh = texts.get(i);
            files.computeIfPresent(
                    constant.path(),
                    (_, text) ->
                            text.substring(0, constant.start())
                                    + fresh
                                    + text.substring(constant.end()));
        }
        return new Program(files);
    }
}
