/* Lets a rule order the jobs of shops and prints the orders: a line of JSON in, a line out.
 *
 * The rule is loaded and called in a child process; what it does to its own memory harms nobody.
 * No score is computed here: what is printed is not believed, only checked.
 */

#define _POSIX_C_SOURCE 200809L

#include <dlfcn.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef double rule(double duration, double weight, double due, double now);

struct job {
    double duration, weight, due;
};

struct shop {
    struct job *jobs;
    int size;
};

static void stop(const char *cause, const char *detail)
{
    printf("{\"stop\": \"%s\", \"detail\": \"%s\"}\n", cause, detail);
    fflush(stdout);
    exit(0);
}

static void *checked(void *memory)
{
    if (memory == NULL) {
        stop("CRASH", "no memory");
    }
    return memory;
}

/* The numbers of a line, whatever brackets and commas are between them: three for each job. */
static struct shop read_shop(const char *line)
{
    struct shop shop = {checked(malloc((strlen(line) / 2 + 1) * sizeof(struct job))), 0};
    double values[3];
    int found = 0;
    while (*line != '\0') {
        char *end;
        values[found] = strtod(line, &end);
        if (end == line) {
            line++;
            continue;
        }
        line = end;
        if (++found == 3) {
            shop.jobs[shop.size++] = (struct job){values[0], values[1], values[2]};
            found = 0;
        }
    }
    return shop;
}

/* The waiting job with the highest priority; -1 when a priority is not a number. */
static int next_job(rule *priority, const struct shop *shop, const char *done, double now)
{
    int next = -1;
    double highest = -INFINITY;
    for (int at = 0; at < shop->size; at++) {
        if (done[at]) {
            continue;
        }
        const struct job *job = &shop->jobs[at];
        double worth = priority(job->duration, job->weight, job->due, now);
        if (isnan(worth)) {
            return -1;
        }
        if (next < 0 || worth > highest) {
            next = at;
            highest = worth;
        }
    }
    return next;
}

static void print_order(rule *priority, const struct shop *shop)
{
    char *done = checked(calloc((size_t)shop->size + 1, 1));
    double now = 0;
    printf("[");
    for (int place = 0; place < shop->size; place++) {
        int next = next_job(priority, shop, done, now);
        printf(place == 0 ? "%d" : ",%d", next);
        if (next < 0) {
            break;
        }
        done[next] = 1;
        now += shop->jobs[next].duration;
    }
    printf("]\n");
    free(done);
}

/* In the child: the rule is untrusted from here on. */
static void order_all(const char *path)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        stop("CRASH", "cannot be loaded");
    }
    rule *priority;
    *(void **)&priority = dlsym(library, "priority");
    if (priority == NULL) {
        stop("CRASH", "there is no function priority");
    }
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        struct shop shop = read_shop(line);
        print_order(priority, &shop);
        free(shop.jobs);
    }
    free(line);
    fflush(stdout);
    _exit(0);
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fprintf(stderr, "usage: run candidate.so\n");
        return 2;
    }
    pid_t child = fork();
    if (child < 0) {
        return 3;
    }
    if (child == 0) {
        order_all(arguments[1]);
    }
    int status;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) {
        fprintf(stderr, "the rule ended by signal %d, %s\n", WTERMSIG(status),
                strsignal(WTERMSIG(status)));
        return 1;
    }
    return WEXITSTATUS(status);
}
