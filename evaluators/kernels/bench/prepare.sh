#!/bin/sh
# Builds the referee and the references of one kernel, in the folder of the tools.
# usage: sh prepare.sh KERNEL
set -e
flags="-std=gnu17 -O3 -march=native -mprefer-vector-width=512 -ffp-contract=fast"
if ! gcc -mprefer-vector-width=512 -E -x c /dev/null >/dev/null 2>&1; then
    flags="-std=gnu17 -O3 -march=native -ffp-contract=fast"
fi
# Only -O2 for what is called once, so that building takes a few seconds.
gcc $flags -Wall -Wextra -o twbench \
    main.c stop.c instance.c arena.c seal.c server.c serve.c machine.c check.c pairs.c rival.c timing.c \
    kernels.c $(sed -n 's/^extern const struct kernel tw_\(.*\)_kernel;$/\1.c/p' kernels.c) \
    -lm -ldl -lpthread
for source in shipped-"$1".c openblas-"$1".c; do
    if [ -f "$source" ]; then
        gcc $flags -Wall -Wextra -fPIC -shared -o "${source%.c}.so" "$source" -lm -ldl
    fi
done
