#!/bin/sh
# Builds and times the programs it is sent, one instance a line on standard input: the referee's
# own line, with the program in C as its last member, in base 64. Prints the referee's answers.
# Programs come from the task's lowering, never from a candidate.
cd /tmp || exit 1

# The same text is built once in a run; every instance is timed, known or not.
build() {
    [ -f "$1.so" ] && return
    printf %s "$2" | base64 -d >"$1.c"
    gcc -std=gnu17 -O3 -march=native -mprefer-vector-width=512 -ffp-contract=fast -fno-math-errno \
        -fno-trapping-math -fno-stack-protector -fPIC -shared -nostartfiles -o "$1.so" "$1.c" -lm
}

# What is too noisy says nothing about the program: again, a few times.
measure() {
    for _ in 1 2 3 4; do
        answer=$(printf '%s\n' "$2" | twbench "/tmp/$1.so") || return 1
        case $answer in
        *'too noisy'*) ;;
        *) return 0 ;;
        esac
    done
}

while IFS= read -r line; do
    program=${line#*\"program\":\"}
    program=${program%%\"*}
    name=$(printf %s "$program" | cksum | tr -d ' ')
    build "$name" "$program" || exit 1
    measure "$name" "${line%%,\"program\"*}}" || exit 1
    printf '%s\n' "$answer"
    case $answer in
    '{"stop"'*) exit 0 ;;
    esac
done
