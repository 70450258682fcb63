import CProcess
import Glibc

private final class Work {
    let body: () -> Int32
    var result: Int32 = 0
    init(_ b: @escaping () -> Int32) { body = b }
}

/// Runs code on a thread with 1 GB of stack, of which only what is used is ever real.
func onDeepStack(_ body: @escaping () -> Int32) -> Int32 {
    let work = Work(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 1 << 30)
    var thread = pthread_t()
    nacre_counts_begin(Unmanaged.passUnretained(work).toOpaque())
    // This thread waits meanwhile.
    let started = nacre_thread_alone(&thread, &attributes, { p in
        let w = Unmanaged<Work>.fromOpaque(p!).takeUnretainedValue()
        w.result = w.body()
        return nil
    }, Unmanaged.passUnretained(work).toOpaque())
    // Without room for such a stack the main one serves.
    guard started == 0 else { return body() }
    pthread_join(thread, nil)
    return work.result
}
