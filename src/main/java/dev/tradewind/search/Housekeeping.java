package dev.tradewind.search;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;

/// Keeps the process about as small as what lives in it. The launcher's collector is the serial
/// one, the lightest; it leaves what has died in its old generation where it is until the heap has
/// grown as far as it may, which is a quarter of the machine. Hundreds of calls in flight, each of
/// which outlives a few young collections, would get there. With another collector this does
/// nothing.
///
/// For processes that do nothing but run a search: it listens to the run's progress and asks the
/// virtual machine for a collection now and then, which a library must not do on its own.
public final class Housekeeping implements Progress {

    private static final String OLD = "Tenured Gen";
    private static final long LEAST = 24L << 20;

    /// Settled flights from one look to the next.
    private static final int SELDOM = 256;

    private final Optional<MemoryPoolMXBean> old =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals(OLD))
                    .findFirst();

    private final Progress next;
    private int settled;
    private long living;

    /// @param next hears all of it too
    public Housekeeping(Progress next) {
        this.next = next;
    }

    @Override
    public void message(String line) {
        next.message(line);
    }

    @Override
    public void update(Status status) {
        next.update(status);
        if (++settled % SELDOM == 0) {
            old.ifPresent(this::look);
        }
    }

    /// Collects when half as much may have died as lives, so that the cost stays in proportion.
    private void look(MemoryPoolMXBean pool) {
        if (pool.getUsage().getUsed() > living + Math.max(living / 2, LEAST)) {
            System.gc();
            living = pool.getUsage().getUsed();
        }
    }
}
