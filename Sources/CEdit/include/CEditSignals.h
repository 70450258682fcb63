#ifndef CEDIT_SIGNALS_H
#define CEDIT_SIGNALS_H
/* The signals of an interactive shell. Handlers only set flags (and call the interrupt hook), so all
   other work happens in the thread that reads or runs. None is installed with SA_RESTART: a blocking
   call of that thread ends with EINTR. */
#include <signal.h>
#include <termios.h>

/* What to put back afterwards; opaque. */
typedef struct { unsigned long actions[8][20]; unsigned long owner; int owned; int kind; } cedit_saved;

enum { CEDIT_RUNNING = 0,   /* a command runs: INT, TERM, HUP, QUIT */
       CEDIT_EDITING = 1 }; /* a line is read: also WINCH, TSTP, CONT */

/* Takes the signals for the calling thread; `leave` puts the earlier dispositions back. Nests. */
void cedit_signals_enter(cedit_saved *_Nonnull saved, int kind);
void cedit_signals_leave(const cedit_saved *_Nonnull saved);

/* While busy, SIGINT (and the first SIGTERM or SIGHUP) calls `hook(context)` from the handler. */
void cedit_signals_hook(void (*_Nullable hook)(void *_Nullable), void *_Nullable context);
int cedit_signals_busy(int busy);                 /* returns the earlier value */

int cedit_signal_take(int signo);                 /* 1 when it has come since the last call; forgets it */
int cedit_signal_peek(int signo);

/* After `leave`: gives a signal that ended a reading to whoever handles it outside; nothing where the
   hook has had it. */
void cedit_signals_rethrow(int signo);

/* Stops this process as Ctrl-Z does; returns when it is continued, at once in an orphaned group. */
void cedit_stop_self(void);

/* The modes that an emergency exit (a second SIGTERM, or five seconds after the first) puts back. */
void cedit_signals_remember(int fd, const struct termios *_Nonnull modes);

/* Waits until `fd` can be read: 1 ready, 0 time is up, -2 a signal has come, -1 error.
   `milliseconds` < 0 waits for ever. No signal is lost between the look and the wait. */
int cedit_wait_readable(int fd, int milliseconds);
#endif
