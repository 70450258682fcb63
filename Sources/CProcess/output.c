// Standard output, gathered. In C, so that the thread that sends what has waited touches no Swift object.
#define _GNU_SOURCE
#include "include/CProcess.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { capacity = 1 << 15 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER;
static uint8_t buffer[capacity];
static size_t used;
static _Bool has_sender;

static int put(int fd, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t n = write(fd, bytes, count);
        if (n < 0) {
            if (errno == EINTR || errno == EAGAIN) continue;
            return -1;
        }
        bytes += n;
        count -= (size_t)n;
    }
    return 0;
}

static void put_out(const uint8_t *bytes, size_t count) {
    if (put(1, bytes, count) == 0) return;
    // Nobody reads any more: the end, without a word.
    if (errno == EPIPE) _exit(128 + SIGPIPE);
    if (errno != ENOSPC && errno != EDQUOT && errno != EIO) return;
    const char *parts[] = {"nacre: cannot write to standard output: ", strerror(errno), "\n"};
    for (int i = 0; i < 3; i++) put(2, (const uint8_t *)parts[i], strlen(parts[i]));
    _exit(1);
}

static void send_all(void) {
    size_t n = used;
    used = 0;
    if (n > 0) put_out(buffer, n);
}

/// Sends what has waited. It sleeps while nothing waits.
static void *sender(void *unused) {
    (void)unused;
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    while (1) {
        pthread_mutex_lock(&lock);
        while (used == 0) pthread_cond_wait(&filled, &lock);
        pthread_mutex_unlock(&lock);
        struct timespec pause = {0, 40 * 1000 * 1000};
        nanosleep(&pause, NULL);
        nacre_output_flush();
    }
    return NULL;
}

void nacre_output_write(const uint8_t *bytes, size_t count, _Bool each_line) {
    if (count == 0) return;
    pthread_mutex_lock(&lock);
    if (count > capacity - used) send_all();
    if (count > capacity) {
        put_out(bytes, count);
    } else {
        if (used == 0 && has_sender) pthread_cond_signal(&filled);
        memcpy(buffer + used, bytes, count);
        used += count;
        if (each_line && bytes[count - 1] == '\n') {
            send_all();
        } else if (!has_sender) {
            pthread_t thread;
            if (nacre_thread_alone(&thread, NULL, sender, NULL) == 0) {
                pthread_detach(thread);
                has_sender = 1;
            } else {
                send_all();
            }
        }
    }
    pthread_mutex_unlock(&lock);
}

void nacre_output_flush(void) {
    pthread_mutex_lock(&lock);
    send_all();
    pthread_mutex_unlock(&lock);
}

void nacre_output_error(const uint8_t *bytes, size_t count) {
    pthread_mutex_lock(&lock);
    send_all();
    put(2, bytes, count);
    pthread_mutex_unlock(&lock);
}
