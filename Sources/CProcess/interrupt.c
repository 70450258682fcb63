#define _GNU_SOURCE
#include "include/CProcess.h"
#include <signal.h>

static _Bool *volatile flag;

static void interrupt(int signo) {
    (void)signo;
    __atomic_store_n(flag, 1, __ATOMIC_RELAXED);
}

void nacre_interrupt_sets(_Bool *place) {
    flag = place;
    struct sigaction action = {.sa_handler = interrupt};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}
