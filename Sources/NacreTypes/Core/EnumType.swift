import NacreRuntime

/// `System.Enum`
enum EnumType {
    /// Labels by number, as .NET lists them: unsigned order.
    static func sorted(_ t: TypeRef) -> [(String, Int64)] {
        guard let l = t.labels else { return [] }
        return zip(l.names, l.values).enumerated().sorted { a, b in
            let x = UInt64(bitPattern: a.element.1), y = UInt64(bitPattern: b.element.1)
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
    }
    static func values(_ t: TypeRef) -> Value { .object(PSArray(sorted(t).map { .object(EnumValue(t, $0.1)) }, of: t)) }
    static func isDefined(_ t: TypeRef, _ v: Value) -> Bool {
        if let s = v.unwrapped.str { return t.labels?.names.contains(s.string) ?? false }
        return t.labels?.values.contains(Int64(v.unwrapped.intValue)) ?? false
    }
    private static func type(_ a: Args) throws -> TypeRef {
        guard let t = a.object(0, TypeRef.self) else { throw NetException.null("enumType") }
        guard t.labels != nil else { throw NetException.argument("Type provided must be an Enum.", "enumType") }
        return t
    }
    /// A value from labels (joined by commas) or a number; nil where a label is none.
    static func parse(_ t: TypeRef, _ s: Str, ignoringCase: Bool) -> Value? {
        guard let l = t.labels else { return nil }
        var raw: Int64 = 0
        let parts = s.string.split(separator: ",").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
        if parts.isEmpty { return nil }
        for p in parts {
            if let n = Int64(p) { raw |= n; continue }
            guard let i = l.names.firstIndex(where: { ignoringCase ? $0.lowercased() == p.lowercased() : $0 == p }) else { return nil }
            raw |= l.values[i]
        }
        return .object(EnumValue(t, raw))
    }

    static func declare(_ t: TypeBuilder) {
        t.method("int CompareTo(System.Object target)") { m, me, a in
            if a.isNull(0) { return .int(1) }
            guard let x = me.obj as? EnumValue, let y = a[0].unwrapped.obj as? EnumValue, x.enumType === y.enumType else {
                throw NetException.argument("Object must be the same type as the enum. The type passed in was '\(a[0].unwrapped.type.fullName)'; the enum type was '\(me.type.fullName)'.")
            }
            return .int(x.raw < y.raw ? -1 : x.raw > y.raw ? 1 : 0)
        }
        t.method("bool HasFlag(enum flag)") { _, me, a in
            guard let x = me.obj as? EnumValue, let y = a[0].unwrapped.obj as? EnumValue, x.enumType === y.enumType else {
                throw NetException.argument("The argument type, '\(a[0].unwrapped.type.fullName)', is not the same as the enum type '\(me.type.fullName)'.")
            }
            return .bool(x.raw & y.raw == y.raw)
        }
        t.method("string ToString()") { _, me, _ in Value(text(me, "G")) }
        t.method("string ToString(string format)") { _, me, a in Value(try formatted(me, a.text(0))) }
        t.method("string ToString(System.IFormatProvider provider)") { _, me, _ in Value(text(me, "G")) }
        t.method("string ToString(string format, System.IFormatProvider provider)") { _, me, a in Value(try formatted(me, a.text(0))) }
        t.method("System.TypeCode GetTypeCode()") { m, me, _ in m.enumValue("System.TypeCode", TypeType.code(me.type.element ?? .int)) }
        t.property("int value__") { m, me in
            guard let e = me.obj as? EnumValue else { return .null }
            return try m.convert(.long(e.raw), to: e.enumType.element ?? .int)
        }
        NumberMembers.convertible(t)
        statics(t)
    }
    private static func text(_ v: Value, _ format: String) -> String { (v.obj as? EnumValue)?.text(.current) ?? "" }
    private static func formatted(_ v: Value, _ format: String) throws -> String {
        guard let e = v.obj as? EnumValue else { return "" }
        switch format.lowercased() {
        case "", "g", "f": return e.text(.current) ?? ""
        case "d": return String(e.raw)
        case "x":
            let width = switch e.enumType.element?.code { case .byte?, .sbyte?: 2; case .short?, .ushort?: 4; case .long?, .ulong?: 16; default: 8 }
            let bits = width == 16 ? UInt64(bitPattern: e.raw) : UInt64(bitPattern: e.raw) & (1 << UInt64(width * 4) - 1)
            let s = String(bits, radix: 16, uppercase: true)
            return String(repeating: "0", count: max(0, width - s.count)) + s
        default: throw NetException.format("Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
        }
    }

    private static func statics(_ t: TypeBuilder) {
        t.staticMethod("string[] GetNames(type enumType)") { _, _, a in .strings(sorted(try type(a)).map(\.0)) }
        t.staticMethod("array GetValues(type enumType)") { _, _, a in values(try type(a)) }
        t.staticMethod("string GetName(type enumType, System.Object value)") { _, _, a in
            let t = try type(a), n = Int64(a[1].unwrapped.intValue)
            return t.labels?.values.firstIndex(of: n).map { Value(t.labels?.names[$0] ?? "") } ?? .null
        }
        t.staticMethod("bool IsDefined(type enumType, System.Object value)") { _, _, a in .bool(isDefined(try type(a), a[1])) }
        t.staticMethod("type GetUnderlyingType(type enumType)") { _, _, a in .object(try type(a).element ?? .int) }
        t.staticMethod("System.Object Parse(type enumType, string value)") { _, _, a in try required(type(a), a.str(1), false) }
        t.staticMethod("System.Object Parse(type enumType, string value, bool ignoreCase)") { _, _, a in try required(type(a), a.str(1), a.bool(2)) }
        t.staticMethod("bool TryParse(type enumType, string value, [ref] System.Object result)") { _, _, a in
            let v = parse(try type(a), a.str(1), ignoringCase: false)
            (a[2].obj as? Reference)?.variable.value = v ?? .null
            return .bool(v != nil)
        }
        t.staticMethod("bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)") { _, _, a in
            let v = parse(try type(a), a.str(1), ignoringCase: a.bool(2))
            (a[3].obj as? Reference)?.variable.value = v ?? .null
            return .bool(v != nil)
        }
        // The generic form takes its type from the reference's variable.
        t.staticMethod("bool TryParse(string value, bool ignoreCase, [ref] System.Object result)") { _, _, a in try inferred(a, ignoringCase: a.bool(1), into: 2) }
        t.staticMethod("bool TryParse(string value, [ref] System.Object result)") { _, _, a in try inferred(a, ignoringCase: false, into: 1) }
        t.staticMethod("System.Object ToObject(type enumType, System.Object value)") { _, _, a in .object(EnumValue(try type(a), Int64(a[1].unwrapped.intValue))) }
        t.staticMethod("string Format(type enumType, System.Object value, string format)") { m, _, a in
            let t = try type(a), v = a[1].unwrapped
            if v.obj is EnumValue { return Value(try formatted(v, a.text(2))) }
            return Value(try formatted(.object(EnumValue(t, Int64(v.intValue))), a.text(2)))
        }
    }
    private static func inferred(_ a: Args, ignoringCase: Bool, into i: Int) throws -> Value {
        guard let r = a[i].obj as? Reference, let e = r.variable.value.unwrapped.obj as? EnumValue else { throw NetException.unsupported("[enum]::TryParse without an enum variable") }
        let v = parse(e.enumType, a.str(0), ignoringCase: ignoringCase)
        r.variable.value = v ?? .object(EnumValue(e.enumType, 0))
        return .bool(v != nil)
    }
    private static func required(_ t: TypeRef, _ s: Str, _ ignoringCase: Bool) throws -> Value {
        guard let v = parse(t, s, ignoringCase: ignoringCase) else { throw NetException.argument("Requested value '\(s.string)' was not found.") }
        return v
    }
}
