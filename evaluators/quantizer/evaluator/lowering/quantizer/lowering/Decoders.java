package quantizer.lowering;

/// `candidate.c`: the fastest decoders known for a code, where the machine has what they need.
record Decoders(Trellis trellis) {

    private static final String NONE =
            """
            #include "candidate.h"

            decode8 *const tw_fast8 = NULL;
            decode32 *const tw_fast32 = NULL;
            const char *const tw_fast_name = "plain";
            """;

    String text() {
        if (trellis.inRegisters()) {
            String decoders = new RegisterDecoder(trellis).text();
            return guarded("AVX512VBMI AVX512VBMI2 GFNI F16C", decoders, true);
        }
        if (trellis.form() == Form.LATTICE) {
            return guarded("AVX512DQ GFNI F16C", new LatticeDecoder(trellis).text(), true);
        }
        if (trellis.inLanes()) {
            boolean bytes = trellis.output() == Form.Output.BYTE_MEAN;
            return guarded("AVX512VBMI2 AVX512VNNI F16C", new LaneDecoder(trellis).text(), bytes);
        }
        return NONE;
    }

    private static String guarded(String needed, String decoders, boolean bytes) {
        StringBuilder condition = new StringBuilder("defined(__AVX512BW__)");
        for (String set : needed.split(" ")) {
            condition.append(" && defined(__").append(set).append("__)");
        }
        return """
                #include "candidate.h"

                #if %s

                #include <immintrin.h>
                #include <string.h>

                %s
                decode8 *const tw_fast8 = %s;
                decode32 *const tw_fast32 = fast32;
                const char *const tw_fast_name = "%s";

                #else

                decode8 *const tw_fast8 = NULL;
                decode32 *const tw_fast32 = NULL;
                const char *const tw_fast_name = "plain";

                #endif
                """
                .formatted(condition, decoders, bytes ? "fast8" : "NULL", needed);
    }
}
