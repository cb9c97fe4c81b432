package dev.tradewind.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The trusted half of a task: makes instances and judges certificates. It runs in tradewind's own
/// process and never meets a candidate's code. Called from several threads at once, so keep it
/// without state.
///
/// @param <I> an instance, the same type as in the task's [Harness]
public interface Scorer<I> {

    /// The instances of a split. Equal material gives equal instances.
    ///
    /// @throws IOException when a file of the task cannot be read
    List<Suite<I>> suites(Split split, Material material) throws IOException;

    /// Reads instances from a file the user brought (`evaluate --data`).
    ///
    /// @throws IOException when it cannot be read; the message names the line and what is expected
    default Suite<I> read(Path file) throws IOException {
        throw new IOException("this task does not read instance files");
    }

    /// Writes an instance as [Harness#read] expects it.
    void write(I instance, DataOutput out) throws IOException;

    /// Judges what a candidate did on one instance. The bytes come from an untrusted process:
    /// believe nothing that is not checked here. Reading past the end is an invalid certificate.
    ///
    /// @return [Judgement.Onward] only where [#legs] allows it, and then for every instance
    Judgement judge(I instance, DataInput certificate) throws IOException;

    /// How many processes a candidate goes through on one instance. More than 1 where one process
    /// must know nothing but what another one answered, such as a decoder what the encoder wrote:
    /// each but the last is judged [Judgement.Onward]. All after the first run in processes that
    /// are told no instances beforehand and never run a first one.
    default int legs() {
        return 1;
    }

    /// The tallies, once it is charged for what the candidate's own code holds, such as tables of
    /// constants.
    ///
    /// @param tallies one for each instance
    /// @param classes binary name to class file, with the guard's counting of steps in it
    default List<Tally> charge(List<Tally> tallies, Map<String, byte[]> classes) {
        return tallies;
    }

    /// The objectives over some instances of one split, in the order of `task.yaml`.
    ///
    /// @param tallies one for each instance, in the order of the suites; never empty
    Scores objectives(Split split, List<Tally> tallies);

    /// What whoever improves the candidate should know beside its objectives, such as where it
    /// wastes most; a few lines for people and models.
    ///
    /// @param tallies one for each training instance, in the order of the suites
    default String remark(List<Tally> tallies) {
        return "";
    }

    /// A certificate as one line of text, for `evaluate --certificate`.
    default String describe(I instance, DataInput certificate) throws IOException {
        throw new IOException("this task does not print certificates");
    }
}
