#!/bin/sh
# Whether an object file exports one kernel and nothing else, needs nothing but memory and
# mathematical functions, and keeps nothing between calls. usage: sh check-object.sh SYMBOL FILE
set -e
symbol=$1
file=$2

refuse() {
    echo "the object file $1" >&2
    exit 1
}

exported=$(nm -g --defined-only -P "$file" | cut -d ' ' -f 1 | sort)
if [ "$exported" != "$symbol" ]; then
    refuse "exports $(echo $exported), but only $symbol is allowed; declare everything else static"
fi

functions='memcpy memset memmove memcmp sqrt exp exp2 log log2 log10 pow fabs fmin fmax floor ceil
rint round trunc lrint tanh sinh cosh sin cos tan asin acos atan atan2 erf cbrt fma ldexp frexp
expm1 log1p hypot fmod nearbyint scalbn'
for name in $(nm -u -P "$file" | cut -d ' ' -f 1); do
    plain=${name%f}
    case " $(echo $functions) _GLOBAL_OFFSET_TABLE_ " in
    *" $name "* | *" $plain "*) ;;
    *) refuse "needs $name; allowed are memcpy, memset, memmove, memcmp and functions of math.h" ;;
    esac
done

readelf -S -W "$file" | sed -n 's/^ *\[ *[0-9]*\] *//p' | while read -r name _ _ _ size _; do
    case $name in
    .init_array* | .fini_array* | .preinit_array* | .ctors* | .dtors* | .init | .fini)
        refuse "has code that runs before or after the call ($name)" ;;
    .tdata* | .tbss*)
        refuse "has thread-local storage ($name)" ;;
    .data.rel.ro*) ;;
    .data* | .bss*)
        case $size in
        *[!0]*) refuse "keeps variables between calls ($name, 0x$size bytes); static data must be const" ;;
        esac ;;
    esac
done
if readelf -s -W "$file" | grep -q -E ' (IFUNC|TLS|COM) '; then
    refuse "has an indirect function, a thread-local or a common symbol"
fi
