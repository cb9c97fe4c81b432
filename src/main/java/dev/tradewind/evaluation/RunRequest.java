package dev.tradewind.evaluation;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// One candidate and what to run it on.
record RunRequest(String entry, Map<String, byte[]> classes, Instances on) {

    /// Which instances, in which order.
    sealed interface Instances {

        /// Those the worker knows from its [Greeting].
        ///
        /// @param every so many-th of them, from the first; 1 for all
        record Known(Split split, boolean reversed, int every) implements Instances {

            /// All of them.
            Known(Split split, boolean reversed) {
                this(split, reversed, 1);
            }
        }

        /// Those that come along, in this order.
        record Sent(List<byte[]> instances) implements Instances {}
    }

    byte[] toBytes() {
        return Frames.bytes(
                out -> {
                    out.writeUTF(entry);
                    Frames.writeClasses(classes, out);
                    out.writeBoolean(on instanceof Instances.Known);
                    switch (on) {
                        case Instances.Known(Split split, boolean reversed, int every) -> {
                            out.writeUTF(split.name());
                            out.writeBoolean(reversed);
                            out.writeInt(every);
                        }
                        case Instances.Sent(List<byte[]> instances) ->
                                Frames.writeBlocks(instances, out);
                    }
                });
    }

    static RunRequest of(byte[] bytes) throws IOException {
        DataInput in = Frames.input(bytes);
        return new RunRequest(in.readUTF(), Frames.readClasses(in), readInstances(in));
    }

    private static Instances readInstances(DataInput in) throws IOException {
        return in.readBoolean()
                ? new Instances.Known(Split.valueOf(in.readUTF()), in.readBoolean(), in.readInt())
                : new Instances.Sent(Frames.readBlocks(in));
    }
}
