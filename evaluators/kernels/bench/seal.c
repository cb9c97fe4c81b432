#define _GNU_SOURCE
#include "seal.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

enum { LONGEST = 120 };

struct program {
    struct sock_filter line[LONGEST];
    unsigned short length;
};

static void add(struct program *program, uint16_t code, uint32_t value, int yes, int no) {
    program->line[program->length++] =
        (struct sock_filter){code, (uint8_t)yes, (uint8_t)no, value};
}

static void load(struct program *program, size_t offset) {
    add(program, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void allow(struct program *program, long call) {
    add(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1);
    add(program, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
}

/* Allowed when an argument, counted from 0, has none of the bits of the mask but those of value. */
static void allow_with(struct program *program, long call, int argument, uint32_t mask,
                       uint32_t value) {
    size_t low = offsetof(struct seccomp_data, args) + 8 * (size_t)argument;
    add(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
    load(program, low);
    add(program, BPF_ALU | BPF_AND | BPF_K, mask, 0, 0);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    add(program, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
    load(program, offsetof(struct seccomp_data, nr));
}

#if defined(MACHINE)
static void begin(struct program *program) {
    program->length = 0;
    load(program, offsetof(struct seccomp_data, arch));
    add(program, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
    add(program, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
    load(program, offsetof(struct seccomp_data, nr));
    allow_with(program, SYS_read, 0, ~0u, 0);
    allow_with(program, SYS_write, 0, ~0u, 1);
    allow(program, SYS_exit_group);
    allow(program, SYS_exit);
    allow(program, SYS_rt_sigreturn);
    allow(program, SYS_futex);
    allow(program, SYS_clock_gettime);
}

static bool install(struct program *program) {
    add(program, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
    struct sock_fprog filter = {program->length, program->line};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

bool seal_for_loading(void) {
    static const long calls[] = {
        SYS_close, SYS_fstat, SYS_newfstatat, SYS_lseek, SYS_mmap, SYS_mprotect, SYS_munmap,
        SYS_brk, SYS_pread64, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_getrandom, SYS_madvise,
        SYS_getcwd, SYS_readlinkat, SYS_faccessat};
    struct program program;
    begin(&program);
    for (size_t at = 0; at < sizeof calls / sizeof *calls; at++) {
        allow(&program, calls[at]);
    }
    allow_with(&program, SYS_openat, 2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY);
    allow_with(&program, SYS_read, 0, 0, 0);
    allow_with(&program, SYS_prctl, 0, ~0u, PR_SET_SECCOMP);
    allow_with(&program, SYS_prctl, 0, ~0u, PR_SET_NO_NEW_PRIVS);
    return install(&program);
}

bool seal(void) {
    struct program program;
    begin(&program);
    return install(&program);
}
#else
bool seal_for_loading(void) { return false; }
bool seal(void) { return false; }
#endif

static void cap(int what, rlim_t most) {
    struct rlimit limit = {most, most};
    setrlimit((__rlimit_resource_t)what, &limit);
}

void confine(void) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    cap(RLIMIT_CORE, 0);
    cap(RLIMIT_FSIZE, 0);
    cap(RLIMIT_NOFILE, 32);
    cap(RLIMIT_NPROC, 0);
    cap(RLIMIT_CPU, 600);
}
