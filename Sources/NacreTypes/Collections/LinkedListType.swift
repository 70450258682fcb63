import NacreRuntime

/// `LinkedList[T]`
final class LinkedListValue: Native {
    var first: LinkedNode?, last: LinkedNode?
    var count = 0
    override var isEnumerable: Bool { true }
    override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        var n = first
        while let c = n { try body(c.value); n = c.next }
        return true
    }
    /// Puts a node after another one, or first.
    func insert(_ n: LinkedNode, after p: LinkedNode?) {
        n.list = self
        n.previous = p
        n.next = p.map(\.next) ?? first
        n.next?.previous = n
        if let p { p.next = n } else { first = n }
        if n.next == nil { last = n }
        count += 1
    }
    func remove(_ n: LinkedNode) {
        if let p = n.previous { p.next = n.next } else { first = n.next }
        if let x = n.next { x.previous = n.previous } else { last = n.previous }
        n.list = nil
        n.next = nil
        n.previous = nil
        count -= 1
    }
    func find(_ v: Value) -> LinkedNode? {
        var n = first
        while let c = n { if ObjectType.same(c.value.unwrapped, v.unwrapped) { return c }; n = c.next }
        return nil
    }
    deinit {
        // Long chains are taken apart here, not by nested releases.
        while let n = first { first = n.next; n.next = nil }
    }
}
final class LinkedNode: Native {
    var value: Value
    var next: LinkedNode?
    weak var previous: LinkedNode?
    weak var list: LinkedListValue?
    init(_ type: TypeRef, _ v: Value) { value = v; super.init(type) }
}

enum LinkedListType {
    static func list(_ me: Value) throws -> LinkedListValue {
        guard let l = me.obj as? LinkedListValue else { throw NetException.invalid("The object is not a linked list.") }
        return l
    }
    static func declare(_ t: TypeBuilder) {
        let full = "System.Collections.Generic.LinkedList[T]", node = "System.Collections.Generic.LinkedListNode[T]"
        t.constructor("\(full)()") { _, type, _ in .object(LinkedListValue(type.obj as? TypeRef ?? .object)) }
        t.constructor("\(full)(System.Collections.Generic.IEnumerable[T] collection)") { m, type, a in
            let l = LinkedListValue(type.obj as? TypeRef ?? .object)
            for v in try m.elements(of: a[0]) { l.insert(made(l, v), after: l.last) }
            return .object(l)
        }
        t.property("int Count") { _, me in Value(try list(me).count) }
        t.property("\(node) First") { _, me in try list(me).first.map { .object($0) } ?? .null }
        t.property("\(node) Last") { _, me in try list(me).last.map { .object($0) } ?? .null }
        t.method("\(node) AddFirst(T value)") { _, me, a in let l = try list(me), n = made(l, a[0]); l.insert(n, after: nil); return .object(n) }
        t.method("\(node) AddLast(T value)") { _, me, a in let l = try list(me), n = made(l, a[0]); l.insert(n, after: l.last); return .object(n) }
        t.method("\(node) AddAfter(\(node) node, T value)") { _, me, a in
            let l = try list(me), n = made(l, a[1])
            l.insert(n, after: try member(a[0], of: l))
            return .object(n)
        }
        t.method("\(node) AddBefore(\(node) node, T value)") { _, me, a in
            let l = try list(me), n = made(l, a[1])
            l.insert(n, after: try member(a[0], of: l).previous)
            return .object(n)
        }
        t.method("bool Remove(T value)") { _, me, a in
            let l = try list(me)
            guard let n = l.find(a[0]) else { return .bool(false) }
            l.remove(n)
            return .bool(true)
        }
        t.method("void Remove(\(node) node)") { _, me, a in let l = try list(me); l.remove(try member(a[0], of: l)); return .void }
        t.method("void RemoveFirst()") { _, me, _ in
            let l = try list(me)
            guard let n = l.first else { throw NetException.invalid("The LinkedList is empty.") }
            l.remove(n)
            return .void
        }
        t.method("void RemoveLast()") { _, me, _ in
            let l = try list(me)
            guard let n = l.last else { throw NetException.invalid("The LinkedList is empty.") }
            l.remove(n)
            return .void
        }
        t.method("void Clear()") { _, me, _ in let l = try list(me); while let n = l.first { l.remove(n) }; return .void }
        t.method("bool Contains(T value)") { _, me, a in .bool(try list(me).find(a[0]) != nil) }
        t.method("\(node) Find(T value)") { _, me, a in try list(me).find(a[0]).map { .object($0) } ?? .null }
        t.method("System.Collections.IEnumerator GetEnumerator()") { m, me, _ in .object(Enumerator(try m.elements(of: me))) }
    }
    private static func made(_ l: LinkedListValue, _ v: Value) -> LinkedNode {
        LinkedNode(StandardTypes.catalog.generic("System.Collections.Generic.LinkedListNode", l.type.arguments) ?? .object, v)
    }
    private static func member(_ v: Value, of l: LinkedListValue) throws -> LinkedNode {
        guard let n = v.cast(LinkedNode.self) else { throw NetException.null("node") }
        guard n.list === l else { throw NetException.invalid("The LinkedList node does not belong to current LinkedList.") }
        return n
    }
    static func declareNode(_ t: TypeBuilder) {
        func node(_ me: Value) -> LinkedNode? { me.obj as? LinkedNode }
        t.property("T Value", get: { _, me in node(me)?.value ?? .null }, set: { _, me, v in node(me)?.value = v })
        t.property("System.Object Next") { _, me in node(me)?.next.map { .object($0) } ?? .null }
        t.property("System.Object Previous") { _, me in node(me)?.previous.map { .object($0) } ?? .null }
        t.property("System.Object List") { _, me in node(me)?.list.map { .object($0) } ?? .null }
    }
}
