package sgemm.cuda;

import kernels.lowering.Choice;
import kernels.lowering.Code;

/// The CUDA program of a schedule.
record Source(Choice choice) {

    String text() {
        Code code = new Code();
        code.add("/* C = A B in tiles of threads within tiles of blocks.");
        code.add("   %s */", choice);
        constants(code);
        code.add(FETCH);
        code.add(GAIN);
        code.add(PUT);
        code.add(MULTIPLY);
        code.add(ENTRY);
        return code.toString();
    }

    private void constants(Code code) {
        code.add(
                """
                #include "tw_cuda.h"

                enum {
                BM = %d, /* tile of a block: rows */
                BN = %d, /* its columns */
                BK = %d, /* depth of one step */
                TM = %d, /* tile of a thread: rows */
                TN = %d, /* its columns, in groups of 4 */
                WM = %d, /* lanes of a warp below each other */
                STAGES = %d, /* steps in shared memory */
                VW = %d, /* floats copied at once */
                SPLIT = %d, /* blocks that share a tile's depth */
                GROUP = %d, /* rows of blocks walked through together */
                PAD = %d, /* floats between rows of A in shared memory */
                """,
                choice.of("BM"),
                choice.of("BN"),
                choice.of("BK"),
                choice.of("TM"),
                choice.of("TN"),
                choice.of("WM"),
                choice.of("STAGES"),
                choice.of("VW"),
                choice.of("SPLIT"),
                choice.of("GROUP"),
                4 * choice.of("PAD"));
        code.add(
                """
                DOWN = BM / TM, /* threads of a block below each other */
                ACROSS = BN / TN, /* beside each other */
                THREADS = DOWN * ACROSS,
                WN = 32 / WM, /* lanes of a warp beside each other */
                ROW = BK + PAD, /* from one row of A to the next in shared memory */
                A_STAGE = BM * ROW,
                STAGE = A_STAGE + BK * BN
                };

                struct sizes {
                int m, n, k;
                };
                """);
    }

    private static final String FETCH =
            """

            /* Begins to copy one step's operands, FLOATS at once; zeros beyond the edges. */
            template <int FLOATS>
            static __device__ __forceinline__ void fetch(float *stage, sizes size, const float *a,
            const float *b, int row, int column, int depth) {
            for (int at = (int)threadIdx.x; at < BM * BK / FLOATS; at += THREADS) {
            const int i = at / (BK / FLOATS);
            const int p = at % (BK / FLOATS) * FLOATS;
            const bool there = row + i < size.m && depth + p < size.k;
            const float *from = a + (there ? (int64_t)(row + i) * size.k + depth + p : 0);
            tw_copy<FLOATS>(stage + i * ROW + p, from, there);
            }
            for (int at = (int)threadIdx.x; at < BK * BN / FLOATS; at += THREADS) {
            const int p = at / (BN / FLOATS);
            const int j = at % (BN / FLOATS) * FLOATS;
            const bool there = depth + p < size.k && column + j < size.n;
            const float *from = b + (there ? (int64_t)(depth + p) * size.n + column + j : 0);
            tw_copy<FLOATS>(stage + A_STAGE + p * BN + j, from, there);
            }
            }
            """;

    private static final String GAIN =
            """

            static __device__ __forceinline__ void gain_row(float *c, float a, float4 b) {
            c[0] += a * b.x;
            c[1] += a * b.y;
            c[2] += a * b.z;
            c[3] += a * b.w;
            }

            /* One of four steps of the depth that a holds. */
            static __device__ __forceinline__ float part(const float4 &a, int p) {
            return p == 0 ? a.x : p == 1 ? a.y : p == 2 ? a.z : a.w;
            }

            /* Adds one step's products. Threads own every DOWN-th row and every ACROSS-th group of
             * four columns, so that neighbours read neighbouring words. */
            static __device__ __forceinline__ void gain(float (&c)[TM][TN], const float *stage,
            int down, int across) {
            const float *const a_tile = stage + down * ROW;
            const float *const b_tile = stage + A_STAGE + 4 * across;
            #pragma unroll 2
            for (int p = 0; p < BK; p += 4) {
            float4 a[TM];
            #pragma unroll
            for (int i = 0; i < TM; ++i) {
            a[i] = *reinterpret_cast<const float4 *>(a_tile + i * DOWN * ROW + p);
            }
            #pragma unroll
            for (int q = 0; q < 4; ++q) {
            #pragma unroll
            for (int j = 0; j < TN; j += 4) {
            const float4 b =
            *reinterpret_cast<const float4 *>(b_tile + (p + q) * BN + j * ACROSS);
            #pragma unroll
            for (int i = 0; i < TM; ++i) {
            gain_row(&c[i][j], part(a[i], q), b);
            }
            }
            }
            }
            }
            """;

    private static final String PUT =
            """

            /* Four columns of C, as far as they exist. */
            template <int FLOATS>
            static __device__ __forceinline__ void put_four(float *to, const float *c, int there) {
            if (SPLIT == 1 && FLOATS == 4 && there >= 4) {
            *reinterpret_cast<float4 *>(to) = make_float4(c[0], c[1], c[2], c[3]);
            return;
            }
            #pragma unroll
            for (int j = 0; j < 4; ++j) {
            if (j < there && SPLIT == 1) {
            to[j] = c[j];
            } else if (j < there) {
            atomicAdd(to + j, c[j]);
            }
            }
            }

            template <int FLOATS>
            static __device__ __forceinline__ void put(const float (&c)[TM][TN], sizes size, float *to,
            int row, int column) {
            #pragma unroll
            for (int i = 0; i < TM; ++i) {
            #pragma unroll
            for (int j = 0; j < TN; j += 4) {
            const int y = row + i * DOWN;
            const int x = column + j * ACROSS;
            if (y < size.m && x < size.n) {
            put_four<FLOATS>(to + (int64_t)y * size.n + x, &c[i][j], size.n - x);
            }
            }
            }
            }
            """;

    private static final String MULTIPLY =
            """

            /* The tile of a block, GROUP rows of tiles being walked through column by column. */
            static __device__ __forceinline__ void place(sizes size, int block, int *row, int *column) {
            const int rows = (size.m + BM - 1) / BM;
            const int columns = (size.n + BN - 1) / BN;
            const int first = block / (GROUP * columns) * GROUP;
            const int height = rows - first < GROUP ? rows - first : GROUP;
            const int within = block % (GROUP * columns);
            *row = (first + within % height) * BM;
            *column = within / height * BN;
            }

            template <int FLOATS>
            static __global__ void __launch_bounds__(THREADS)
            multiply(sizes size, const float *__restrict__ a, const float *__restrict__ b,
            float *__restrict__ c) {
            TW_ROOM(room);
            int row, column;
            place(size, (int)blockIdx.x, &row, &column);
            const int warp = (int)threadIdx.x / 32;
            const int lane = (int)threadIdx.x % 32;
            const int down = warp / (ACROSS / WN) * WM + lane / WN;
            const int across = warp % (ACROSS / WN) * WN + lane % WN;
            const int steps = (size.k + BK - 1) / BK;
            const int share = (steps + SPLIT - 1) / SPLIT;
            const int first = (int)blockIdx.y * share;
            const int last = first + share < steps ? first + share : steps;
            float sum[TM][TN] = {};
            for (int step = first; step < first + STAGES - 1; ++step) {
            if (step < last) {
            fetch<FLOATS>(room + (step - first) * STAGE, size, a, b, row, column, step * BK);
            }
            tw_commit();
            }
            for (int step = first; step < last; ++step) {
            /* This step has arrived, for all threads; the one before is no longer read. */
            tw_wait<STAGES - 2>();
            __syncthreads();
            const int next = step + STAGES - 1;
            if (next < last) {
            fetch<FLOATS>(room + (next - first) % STAGES * STAGE, size, a, b, row, column,
            next * BK);
            }
            tw_commit();
            gain(sum, room + (step - first) % STAGES * STAGE, down, across);
            }
            put<FLOATS>(sum, size, c, row + down, column + 4 * across);
            }
            """;

    private static final String ENTRY =
            """

            template <int FLOATS>
            static int launch(sizes size, const float *a, const float *b, float *c,
            cudaStream_t stream) {
            const int bytes = STAGES * STAGE * (int)sizeof(float);
            if (cudaFuncSetAttribute(multiply<FLOATS>, cudaFuncAttributeMaxDynamicSharedMemorySize,
            bytes) != cudaSuccess) {
            return 2;
            }
            const unsigned rows = (unsigned)(size.m + BM - 1) / BM;
            const unsigned columns = (unsigned)(size.n + BN - 1) / BN;
            TW_LAUNCH(multiply<FLOATS>, dim3(rows * columns, SPLIT), dim3(THREADS), bytes, stream, size,
            a, b, c);
            return cudaGetLastError() == cudaSuccess ? 0 : 3;
            }

            extern "C" int tw_sgemm_gpu(int64_t M, int64_t N, int64_t K, const float *A,
            const float *B, float *C, cudaStream_t stream) {
            const sizes size = {(int)M, (int)N, (int)K};
            const uintptr_t places = (uintptr_t)A | (uintptr_t)B | (uintptr_t)C;
            if (SPLIT > 1 && cudaMemsetAsync(C, 0, (size_t)(4 * M * N), stream) != cudaSuccess) {
            return 1;
            }
            const bool aligned = places % (4 * VW) == 0 && K % VW == 0 && N % VW == 0;
            return aligned ? launch<VW>(size, A, B, C, stream) : launch<1>(size, A, B, C, stream);
            }
            """;
}
