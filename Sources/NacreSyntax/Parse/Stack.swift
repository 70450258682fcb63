import Glibc

/// The C library has it; its header shows it only to GNU programs.
@_silgen_name("pthread_getattr_np")
private func threadAttributes(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>) -> Int32

/// What is left of the running thread's stack.
enum Stack {
    /// Kept free below the parser's frames.
    static let reserve: UInt = 96 << 10

    /// False where less than the reserve is left. `limit` keeps the lowest address to use; zero before the first question.
    static func hasRoom(_ limit: inout UInt) -> Bool {
        var here: UInt8 = 0
        let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
        if limit == 0 { limit = lowest(address) }
        return address > limit
    }

    private static func lowest(_ here: UInt) -> UInt {
        var attributes = pthread_attr_t()
        guard threadAttributes(pthread_self(), &attributes) == 0 else { return here - min(here, 128 << 10) }
        defer { pthread_attr_destroy(&attributes) }
        var base: UnsafeMutableRawPointer?
        var size = 0
        guard pthread_attr_getstack(&attributes, &base, &size) == 0, let base else { return here - min(here, 128 << 10) }
        return UInt(bitPattern: base) + reserve
    }
}
