import NacreRuntime

/// `Measure-Object`: counts, sums, extremes, or lines, words and characters.
final class MeasureObjectCommand: Cmdlet {
    private static let generic = RecordType("Microsoft.PowerShell.Commands.GenericMeasureInfo", base: measureInfo, [
        ("Count", "int"), ("Average", "System.Nullable[double]"), ("Sum", "System.Nullable[double]"), ("Maximum", "System.Nullable[double]"),
        ("Minimum", "System.Nullable[double]"), ("StandardDeviation", "System.Nullable[double]"), ("Property", "string")])
    private static let object = RecordType("Microsoft.PowerShell.Commands.GenericObjectMeasureInfo", base: measureInfo, [
        ("Count", "int"), ("Average", "System.Nullable[double]"), ("Sum", "System.Nullable[double]"), ("Maximum", "System.Object"),
        ("Minimum", "System.Object"), ("StandardDeviation", "System.Nullable[double]"), ("Property", "string")])
    private static let text = RecordType("Microsoft.PowerShell.Commands.TextMeasureInfo", base: measureInfo, [
        ("Lines", "System.Nullable[int]"), ("Words", "System.Nullable[int]"), ("Characters", "System.Nullable[int]"), ("Property", "string")])
    private static let measureInfo = TypeRef("MeasureInfo", namespace: "Microsoft.PowerShell.Commands", base: .object)

    /// What is gathered of one property, or of the objects themselves.
    private final class Statistics {
        let property: Str?
        var count = 0, sum = 0.0, mean = 0.0, squares = 0.0
        var failed = false
        var maximum: Value = .null, minimum: Value = .null
        var lines = 0, words = 0, characters = 0
        init(_ property: Str?) { self.property = property }
    }
    private var expressions: [PropertyExpression] = []
    private var all: [Statistics] = []
    private var inputIndex = 0
    private var sums = false, averages = false, deviates = false, isText = false
    private var maximum = false, minimum = false, isObject = false

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        expressions = try propertyExpressions("Property")
        isText = flag("Line") || flag("Word") || flag("Character") || flag("IgnoreWhiteSpace")
        let every = flag("AllStats")
        sums = every || flag("Sum")
        averages = every || flag("Average")
        deviates = every || flag("StandardDeviation")
        maximum = every || flag("Maximum")
        minimum = every || flag("Minimum")
        isObject = (maximum || minimum) && !sums && !averages && !deviates
        if expressions.isEmpty { all = [Statistics(nil)] }
    }
    override func process() throws {
        guard let v = arg(at: inputIndex), !v.isNull else { return }
        if expressions.isEmpty { return try measure(v, all[0], object: v) }
        for e in expressions {
            if case .pattern(let p) = e.source {
                for x in m.properties(of: v) where p.matches(x.name) { try measure((try? x.get(m)) ?? .null, statistics(x.name), object: v) }
                continue
            }
            let x = e.value(of: v, m)
            if x.isNull { continue }
            try measure(x, statistics(e.text), object: v)
        }
    }
    private func statistics(_ name: Str) -> Statistics {
        if let s = all.first(where: { $0.property?.equalsIgnoringCase(name) ?? false }) { return s }
        let s = Statistics(name)
        all.append(s)
        return s
    }

    @inline(__always) private func measure(_ v: Value, _ s: Statistics, object: Value) throws {
        s.count += 1
        if isText { return count(m.str(v), s) }
        if !sums, !averages, !deviates, !maximum, !minimum { return }
        if isObject {
            if maximum, s.maximum.isNull || m.compareForSort(s.maximum, v, ignoreCase: true) < 0 { s.maximum = v.unwrapped }
            if minimum, s.minimum.isNull || m.compareForSort(s.minimum, v, ignoreCase: true) > 0 { s.minimum = v.unwrapped }
            return
        }
        let d: Double
        switch v {
        case .int(let i): d = Double(i)
        case .double(let x): d = x
        case .long(let i): d = Double(i)
        default:
            guard let x = number(v) else {
                s.failed = true
                return try writeError(.psInvalidOperationException, id: "NonNumericInputObject", "Input object \"\(m.str(v).string)\" is not numeric.", category: .invalidType, target: v)
            }
            d = x
        }
        s.sum += d
        let delta = d - s.mean
        s.mean += delta / Double(s.count)
        s.squares += delta * (d - s.mean)
        if maximum { if case .double(let x) = s.maximum, !(d > x) {} else { s.maximum = .double(d) } }
        if minimum { if case .double(let x) = s.minimum, !(d < x) {} else { s.minimum = .double(d) } }
    }
    private func number(_ v: Value) -> Double? {
        guard !v.isNull, case .double(let d)? = try? m.convert(v, to: .double) else { return nil }
        return d
    }
    private func count(_ s: Str, _ t: Statistics) {
        let ignore = flag("IgnoreWhiteSpace")
        if flag("Line") {
            var n = s.count == 0 ? 0 : 1
            for i in 0..<s.count where s[i] == 10 { if i < s.count - 1 || true { n += 1 } }
            if s.count > 0, s[s.count - 1] == 10 { n -= 1 }
            t.lines += n
        }
        var inWord = false
        for i in 0..<s.count {
            let space = Unit.isSpace(s[i])
            if !space, !inWord { t.words += 1 }
            inWord = !space
            if !ignore || !space { t.characters += 1 }
        }
    }

    override func end() throws {
        for e in expressions {
            if case .pattern = e.source { continue }
            guard !all.contains(where: { $0.property?.equalsIgnoringCase(e.text) ?? false }) else { continue }
            try writeError(.psArgumentException, id: isText ? "TextMeasurePropertyNotFound" : "GenericMeasurePropertyNotFound", "The property \"\(e.text.string)\" cannot be found in the input for any objects.", category: .invalidArgument)
        }
        for s in all {
            let property: Value = s.property.map { .object($0) } ?? .null
            if isText {
                func n(_ on: Bool, _ x: Int) -> Value { on ? .int(Int32(truncatingIfNeeded: x)) : .null }
                try write(MeasureObjectCommand.text.make([n(flag("Line"), s.lines), n(flag("Word"), s.words), n(flag("Character"), s.characters), property]))
                continue
            }
            let n = Double(s.count), ok = !s.failed
            let deviation: Value = deviates && ok ? .double(s.count > 1 ? (s.squares / (n - 1)).squareRoot() : 0) : .null
            try write((isObject ? MeasureObjectCommand.object : MeasureObjectCommand.generic).make([
                .int(Int32(truncatingIfNeeded: s.count)),
                averages && ok && s.count > 0 ? .double(s.sum / n) : averages && ok ? .double(0) : .null,
                sums && ok ? .double(s.sum) : .null,
                maximum ? (s.maximum.isNull && !isObject && ok ? .double(0) : s.maximum) : .null,
                minimum ? (s.minimum.isNull && !isObject && ok ? .double(0) : s.minimum) : .null,
                deviation, property]))
        }
    }
}
