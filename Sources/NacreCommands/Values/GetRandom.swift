import NacreRuntime

/// `Get-Random`: numbers, or a choice of objects; the same ones again after `-SetSeed`.
final class GetRandomCommand: Cmdlet {
    private final class Generator { var seeded: NetRandom? }
    private var generator: Generator!
    private var items: [Value] = []
    private var seen = 0
    private var inputIndex = 0

    override func begin() throws {
        if let g = session.service(Generator.self) { generator = g } else { generator = Generator(); session.register(generator) }
        inputIndex = index("InputObject") ?? 0
        if case .int(let seed)? = arg("SetSeed") { generator.seeded = NetRandom(seed: seed) }
        guard parameterSet == "RandomNumberParameterSet" else { return }
        for _ in 0..<(int("Count") ?? 1) { try write(number()) }
    }
    override func process() throws {
        guard parameterSet != "RandomNumberParameterSet", let v = arg(at: inputIndex) else { return }
        let wanted = flag("Shuffle") ? Int.max : int("Count") ?? 1
        for x in (v.unwrapped.obj as? Seq).map({ Array($0.elements) }) ?? [v] {
            if items.count < wanted { items.append(x) } else if draw(0, Int64(seen + 1)) < Int64(wanted) { items[Int(draw(0, Int64(items.count)))] = x }
            seen += 1
        }
    }
    override func end() throws {
        guard parameterSet != "RandomNumberParameterSet" else { return }
        for i in items.indices {
            items.swapAt(i, Int(draw(Int64(i), Int64(items.count))))
            try write(items[i])
        }
    }

    private func draw(_ low: Int64, _ high: Int64) -> Int64 {
        if generator.seeded != nil { return generator.seeded?.int(low, high) ?? low }
        return high > low ? Int64.random(in: low..<high) : low
    }
    private func number() throws -> Value {
        func operand(_ name: String) throws -> Value? {
            guard let v = arg(name)?.unwrapped, !v.isNull else { return nil }
            if v.str != nil {
                let n = try m.binary(.add, .int(0), v)
                return n
            }
            if v.type.isNumeric { return v }
            if let s = try? m.convert(v, to: .double) { return s }
            return v
        }
        let low = try operand("Minimum"), high = try operand("Maximum")
        func isInt(_ v: Value?) -> Bool { switch v { case nil, .int?, .byte?, .sbyte?, .short?, .ushort?: true; default: false } }
        func isLong(_ v: Value?) -> Bool { if isInt(v) { return true }; switch v { case .long?, .uint?: return true; default: return false } }
        func long(_ v: Value?, _ otherwise: Int64) throws -> Int64 {
            guard let v else { return otherwise }
            guard case .long(let i) = try m.convert(v, to: .long) else { return otherwise }
            return i
        }
        if isLong(low), isLong(high) {
            let small = isInt(low) && isInt(high)
            let a = try long(low, 0), b = try long(high, small ? Int64(Int32.max) : Int64.max)
            if a >= b { throw outOfRange(.long(a), .long(b)) }
            let (range, over) = b.subtractingReportingOverflow(a)
            let r = over || (generator.seeded != nil && range > Int64(UInt32.max)) ? Int64.random(in: a..<b) : draw(a, b)
            return small ? .int(Int32(truncatingIfNeeded: r)) : .long(r)
        }
        guard case .double(let a) = try m.convert(low ?? .double(0), to: .double), case .double(let b) = try m.convert(high ?? .double(Double.greatestFiniteMagnitude), to: .double) else { return .null }
        if a >= b { throw outOfRange(.double(a), .double(b)) }
        let u = generator.seeded != nil ? generator.seeded?.double() ?? 0 : Double.random(in: 0..<1)
        return .double(a + u * (b - a))
    }
    private func outOfRange(_ a: Value, _ b: Value) -> PSError {
        terminating(.argumentException, id: "MinGreaterThanOrEqualMax", "The Minimum value (\(m.str(a).string)) cannot be greater than or equal to the Maximum value (\(m.str(b).string)).", category: .invalidArgument)
    }
}
