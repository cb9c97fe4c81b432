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

# Lines are told apart below by the names of files, which must not be made up.
if sed -e ':a' -e '/\\$/{N;s/\\\n//;ba' -e '}' "$file" |
    grep -q -E -e '(#|%:).*line([^a-z_]|$)' -e '^[[:space:]]*(#|%:)[[:space:]]*[0-9]'; then
    refuse "a #line directive, or a comment that looks like one"
fi

# Only the lines that come from the file itself: the name in the last marker is held back.
own=$(gcc -std=gnu17 -march=native -I/contract -I. -E "$file" |
    sed -n -e '/^# [0-9][0-9]* "/{h;d' -e '}' -e 'x' -e '/^# [0-9]* "'"$file"'"/{x;p;b' -e '}' -e 'x')
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
