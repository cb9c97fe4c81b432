#!/bin/sh
# Builds the program that runs candidates under gcc's sanitizers, in the folder of the tools.
set -e
gcc -std=gnu17 -O1 -g -march=native -fsanitize=address,undefined -Wall -Wextra -o twsane \
    sanitize.c stop.c instance.c kernels.c \
    $(sed -n 's/^extern const struct kernel tw_\(.*\)_kernel;$/\1.c/p' kernels.c) -lm -ldl
