import NacreRuntime

extension TypeRef {
    public static let enumerator: TypeRef = {
        let t = TypeRef("IEnumerator", namespace: "System.Collections", base: .object)
        t.interfaces = [.enumerable]
        return t
    }()
}

/// `IEnumerator`: what `GetEnumerator()` gives. A loop or pipeline takes it apart.
public final class Enumerator: Native {
    private let items: [Value]
    private var at = -1
    /// Says whether the collection is still as it was.
    private let isValid: () -> Bool
    public init(_ items: [Value], type: TypeRef = .enumerator, isValid: @escaping () -> Bool = { true }) {
        self.items = items
        self.isValid = isValid
        super.init(type)
    }
    public override var stamp: Int { isValid() ? 0 : 1 }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        while try moveNext() { try body(items[at]) }
        return true
    }
    func moveNext() throws -> Bool {
        guard isValid() else { throw PSError.raw(.invalidOperationException, Enumerator.modified) }
        if at < items.count { at += 1 }
        return at < items.count
    }
    static let modified = "Collection was modified; enumeration operation may not execute."

    static func declare(_ t: TypeBuilder) {
        t.method("bool MoveNext()") { _, me, _ in
            do { return .bool(try (me.obj as? Enumerator)?.moveNext() ?? false) }
            catch let e as PSError { throw NetException(e.record.exception) }
        }
        t.method("void Reset()") { _, me, _ in (me.obj as? Enumerator)?.at = -1; return .void }
        t.method("void Dispose()") { _, _, _ in .void }
        t.property("System.Object Current") { _, me in
            guard let e = me.obj as? Enumerator, e.at >= 0, e.at < e.items.count else { return .null }
            return e.items[e.at]
        }
        // Enumerators of dictionaries show the pair's parts.
        t.property("System.Object Key") { _, me in (current(me)?.key) ?? .null }
        t.property("System.Object Value") { _, me in (current(me)?.value) ?? .null }
        t.property("System.Object Entry") { _, me in current(me).map { .object($0) } ?? .null }
    }
    private static func current(_ me: Value) -> Pair? {
        guard let e = me.obj as? Enumerator, e.at >= 0, e.at < e.items.count else { return nil }
        return e.items[e.at].obj as? Pair
    }
}
