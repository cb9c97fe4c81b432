package dev.tradewind.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A filter of system calls in the kernel's classic BPF: everything is allowed but what a candidate
/// never needs and an attacker likes.
///
/// A refused call fails with `EPERM`, so that an honest library that merely tries goes on. A call
/// in another processor's numbering ends the process.
///
/// Numbers and layout: `seccomp(2)`, `linux/filter.h`, `linux/audit.h`, `asm/unistd.h`.
final class SeccompFilter {

    /// The numbering of system calls of one kind of processor.
    private record Numbering(int audit, int ioctl, int fork, int socket, int[] refused) {}

    private static final Numbering X86_64 =
            new Numbering(
                    0xC000003E,
                    16,
                    56,
                    41,
                    numbers(
                            """
                            101 103 135 139 153 154 155 156 159 161 163 164 165 166 167 168 169 170
                            171 172 173 175 176 179 212 227 246 248 249 250 256 272 279 298 300 303
                            304 305 308 310 311 312 313 320 321 323
                            """));

    private static final Numbering AARCH64 =
            new Numbering(
                    0xC00000B7,
                    29,
                    220,
                    198,
                    numbers(
                            """
                            18 39 40 41 42 51 60 89 92 97 104 105 106 112 116 117 142 161 162 170
                            171 217 218 219 224 225 239 241 262 264 265 266 268 270 271 272 273 280
                            282 294
                            """));

    /// Younger than the common numbering: io_uring (425 to 427), mounting by descriptor (428 to
    /// 433, 442), descriptors of other processes (438), advice on their memory (440).
    private static final int[] REFUSED_EVERYWHERE =
            numbers("425 426 427 428 429 430 431 432 433 438 440 442");

    private static final int CLONE3 = 435;

    /// `CLONE_NEWNS`, `-CGROUP`, `-UTS`, `-IPC`, `-USER`, `-PID`, `-NET`.
    private static final int NEW_NAMESPACES = 0x7E020000;

    /// Puts characters into a terminal's input, as if typed there.
    private static final int[] TERMINAL_INJECTION = {0x5412, 0x541C};

    private static final int X32 = 0x40000000;

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL = 0x80000000;
    private static final int NOT_PERMITTED = 0x00050000 | 1;
    private static final int NOT_THERE = 0x00050000 | 38;

    private static final int BYTES_PER_INSTRUCTION = 8;

    private record Instruction(int code, int whenTrue, int whenFalse, int operand) {}

    private final List<Instruction> program = new ArrayList<>();

    private SeccompFilter() {}

    /// The program for this machine, as the kernel reads it; empty on a processor whose numbering
    /// of calls is not known here.
    static Optional<byte[]> here() {
        return of(System.getProperty("os.arch"));
    }

    static Optional<byte[]> of(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> Optional.of(new SeccompFilter().assembled(X86_64));
            case "aarch64" -> Optional.of(new SeccompFilter().assembled(AARCH64));
            default -> Optional.empty();
        };
    }

    private byte[] assembled(Numbering calls) {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(IF_EQUAL, 1, 0, calls.audit());
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER);
        add(IF_AT_LEAST, 0, 1, X32);
        add(RETURN, 0, 0, KILL);
        for (int call : calls.refused()) {
            refuse(call, NOT_PERMITTED);
        }
        for (int call : REFUSED_EVERYWHERE) {
            refuse(call, NOT_PERMITTED);
        }
        refuse(calls.socket(), NOT_PERMITTED);
        refuse(CLONE3, NOT_THERE);
        add(IF_EQUAL, 0, 4, calls.fork());
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(IF_ANY_BIT, 0, 1, NEW_NAMESPACES);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(RETURN, 0, 0, ALLOW);
        add(IF_EQUAL, 1, 0, calls.ioctl());
        add(RETURN, 0, 0, ALLOW);
        add(LOAD, 0, 0, SECOND_ARGUMENT);
        for (int request : TERMINAL_INJECTION) {
            refuse(request, NOT_PERMITTED);
        }
        add(RETURN, 0, 0, ALLOW);
        return bytes();
    }

    private void refuse(int value, int verdict) {
        add(IF_EQUAL, 0, 1, value);
        add(RETURN, 0, 0, verdict);
    }

    private void add(int code, int whenTrue, int whenFalse, int operand) {
        program.add(new Instruction(code, whenTrue, whenFalse, operand));
    }

    private byte[] bytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(program.size() * BYTES_PER_INSTRUCTION)
                        .order(ByteOrder.nativeOrder());
        for (Instruction one : program) {
            bytes.putShort((short) one.code())
                    .put((byte) one.whenTrue())
                    .put((byte) one.whenFalse())
                    .putInt(one.operand());
        }
        return bytes.array();
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
