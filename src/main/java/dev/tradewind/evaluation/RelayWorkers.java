package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Heard.Told;
import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunRequest.Instances;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// Candidates in one kind of worker, and what the scorer made of their answers in processes that
/// never meet a candidate.
///
/// What is measured onward depends on nothing but what is sent there. Of the training instances
/// each is therefore measured once: a candidate that sends what an earlier one sent is told what
/// was measured then. Repeats, which come in reversed order, and all other splits always are.
final class RelayWorkers implements Workers {

    private static final int REMEMBERED = 1 << 16;

    /// @param instance its name
    /// @param text digest of what was sent
    private record Sent(String instance, UUID text) {}

    /// Runs what instances say themselves, without a candidate.
    interface Onward extends AutoCloseable {

        Heard hear(Sitting sitting);

        @Override
        void close();
    }

    private final Workers first;
    private final Onward onward;
    private final Map<Sent, byte[]> measured =
            Collections.synchronizedMap(new Recent<>(REMEMBERED));

    /// @param first for the first leg
    /// @param onward for all further ones
    RelayWorkers(Workers first, Onward onward) {
        this.first = first;
        this.onward = onward;
    }

    @Override
    public Heard hear(Executable candidate, Sitting sitting) {
        if (sitting.way().leg() == 1) {
            return first.hear(candidate, sitting);
        }
        return sitting.split() == Split.TRAINING
                        && !sitting.reversed()
                        && sitting.on() instanceof Instances.Sent(List<byte[]> instances)
                ? once(sitting, instances)
                : onward.hear(sitting);
    }

    private Heard once(Sitting sitting, List<byte[]> instances) {
        List<Sent> sent =
                IntStream.range(0, instances.size())
                        .mapToObj(at -> sent(sitting.name(at), instances.get(at)))
                        .toList();
        List<Integer> fresh =
                IntStream.range(0, sent.size())
                        .filter(at -> !measured.containsKey(sent.get(at)))
                        .boxed()
                        .toList();
        Duration cpu = Duration.ZERO;
        if (!fresh.isEmpty()) {
            Heard heard = onward.hear(part(sitting, instances, fresh));
            if (!(heard instanceof Told(Certificates certificates, Duration spent))) {
                return heard;
            }
            remember(sent, fresh, certificates);
            cpu = spent;
        }
        Certificates all = together(sent);
        return all == null ? onward.hear(sitting).plus(cpu) : new Told(all, cpu);
    }

    private static Sent sent(String instance, byte[] text) {
        return new Sent(instance, UUID.nameUUIDFromBytes(text));
    }

    private static Sitting part(Sitting sitting, List<byte[]> instances, List<Integer> places) {
        List<byte[]> some = places.stream().map(instances::get).toList();
        return new Sitting(
                sitting.split(),
                sitting.set().at(Set.copyOf(places)),
                new Instances.Sent(some),
                false,
                sitting.quick(),
                sitting.way());
    }

    private void remember(List<Sent> sent, List<Integer> places, Certificates certificates) {
        for (int at = 0; at < certificates.count() && !certificates.gaveUp(); at++) {
            measured.put(sent.get(places.get(at)), certificates.copy(at));
        }
    }

    /// What is known of all of them; null where something is missing, as after a harness gave up.
    private @Nullable Certificates together(List<Sent> sent) {
        List<byte[]> parts = sent.stream().map(measured::get).filter(Objects::nonNull).toList();
        if (parts.size() < sent.size()) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] ends = new int[parts.size()];
        for (int at = 0; at < ends.length; at++) {
            bytes.writeBytes(parts.get(at));
            ends[at] = bytes.size();
        }
        return new Certificates(bytes.toByteArray(), 0, ends, false);
    }

    @Override
    public boolean firstLegTellsAll() {
        return true;
    }

    @Override
    public void close() {
        first.close();
        onward.close();
    }
}
