/// ICU's collation for en-US, opened when a comparison first needs it. ICU's functions carry its version in their names,
/// so the library is looked for by number, newest first; where there is none, comparison is ordinal.
final class Collator: @unchecked Sendable {
    static let shared: Collator? = Collator()

    private typealias Open = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<Int32>) -> OpaquePointer?
    private typealias SetStrength = @convention(c) (OpaquePointer, Int32) -> Void
    private typealias Compare = @convention(c) (OpaquePointer, UnsafePointer<UInt16>, Int32, UnsafePointer<UInt16>, Int32) -> Int32

    /// Comparing is thread-safe once a collator's attributes are set.
    private let tertiary: OpaquePointer, secondary: OpaquePointer
    private let compare: Compare

    private init?() {
        for version in (50...90).reversed() {
            guard let library = dlopen("libicui18n.so.\(version)", RTLD_NOW | RTLD_LOCAL) else { continue }
            guard let open = dlsym(library, "ucol_open_\(version)"), let strength = dlsym(library, "ucol_setStrength_\(version)"),
                  let compare = dlsym(library, "ucol_strcoll_\(version)") else { continue }
            let make = unsafeBitCast(open, to: Open.self), set = unsafeBitCast(strength, to: SetStrength.self)
            var status: Int32 = 0
            guard let a = make("en_US", &status), status <= 0, let b = make("en_US", &status), status <= 0 else { continue }
            set(a, 2)
            set(b, 1)
            tertiary = a
            secondary = b
            self.compare = unsafeBitCast(compare, to: Compare.self)
            return
        }
        return nil
    }

    /// -1, 0 or 1.
    func order(_ a: Str, _ b: Str, ignoreCase: Bool) -> Int {
        let x = a.isWide ? [] : a.units, y = b.isWide ? [] : b.units
        return x.withUnsafeBufferPointer { p in
            y.withUnsafeBufferPointer { q in
                let p = a.isWide ? a.utf16 : p, q = b.isWide ? b.utf16 : q
                var none: UInt16 = 0
                return withUnsafePointer(to: &none) { zero in
                    Int(compare(ignoreCase ? secondary : tertiary, p.baseAddress ?? zero, Int32(p.count), q.baseAddress ?? zero, Int32(q.count)))
                }
            }
        }
    }
}
