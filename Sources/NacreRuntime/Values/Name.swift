import Synchronization

/// An interned name of a variable, member or command: equal names, whatever their case, are one number.
@frozen public struct Name: Hashable, Sendable {
    public let id: Int32
    @inlinable init(id: Int32) { self.id = id }

    /// The name's number; the first spelling seen is the one `text` gives.
    public init(_ text: String) { self = NameTable.shared.intern(text) }
    public init(_ text: Str) { self = NameTable.shared.intern(text.string) }
    public var text: String { NameTable.shared.text(of: self) }
}

/// The process-wide table of names. It holds no state of a shell: two shells may share it.
private final class NameTable: Sendable {
    static let shared = NameTable()
    private struct State { var ids: [String: Int32] = [:]; var texts: [String] = [] }
    private let state = Mutex(State())

    func intern(_ text: String) -> Name {
        state.withLock { s in
            if let id = s.ids[text] { return Name(id: id) }
            let folded = text.lowercased()
            if let id = s.ids[folded] { s.ids[text] = id; return Name(id: id) }
            let id = Int32(s.texts.count)
            s.texts.append(text)
            s.ids[folded] = id
            if folded != text { s.ids[text] = id }
            return Name(id: id)
        }
    }
    func text(of name: Name) -> String { state.withLock { $0.texts[Int(name.id)] } }
}
