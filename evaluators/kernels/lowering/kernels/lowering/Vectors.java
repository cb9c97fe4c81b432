package kernels.lowering;

/// The head of a program that computes with vectors of floats, in gcc's vector types so that it
/// compiles everywhere; intrinsics only where the machine has them and they are needed.
///
/// @param width floats to a vector, 8 or 16
public record Vectors(int width) {

    /// Vector registers of a machine with vectors this wide: half as many without AVX-512.
    public int registers() {
        return width == 16 ? 32 : 16;
    }

    /// @param title what the program is, one line
    public void define(Code code, String title, Choice choice) {
        code.add("/*").add("* %s", title).add("* %s", choice).add("*/");
        code.add(
                """
                #include <immintrin.h>
                #include <math.h>
                #include <stddef.h>
                #include <stdint.h>
                #include <string.h>

                enum { VW = %d };
                """,
                width);
        code.add(
                """

                typedef float vec __attribute__((vector_size(4 * VW), may_alias));
                typedef float loose __attribute__((vector_size(4 * VW), aligned(4), may_alias));
                typedef int32_t ivec __attribute__((vector_size(4 * VW), may_alias));

                #define INLINE static inline __attribute__((always_inline))
                #define APART static __attribute__((noinline))

                INLINE vec load(const float *from) {
                return *(const loose *)from;
                }

                INLINE void store(float *to, vec x) {
                *(loose *)to = x;
                }

                INLINE vec splat(float x) {
                return x - (vec){0};
                }
                """);
        greater(code);
    }

    private void greater(Code code) {
        String guard = width == 16 ? "__AVX512F__" : "__AVX__";
        String register = width == 16 ? "512" : "256";
        code.add("");
        code.add("INLINE vec greater(vec a, vec b) {");
        code.add("#if defined(%s)", guard);
        code.add("return (vec)_mm%s_max_ps((__m%s)a, (__m%s)b);", register, register, register);
        code.add("#else");
        code.add("const ivec where = a > b;");
        code.add("return (vec)(((ivec)a & where) | ((ivec)b & ~where));");
        code.add("#endif").add("}");
    }
}
