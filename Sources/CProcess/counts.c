// Reference counts without locked instructions while one thread runs Swift code.
//
// Swift counts references with atomic instructions, the dearest part of an interpreter's work. A shell has one thread that touches Swift objects
// nearly all of its life. Where the program is linked with `--wrap` for the functions below (scripts/build does; the debug build does not),
// counts are plain until a second thread starts and again when it has ended. Any thread that anyone starts counts as such, but those of
// `nacre_thread_alone`.
#include "include/CProcess.h"
#include <stdatomic.h>
#include <stdlib.h>

// The runtime's own, of both kinds (swift/Runtime/HeapObject.h).
extern void *__real_swift_retain(void *) __attribute__((weak));
extern void __real_swift_release(void *) __attribute__((weak));
extern void *__real_swift_retain_n(void *, uint32_t) __attribute__((weak));
extern void __real_swift_release_n(void *, uint32_t) __attribute__((weak));
extern void *__real_swift_bridgeObjectRetain(void *) __attribute__((weak));
extern void __real_swift_bridgeObjectRelease(void *) __attribute__((weak));
extern int __real_pthread_create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *) __attribute__((weak));
extern void *swift_nonatomic_retain(void *);
extern void swift_nonatomic_release(void *);
extern void *swift_nonatomic_retain_n(void *, uint32_t);
extern void swift_nonatomic_release_n(void *, uint32_t);
extern void *swift_nonatomic_bridgeObjectRetain(void *);
extern void swift_nonatomic_bridgeObjectRelease(void *);

// Threads under way beside the first, and one for the runtime until `nacre_counts_begin` knows it. Only the first thread can find it zero and
// go on, so it is read without order.
static atomic_int others = 1;
#define SHARED __builtin_expect(atomic_load_explicit(&others, memory_order_relaxed) != 0, 0)

// An object's second word counts its references in the bits from 33 on; negative after counting means a case for the runtime: the last
// reference, an object that never dies, counts kept elsewhere.
static const int64_t one = 1LL << 33;
static inline int64_t *counts(void *object) { return (int64_t *)object + 1; }

void *__wrap_swift_retain(void *object) {
    if (SHARED) return __real_swift_retain(object);
    if ((intptr_t)object <= 0) return object;
    // Bits of the pointer that say what it is are no part of the address.
    int64_t *place = counts((void *)((uintptr_t)object & 0x00FFFFFFFFFFFFF8));
    int64_t n = (int64_t)((uint64_t)*place + (uint64_t)one);
    if (__builtin_expect(n < 0, 0)) return swift_nonatomic_retain(object);
    *place = n;
    return object;
}
void __wrap_swift_release(void *object) {
    if (SHARED) return __real_swift_release(object);
    if ((intptr_t)object <= 0) return;
    int64_t n = (int64_t)((uint64_t)*counts(object) - (uint64_t)one);
    if (__builtin_expect(n < 0, 0)) return swift_nonatomic_release(object);
    *counts(object) = n;
}
void nacre_counts_begin(void *object) {
    int64_t before = *counts(object);
    swift_nonatomic_retain(object);
    int64_t after = *counts(object);
    swift_nonatomic_release(object);
    // With a runtime that counts otherwise its own functions go on doing it all.
    if (after == before + one) atomic_fetch_sub_explicit(&others, 1, memory_order_release);
}
void *__wrap_swift_retain_n(void *object, uint32_t n) { return SHARED ? __real_swift_retain_n(object, n) : swift_nonatomic_retain_n(object, n); }
void __wrap_swift_release_n(void *object, uint32_t n) { if (SHARED) __real_swift_release_n(object, n); else swift_nonatomic_release_n(object, n); }
void *__wrap_swift_bridgeObjectRetain(void *object) { return SHARED ? __real_swift_bridgeObjectRetain(object) : swift_nonatomic_bridgeObjectRetain(object); }
void __wrap_swift_bridgeObjectRelease(void *object) { if (SHARED) __real_swift_bridgeObjectRelease(object); else swift_nonatomic_bridgeObjectRelease(object); }

struct start { void *(*run)(void *); void *argument; };

static void *run(void *p) {
    struct start s = *(struct start *)p;
    free(p);
    void *result = s.run(s.argument);
    atomic_fetch_sub_explicit(&others, 1, memory_order_release);
    return result;
}

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    struct start *s = malloc(sizeof *s);
    if (!s) return 11; // EAGAIN
    *s = (struct start){start, argument};
    atomic_fetch_add_explicit(&others, 1, memory_order_acquire);
    int code = __real_pthread_create(thread, attributes, run, s);
    if (code != 0) {
        free(s);
        atomic_fetch_sub_explicit(&others, 1, memory_order_release);
    }
    return code;
}

int nacre_thread_alone(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    if (__real_pthread_create) return __real_pthread_create(thread, attributes, start, argument);
    return pthread_create(thread, attributes, start, argument);
}
