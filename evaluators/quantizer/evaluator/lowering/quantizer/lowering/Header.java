package quantizer.lowering;

import java.util.stream.Collectors;

/// `candidate.h`: a code's numbers and its operations.
record Header(Trellis trellis) {

    String text() {
        return """
                #ifndef TW_CANDIDATE_H
                #define TW_CANDIDATE_H

                #include "code.h"

                #define TW_CODE \\
                    {.bits = %d, .fresh = %d, .values = %d, .planes = %b, .scaled = %b, \\
                     .output = %s, .entries = %d, .step_count = %d, .step = {%s}, \\
                     .start = %d, .rounds = %d, .sample = %d, .gain = %d / 1000.0f}

                static inline uint32_t tw_register(uint32_t state) {
                    uint32_t x = state;
                    %s
                    return x;
                }

                #endif
                """
                .formatted(
                        trellis.bits(),
                        trellis.fresh(),
                        trellis.values(),
                        trellis.planes(),
                        trellis.on("scaled"),
                        trellis.output(),
                        trellis.entries(),
                        trellis.steps().size(),
                        steps(),
                        trellis.number("start"),
                        trellis.number("rounds"),
                        trellis.number("sample"),
                        trellis.number("gain"),
                        operations());
    }

    private String steps() {
        if (trellis.steps().isEmpty()) {
            return "{0, 0}";
        }
        return trellis.steps().stream()
                .map(step -> "{%d, 0x%xu}".formatted(step.operation().number, step.operand()))
                .collect(Collectors.joining(", "));
    }

    private String operations() {
        return trellis.steps().stream()
                .map(Operation.Step::plain)
                .collect(Collectors.joining("\n    "));
    }
}
