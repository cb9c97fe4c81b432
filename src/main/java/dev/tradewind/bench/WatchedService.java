package dev.tradewind.bench;

import dev.tradewind.evaluation.RunService;
import dev.tradewind.sandbox.Service;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Runs candidates as ever, and tells how much memory their classes take when asked nothing.
public final class WatchedService implements Service {

    private final RunService service = new RunService();

    @Override
    public void greet(byte[] greeting) throws IOException {
        service.greet(greeting);
    }

    @Override
    public byte[] answer(byte[] request) throws IOException, InterruptedException {
        return request.length == 0
                ? ByteBuffer.allocate(Long.BYTES).putLong(Memory.metaspaceBytes()).array()
                : service.answer(request);
    }

    @Override
    public boolean worn() {
        return service.worn();
    }
}
