package dev.tradewind.evaluation;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What a worker process is told once: the untrusted half of a task, and the instances used over
/// and over.
///
/// @param harnessClass among `harness`, or one of tradewind's own
/// @param fuel steps a candidate may take on one instance
/// @param training instances as the scorer wrote them
/// @param validation instances as the scorer wrote them
record Greeting(
        Map<String, byte[]> contract,
        Map<String, byte[]> harness,
        String harnessClass,
        long fuel,
        List<byte[]> training,
        List<byte[]> validation) {

    byte[] toBytes() {
        return Frames.bytes(
                out -> {
                    Frames.writeClasses(contract, out);
                    Frames.writeClasses(harness, out);
                    out.writeUTF(harnessClass);
                    out.writeLong(fuel);
                    Frames.writeBlocks(training, out);
                    Frames.writeBlocks(validation, out);
                });
    }

    static Greeting of(byte[] bytes) throws IOException {
        DataInput in = Frames.input(bytes);
        return new Greeting(
                Frames.readClasses(in),
                Frames.readClasses(in),
                in.readUTF(),
                in.readLong(),
                Frames.readBlocks(in),
                Frames.readBlocks(in));
    }
}
