import NacreRuntime

/// `Queue`, `Stack` and their generic kin.
public final class QueueValue: Native {
    /// The first to leave is at `head`; for stacks at the end.
    var items: [Value]
    var head = 0
    let isStack: Bool
    var version = 0
    init(_ type: TypeRef, _ items: [Value], isStack: Bool) {
        self.items = items
        self.isStack = isStack
        super.init(type)
    }
    var count: Int { items.count - head }
    /// The elements as they would leave.
    var all: [Value] { isStack ? items.reversed() : Array(items[head...]) }
    func take() -> Value? {
        guard count > 0 else { return nil }
        version &+= 1
        if isStack { return items.removeLast() }
        let v = items[head]
        items[head] = .null
        head += 1
        if head > 64, head * 2 > items.count { items.removeFirst(head); head = 0 }
        return v
    }
    func peek() -> Value? { count == 0 ? nil : isStack ? items[items.count - 1] : items[head] }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        let start = version
        for v in all {
            if version != start { throw PSError.raw(.invalidOperationException, Enumerator.modified) }
            try body(v)
        }
        return true
    }
}

enum QueueType {
    static func queue(_ me: Value) throws -> QueueValue {
        guard let q = me.obj as? QueueValue else { throw NetException.invalid("The object is not a queue.") }
        return q
    }
    static func declare(_ t: TypeBuilder, isStack: Bool) {
        let T = t.type.arguments.isEmpty ? "System.Object" : "T"
        let full = t.type.arguments.isEmpty ? t.type.fullName : "System.Collections.Generic.\(isStack ? "Stack" : "Queue")[T]"
        let source = t.type.arguments.isEmpty ? "System.Collections.ICollection col" : "System.Collections.Generic.IEnumerable[T] collection"
        let empty = isStack ? "Stack empty." : "Queue empty."
        t.constructor("\(full)()") { _, type, _ in .object(QueueValue(type.obj as? TypeRef ?? .object, [], isStack: isStack)) }
        t.constructor("\(full)(\(source))") { m, type, a in
            if a.isNull(0) { throw NetException.null("collection") }
            return .object(QueueValue(type.obj as? TypeRef ?? .object, try m.elements(of: a[0]), isStack: isStack))
        }
        t.constructor("\(full)(int capacity)") { _, type, _ in .object(QueueValue(type.obj as? TypeRef ?? .object, [], isStack: isStack)) }
        t.property("int Count") { _, me in Value(try queue(me).count) }
        t.method("void \(isStack ? "Push" : "Enqueue")(\(T) item)") { _, me, a in
            let q = try queue(me)
            q.items.append(a[0])
            q.version &+= 1
            return .void
        }
        t.method("\(T) \(isStack ? "Pop" : "Dequeue")()") { _, me, _ in
            guard let v = try queue(me).take() else { throw NetException.invalid(empty) }
            return v
        }
        t.method("\(T) Peek()") { _, me, _ in
            guard let v = try queue(me).peek() else { throw NetException.invalid(empty) }
            return v
        }
        if !t.type.arguments.isEmpty {
            t.method("bool \(isStack ? "TryPop" : "TryDequeue")([ref] T result)") { m, me, a in
                let q = try queue(me), v = q.take()
                (a[0].obj as? Reference)?.variable.value = v ?? m.defaultValue(of: q.type.arguments.first ?? .object)
                return .bool(v != nil)
            }
            t.method("bool TryPeek([ref] T result)") { m, me, a in
                let q = try queue(me), v = q.peek()
                (a[0].obj as? Reference)?.variable.value = v ?? m.defaultValue(of: q.type.arguments.first ?? .object)
                return .bool(v != nil)
            }
        } else {
            t.property("bool IsSynchronized") { _, _ in .bool(false) }
            t.property("System.Object SyncRoot") { _, me in me }
            t.method("System.Object Clone()") { _, me, _ in let q = try queue(me); return .object(QueueValue(q.type, isStack ? q.items : q.all, isStack: isStack)) }
        }
        t.method("void Clear()") { _, me, _ in let q = try queue(me); q.items = []; q.head = 0; q.version &+= 1; return .void }
        t.method("bool Contains(\(T) item)") { _, me, a in .bool(try queue(me).all.contains { ObjectType.same($0.unwrapped, a[0].unwrapped) }) }
        t.method("\(T)[] ToArray()") { _, me, _ in let q = try queue(me); return .object(PSArray(q.all, of: q.type.arguments.first ?? .object)) }
        t.method("void CopyTo(array array, int index)") { _, me, a in try ListType.copy(PSArray(queue(me).all), a[0], a.int(1)) }
        t.method("System.Collections.IEnumerator GetEnumerator()") { _, me, _ in let q = try queue(me), v = q.version; return .object(Enumerator(q.all) { q.version == v }) }
        t.method("void TrimExcess()") { _, _, _ in .void }
    }
}
