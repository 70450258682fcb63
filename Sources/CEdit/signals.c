#define _GNU_SOURCE
#include "CEditSignals.h"
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

_Static_assert(sizeof(struct sigaction) <= sizeof ((cedit_saved *)0)->actions[0], "cedit_saved is too small");

static const int caught[8] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT, 0 };
enum { RUNNING_COUNT = 4, EDITING_COUNT = 7, GRACE_SECONDS = 5 };

static volatile sig_atomic_t pending[65];
static volatile sig_atomic_t busy_now, owned;
static pthread_t owner;
static void (*volatile hook)(void *);
static void *volatile hook_context;
static struct termios modes;
static volatile sig_atomic_t modes_fd = -1;
static volatile sig_atomic_t leaving;

/* Only async-signal-safe calls. */
static void leave_now(int signo) {
    if (modes_fd >= 0) {
        static const char plain[] = "\033[?2004l\033[0m\r\n";
        (void)!write(modes_fd, plain, sizeof plain - 1);
        tcsetattr(modes_fd, TCSANOW, &modes);
    }
    _exit(128 + signo);
}

static void grace_is_over(int signo) { (void)signo; leave_now(leaving ? leaving : SIGTERM); }

static void handle(int signo) {
    int saved_errno = errno;
    if (owned && !pthread_equal(owner, pthread_self())) {
        pthread_kill(owner, signo);
        errno = saved_errno;
        return;
    }
    if (signo == SIGTERM || signo == SIGHUP) {
        if (leaving) leave_now(signo);
        leaving = signo;
        if (busy_now) {
            struct sigaction a = { .sa_handler = grace_is_over };
            sigaction(SIGALRM, &a, 0);
            alarm(GRACE_SECONDS);
        }
    }
    pending[signo] = 1;
    if (busy_now && hook && (signo == SIGINT || signo == SIGTERM || signo == SIGHUP)) hook(hook_context);
    errno = saved_errno;
}

/* A handler and not SIG_IGN, which programs started from here would inherit. */
static void nothing(int signo) { (void)signo; }

void cedit_signals_enter(cedit_saved *saved, int kind) {
    saved->kind = kind;
    saved->owned = owned;
    saved->owner = (unsigned long)owner;
    owner = pthread_self();
    owned = 1;
    int count = kind == CEDIT_EDITING ? EDITING_COUNT : RUNNING_COUNT;
    sigset_t wanted;
    sigemptyset(&wanted);
    for (int i = 0; i < count; i++) {
        sigaddset(&wanted, caught[i]);
        struct sigaction a = { .sa_handler = caught[i] == SIGQUIT ? nothing : handle };
        sigemptyset(&a.sa_mask);
        sigaction(caught[i], &a, (struct sigaction *)saved->actions[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &wanted, 0);   /* whoever started this may have had them blocked */
}

void cedit_signals_leave(const cedit_saved *saved) {
    int count = saved->kind == CEDIT_EDITING ? EDITING_COUNT : RUNNING_COUNT;
    for (int i = 0; i < count; i++) sigaction(caught[i], (const struct sigaction *)saved->actions[i], 0);
    owned = saved->owned;
    owner = (pthread_t)saved->owner;
}

void cedit_signals_hook(void (*h)(void *), void *context) {
    hook = 0;
    hook_context = context;
    hook = h;
}

int cedit_signals_busy(int busy) {
    int before = busy_now;
    busy_now = busy;
    return before;
}

int cedit_signal_peek(int signo) { return signo > 0 && signo < 65 && pending[signo]; }

int cedit_signal_take(int signo) {
    if (!cedit_signal_peek(signo)) return 0;
    pending[signo] = 0;
    return 1;
}

void cedit_signals_rethrow(int signo) {
    if (hook) return;                 /* the shell's own handler has seen it */
    pending[signo] = 0;
    leaving = 0;
    raise(signo);
}

void cedit_stop_self(void) {
    struct sigaction plain = { .sa_handler = SIG_DFL }, before;
    sigaction(SIGTSTP, &plain, &before);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &before, 0);
}

void cedit_signals_remember(int fd, const struct termios *m) {
    modes_fd = -1;
    modes = *m;
    modes_fd = fd;
}

int cedit_wait_readable(int fd, int milliseconds) {
    sigset_t block, before, during;
    sigemptyset(&block);
    for (int i = 0; i < EDITING_COUNT; i++) sigaddset(&block, caught[i]);
    pthread_sigmask(SIG_BLOCK, &block, &before);
    during = before;
    int result;
    for (int i = 0; i < EDITING_COUNT; i++) {
        sigdelset(&during, caught[i]);
        if (pending[caught[i]]) { result = -2; goto done; }
    }
    struct pollfd p = { .fd = fd, .events = POLLIN };
    struct timespec t = { milliseconds / 1000, (milliseconds % 1000) * 1000000L };
    result = ppoll(&p, 1, milliseconds < 0 ? 0 : &t, &during);
    if (result < 0) result = errno == EINTR ? -2 : -1;
    else if (result > 0) result = 1;
done:
    pthread_sigmask(SIG_SETMASK, &before, 0);
    /* What came together with a signal is read after it: ppoll then tells only of the input. */
    for (int i = 0; i < EDITING_COUNT; i++) if (pending[caught[i]]) result = -2;
    return result;
}
