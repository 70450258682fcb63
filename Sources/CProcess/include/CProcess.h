#ifndef NACRE_PROCESS_H
#define NACRE_PROCESS_H
#include <stddef.h>
#include <stdint.h>
#include <pthread.h>

/// Gathers bytes for standard output. They leave when 32 KB have gathered, when `nacre_output_flush` says so, and after 50 ms at the latest;
/// with `each_line` also at the end of each line.
void nacre_output_write(const uint8_t *bytes, size_t count, _Bool each_line);
/// Sends what has been gathered.
void nacre_output_flush(void);
/// Sends what has been gathered, then these bytes to standard error.
void nacre_output_error(const uint8_t *bytes, size_t count);

/// Looks whether the runtime counts references as counts.c does, by the counts of some object; before the first use of threads.
void nacre_counts_begin(void *object);
/// Starts a thread that never touches a Swift object at the same time as another one: reference counts stay as they are (counts.c).
int nacre_thread_alone(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument);

/// From now on Ctrl-C sets a flag. No Swift runs in the handler, which any thread may be called for.
void nacre_interrupt_sets(_Bool *flag);

#endif
