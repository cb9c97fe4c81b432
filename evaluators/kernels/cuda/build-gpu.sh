#!/bin/sh
# Builds a candidate for the GPU that the tools were prepared on. usage: sh build-gpu.sh FILE
set -e
nvcc -std=c++17 -O3 -arch="$(cat /tools/gpu-kind)" -I/contract -Xcompiler -fPIC -shared \
    -o candidate.so "$1"
