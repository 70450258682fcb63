import NacreSyntax

final class ConstNode: Node {
    let value: Value
    init(_ v: Value) { value = v }
    override func eval(_ m: Machine) throws -> Value { value }
    override var constant: Value? { value }
}

/// `"text $x $(…)"`: the values are taken in turn, then written one after the other.
final class ExpandNode: Node {
    /// Literal text, or nil where the next of `nodes` stands.
    let texts: [Str?]
    let nodes: [Node]
    init(texts: [Str?], nodes: [Node]) { self.texts = texts; self.nodes = nodes }

    override func eval(_ m: Machine) throws -> Value {
        let base = m.sp
        defer { m.popTo(base) }
        for n in nodes {
            do { m.push(try n.eval(m)) } catch {
                // Strict mode 1 lets unset variables be nothing inside a text.
                guard m.strictLevel == 1, n is SlotNode || n is NamedNode || n is ScopedNode else { throw error }
                m.push(.null)
            }
        }
        var b = m.takeScratch()
        var at = base
        for t in texts {
            if let t { b.append(t) } else { m.append(at.pointee, to: &b); at += 1 }
        }
        let s = b.finish()
        m.giveScratch(&b)
        return .object(s)
    }
}

/// `a, b, c`
final class ArrayNode: Node {
    let elements: [Node]
    init(_ e: [Node]) { elements = e }
    override func eval(_ m: Machine) throws -> Value {
        let base = m.sp
        do { for e in elements { m.push(try e.eval(m).orNull) } } catch { m.popTo(base); throw error }
        let n = elements.count
        let p = UnsafeMutablePointer<Value>.allocate(capacity: max(n, 1))
        p.moveInitialize(from: base, count: n)
        m.sp = base
        return .object(PSArray(taking: p, count: n))
    }
}

/// `@( … )`: always an array.
final class ArraySubNode: Node {
    let body: StatementList
    /// The one expression inside, whose array result is taken as it is.
    init(_ b: StatementList) { body = b }
    override func eval(_ m: Machine) throws -> Value {
        let base = m.capturedCount, before = m.out
        m.out = m.captureOut
        do { try m.flowing(body.run(m)) } catch {
            m.out = before
            m.dropCaptured(to: base)
            throw error
        }
        m.out = before
        return .object(m.takeCapturedArray(from: base))
    }
}

/// `$( … )`
final class SubNode: Node {
    let body: StatementList
    init(_ b: StatementList) { body = b }
    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.flowing(body.run(m)) } }
    override func run(_ m: Machine) throws -> Flow { try body.run(m) }
}

/// `@{ … }`
final class HashNode: Node {
    let keys: [Node], values: [Node]
    let ordered: Bool
    init(keys: [Node], values: [Node], ordered: Bool) { self.keys = keys; self.values = values; self.ordered = ordered }
    override func eval(_ m: Machine) throws -> Value {
        let t = Table(type: ordered ? .ordered : .hashtable, isOrdered: ordered, capacity: keys.count)
        for i in 0..<keys.count {
            let k = try keys[i].eval(m)
            if k.isNull { throw PSError(id: "InvalidNullKey", "A null key is not allowed in a hash literal.") }
            if t.contains(k) { throw PSError(id: "DuplicateKeyInHashLiteral", "Duplicate keys '\(m.str(k).string)' are not allowed in hash literals.") }
            t.set(k, try values[i].eval(m))
        }
        return .object(t)
    }
}

/// `[pscustomobject]@{ name = value … }` with constant names: the shape is made once.
final class CustomNode: Node {
    let shape: Shape
    let values: [Node]
    init(shape: Shape, values: [Node]) { self.shape = shape; self.values = values }
    override func eval(_ m: Machine) throws -> Value {
        var v: [Value] = []
        v.reserveCapacity(values.count)
        for n in values { v.append(try n.eval(m).orNull) }
        return .object(Custom(shape: shape, values: v))
    }
}

final class ScriptBlockNode: Node {
    let code: BlockCode
    init(_ c: BlockCode) { code = c }
    override func eval(_ m: Machine) throws -> Value { .object(ScriptBlock(code, home: m.scope.home)) }
}

/// `[type]`
final class TypeNode: Node {
    let name: TypeName
    private var found: TypeRef?
    private let place: SourcePlace?
    init(_ n: TypeName, _ p: SourcePlace? = nil) { name = n; place = p }
    func type(_ m: Machine) throws -> TypeRef {
        if let found { return found }
        guard let t = m.session.types.resolve(name) else {
            let e = m.typeNotFound(name)
            throw place.map { m.placed(e, $0) } ?? e
        }
        found = t
        return t
    }
    override func eval(_ m: Machine) throws -> Value { .object(try type(m)) }
}

extension Value {
    /// `$null` for nothing, as elements and stored values have it.
    @inline(__always) var orNull: Value { if case .void = self { return .null }; return self }
}

extension Machine {
    @inline(__always) func push(_ v: Value) {
        sp.initialize(to: v)
        sp += 1
    }
    @inline(__always) func popTo(_ base: UnsafeMutablePointer<Value>) {
        base.deinitialize(count: sp - base)
        sp = base
    }
    /// A builder for one text; nested uses get a fresh one.
    @inline(__always) func takeScratch() -> TextBuilder {
        var b = TextBuilder()
        swap(&b, &scratch)
        b.removeAll()
        return b
    }
    @inline(__always) func giveScratch(_ b: inout TextBuilder) { swap(&b, &scratch) }

    /// Turns a flow that leaves an expression into a signal for the loop or block around it.
    @inline(__always) func flowing(_ f: Flow) throws {
        if f != .next { throw FlowSignal(flow: f, label: flowLabel) }
    }

    func typeNotFound(_ name: TypeName) -> PSError {
        PSError(id: "TypeNotFound", "Unable to find type [\(name.fullName)].", category: .invalidOperation, target: Value(name.fullName))
    }
}
