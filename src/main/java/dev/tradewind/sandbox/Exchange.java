package dev.tradewind.sandbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One request under way in a child process.
///
/// @param before what the child had used when the request was sent
/// @param ending completed once, by whoever sees the end first
record Exchange(long nonce, Deadline deadline, Usage before, CompletableFuture<Ending> ending) {

    private static final Bytes COMPLAINTS = Bytes.mebi(1);

    /// What a child has used at one moment of its life.
    ///
    /// @param cpu processor time in nanoseconds
    /// @param clock `System.nanoTime` of the moment
    /// @param complaints bytes written to standard error
    record Usage(long cpu, long clock, long complaints) {}

    /// Processor time of this request alone.
    Duration cpu(long now) {
        return Duration.ofNanos(Math.max(0, now - before.cpu));
    }

    /// Why the child has to be killed now, null when it may go on.
    @Nullable Ending overdue(Usage now, Bytes resident, Bytes allowed) {
        Duration cpu = cpu(now.cpu);
        Duration wall = Duration.ofNanos(now.clock - before.clock);
        if (cpu.compareTo(deadline.cpu()) > 0) {
            return new Ending.OutOfTime(
                    cpu, "%s of processor time allowed".formatted(millis(deadline.cpu())));
        }
        if (wall.compareTo(deadline.wall()) > 0) {
            return new Ending.OutOfTime(
                    cpu, "%s on the clock allowed".formatted(millis(deadline.wall())));
        }
        if (resident.count() > allowed.count()) {
            return new Ending.OutOfMemory(
                    cpu, "%s resident, %s allowed".formatted(resident, allowed));
        }
        if (now.complaints - before.complaints > COMPLAINTS.count()) {
            return new Ending.Crashed(cpu, "more than %s on standard error".formatted(COMPLAINTS));
        }
        return null;
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }
}
