#!/bin/sh
# Builds the referee of GPU kernels, the process that runs them, and the references, in the folder
# of the tools; and notes in gpu-kind what candidates are compiled for: the GPU that is here.
# usage: sh prepare-gpu.sh [-DTW_TF32]
set -e
gcc -std=gnu17 -O2 -Wall -Wextra -o twgpu gpu-referee.c gpu-race.c gpu-server.c gpu-kernels.c \
    instance.c stop.c sgemm.c -lm
# Runs on all later ones too: the driver compiles it once more.
flags="-std=c++17 -O3 -I/contract -Xcompiler -fPIC,-Wall,-Wextra"
nvcc $flags -arch=sm_80 -o twgpu-serve -x cu gpu-device.cu gpu-serve.cpp -ldl
./twgpu-serve --kind >gpu-kind
nvcc $flags -arch="$(cat gpu-kind)" -shared -o gpu-shipped.so gpu-shipped.cu
nvcc $flags -arch="$(cat gpu-kind)" "$@" -shared -o gpu-cublas.so gpu-cublas.cu -ldl
