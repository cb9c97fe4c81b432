package kernels.scorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Sizes of a core's caches for data.
final class Caches {

    private static final int LEVELS = 3;
    private static final int FLOATS_TO_A_KIB = 1024 / Float.BYTES;

    /// KiB, where the system does not tell.
    private static final int[] USUAL = {32, 1024, 32768};

    private static final Path SYSTEM = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private Caches() {}

    /// Three sizes, in floats.
    ///
    /// @param text `machine` for those of this one, or three numbers of KiB
    /// @throws IOException when it is neither
    static int[] of(String text) throws IOException {
        int[] kibi = text.equals("machine") ? ofMachine() : read(text);
        return Arrays.stream(kibi).map(size -> size * FLOATS_TO_A_KIB).toArray();
    }

    private static int[] read(String text) throws IOException {
        if (!text.strip().matches("[0-9]{1,8}(\\s+[0-9]{1,8}){2}")) {
            throw new IOException(
                    "caches: \"%s\" is neither machine nor three sizes in KiB, such as"
                                    .formatted(text)
                            + " 32 1024 32768");
        }
        return Arrays.stream(text.strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
    }

    private static int[] ofMachine() throws IOException {
        int[] sizes = USUAL.clone();
        for (int index = 0; Files.isReadable(SYSTEM.resolve("index" + index + "/size")); index++) {
            Path cache = SYSTEM.resolve("index" + index);
            int level = Integer.parseInt(Files.readString(cache.resolve("level")).strip());
            String size = Files.readString(cache.resolve("size")).strip();
            boolean data = !Files.readString(cache.resolve("type")).strip().equals("Instruction");
            if (data && level <= LEVELS && size.matches("[0-9]+K")) {
                sizes[level - 1] = Integer.parseInt(size.substring(0, size.length() - 1));
            }
        }
        return sizes;
    }
}
