#!/bin/sh
# Whether a C source keeps to what a kernel may use. usage: sh check-source.sh FILE
# Looks at what is left after the preprocessor, so that no macro hides anything.
set -e
file=$1
allowed='stdint.h stddef.h string.h math.h immintrin.h tw_kernels.h'

refuse() {
    echo "$file: $1" >&2
    exit 1
}

[ "$(wc -c <"$file")" -le 65536 ] || refuse "longer than 64 KiB"

# gcc -H names what each file includes, one dot for what this file itself does.
includes=$(gcc -std=gnu17 -march=native -I/contract -I. -H -E "$file" 2>&1 >/dev/null | sed -n 's/^\. //p')
for path in $includes; do
    name=${path##*/}
    case " $allowed " in
    *" $name "*) ;;
    *) refuse "includes $name; allowed are: $allowed" ;;
    esac
done

# Only the lines that come from the file itself.
own=$(gcc -std=gnu17 -march=native -I/contract -I. -E "$file" |
    awk -v file="$file" '/^# [0-9]+ "/ { name = $3; gsub(/"/, "", name); own = name == file; next } own')
has() {
    printf '%s\n' "$own" | grep -q -E -w -e "$1"
}
if has 'asm|__asm|__asm__'; then
    refuse "inline assembler; this class is for C and intrinsics"
fi
if has 'constructor|destructor|__constructor__|__destructor__|ifunc|__ifunc__'; then
    refuse "code that runs before or after the call (constructor, destructor, ifunc)"
fi
if has '__section__|section'; then
    refuse "puts data or code where it does not belong (section)"
fi
if has '_Thread_local|__thread|thread_local'; then
    refuse "thread-local storage; kernels keep nothing between calls"
fi
if has '__builtin_return_address|__builtin_frame_address|__builtin_extract_return_addr'; then
    refuse "looks at its caller's stack"
fi
if has '_rdtsc|__rdtsc|__rdtscp|__builtin_ia32_rdtsc|__builtin_ia32_rdtscp'; then
    refuse "reads a clock"
fi
if has '_mm_setcsr|__builtin_ia32_ldmxcsr|_xbegin|_xend'; then
    refuse "changes the mode of arithmetic, or uses transactions"
fi
