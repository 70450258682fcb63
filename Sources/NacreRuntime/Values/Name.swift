import Glibc
import Synchronization

/// An interned name of a variable, member or command: equal names, whatever their case, are one number.
@frozen public struct Name: Hashable, Sendable {
    public let id: Int32
    @inlinable init(id: Int32) { self.id = id }

    /// The name's number; the first spelling seen is the one `text` gives.
    public init(_ text: String) { self = NameTable.shared.intern(text) }
    public init(_ text: Str) { self = NameTable.shared.intern(text.string) }
    public var text: String { NameTable.shared.text(of: self) }
    /// The same as a value's string, without making one.
    public var str: Str { NameTable.shared.spellings.text(Int(id)) }
}

/// The process-wide table of names. It holds no state of a shell: two shells may share it.
private final class NameTable: Sendable {
    static let shared = NameTable()
    private struct State { var ids: [String: Int32] = [:]; var texts: [String] = [] }
    private let state = Mutex(State())
    let spellings = Spellings()

    func intern(_ text: String) -> Name {
        state.withLock { s in
            if let id = s.ids[text] { return Name(id: id) }
            let folded = text.lowercased()
            if let id = s.ids[folded] { s.ids[text] = id; return Name(id: id) }
            let id = Int32(s.texts.count)
            s.texts.append(text)
            spellings.add(Str(text), at: Int(id))
            s.ids[folded] = id
            if folded != text { s.ids[text] = id }
            return Name(id: id)
        }
    }
    func text(of name: Name) -> String { state.withLock { $0.texts[Int(name.id)] } }
}

/// The spellings by number, read without a lock: places never move, and a number is known only after its place is filled.
private final class Spellings: @unchecked Sendable {
    private static let chunk = 1024, chunks = 1 << 16
    private let base: UnsafeMutablePointer<UnsafeMutablePointer<Unmanaged<Str>>?>
    /// Zeroed by the system page by page, as pages are touched.
    init() {
        let bytes = Spellings.chunks * MemoryLayout<Int>.stride
        guard let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), memory != MAP_FAILED else {
            base = .allocate(capacity: Spellings.chunks)
            base.initialize(repeating: nil, count: Spellings.chunks)
            return
        }
        base = memory.bindMemory(to: UnsafeMutablePointer<Unmanaged<Str>>?.self, capacity: Spellings.chunks)
    }
    func add(_ s: Str, at i: Int) {
        let c = i / Spellings.chunk
        if base[c] == nil { base[c] = .allocate(capacity: Spellings.chunk) }
        base[c]?.advanced(by: i % Spellings.chunk).initialize(to: .passRetained(s))
    }
    func text(_ i: Int) -> Str { base[i / Spellings.chunk].map { $0[i % Spellings.chunk].takeUnretainedValue() } ?? .empty }
}
