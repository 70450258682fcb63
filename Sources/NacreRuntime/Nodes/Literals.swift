import NacreSyntax

final class ConstNode: Node {
    let value: Value
    init(_ v: Value) { value = v }
    override func eval(_ m: Machine) throws -> Value { value }
    override var constant: Value? { value }
}

/// `"text $x $(…)"`: the values are taken in turn, then written one after the other.
final class ExpandNode: Node {
    /// Literal texts and values: a text's node is its constant.
    private let parts: NodeList
    init(_ parts: [Node]) { self.parts = NodeList(parts) }
    deinit { parts.release() }
    override var changesNothing: Bool { (0..<parts.count).allSatisfy { parts[$0].changesNothing } }

    override func eval(_ m: Machine) throws -> Value {
        let base = m.sp
        defer { m.popTo(base) }
        var i = 0
        while i < parts.count {
            do { m.push(try parts[i].eval(m)) } catch {
                // Strict mode 1 lets unset variables be nothing inside a text.
                guard m.strictLevel == 1, parts[i] is SlotNode || parts[i] is NamedNode || parts[i] is ScopedNode else { throw error }
                m.push(.null)
            }
            i += 1
        }
        if let s = Str.joining(base, parts.count) { return .object(s) }
        var b = m.takeScratch()
        i = 0
        while i < parts.count { m.append(base[i], to: &b); i += 1 }
        let s = b.finish()
        m.giveScratch(&b)
        return .object(s)
    }
}

extension Str {
    /// Texts of Latin-1 and whole numbers one after the other; nil where anything else is among them.
    fileprivate static func joining(_ values: UnsafeMutablePointer<Value>, _ n: Int) -> Str? {
        var total = 0, i = 0
        while i < n {
            switch values[i] {
            case .object(let o):
                let length = Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef { o -> Int in
                    guard o.kind == .string else { return -1 }
                    let s = unsafeDowncast(o, to: Str.self)
                    return s.isWide ? -1 : s.count
                }
                if length < 0 { return nil }
                total += length
            case .int(let x): total += Decimal.length(x)
            default: return nil
            }
            i += 1
        }
        let out = Str(uninitialized: total, wide: false)
        var p = out.base.assumingMemoryBound(to: UInt8.self)
        i = 0
        while i < n {
            switch values[i] {
            case .object(let o):
                p += Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef { o -> Int in
                    let s = unsafeDowncast(o, to: Str.self)
                    s.copy(to: UnsafeMutableRawPointer(p), wide: false)
                    return s.count
                }
            case .int(let x): p += Decimal.write(x, to: p)
            default: break
            }
            i += 1
        }
        return out
    }

    /// Whole numbers in decimal.
    private enum Decimal {
        static func length(_ x: Int32) -> Int {
            let m = x.magnitude, sign = x < 0 ? 1 : 0
            if m < 100_000 { return sign + (m < 10 ? 1 : m < 100 ? 2 : m < 1000 ? 3 : m < 10_000 ? 4 : 5) }
            return sign + (m < 1_000_000 ? 6 : m < 10_000_000 ? 7 : m < 100_000_000 ? 8 : m < 1_000_000_000 ? 9 : 10)
        }
        static func write(_ x: Int32, to p: UnsafeMutablePointer<UInt8>) -> Int {
            let n = length(x)
            var m = x.magnitude, i = n - 1
            if x < 0 { p[0] = 45 }
            repeat { p[i] = 48 &+ UInt8(truncatingIfNeeded: m % 10); m /= 10; i -= 1 } while m != 0
            return n
        }
    }
}

/// `a, b, c`
final class ArrayNode: Node {
    private let elements: NodeList
    init(_ e: [Node]) { elements = NodeList(e) }
    deinit { elements.release() }
    override func eval(_ m: Machine) throws -> Value {
        let base = m.sp, n = elements.count
        var i = 0
        do { while i < n { m.push(try elements[i].eval(m).orNull); i += 1 } } catch { m.popTo(base); throw error }
        let p = UnsafeMutablePointer<Value>.room(n)
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
    private let values: NodeList
    init(shape: Shape, values: [Node]) { self.shape = shape; self.values = NodeList(values) }
    deinit { values.release() }
    override func eval(_ m: Machine) throws -> Value {
        let base = m.sp, n = values.count
        var i = 0
        do { while i < n { m.push(try values[i].eval(m).orNull); i += 1 } } catch { m.popTo(base); throw error }
        let v = [Value](unsafeUninitializedCapacity: n) { to, count in
            to.baseAddress?.moveInitialize(from: base, count: n)
            count = n
        }
        m.sp = base
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
        if let t = known(m) { return t }
        let e = m.typeNotFound(name)
        throw place.map { m.placed(e, $0) } ?? e
    }
    /// The type, or nil where there is none of the name.
    func known(_ m: Machine) -> TypeRef? {
        if let found { return found }
        found = m.session.types.resolve(name)
        return found
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
        while sp > base {
            sp -= 1
            // Only objects are given up; the test is cheaper than the general way.
            if case .object = sp.pointee { sp.deinitialize(count: 1) }
        }
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
