/// Conversions to the types that are no number, text or collection: by parsing text, by a constructor of one argument, by a class of a script.
extension Machine {
    func convertByType(_ v: Value, _ type: TypeRef) throws -> Value {
        if type.isRefused { throw PSError.refusedType(type) }
        if type.code == .scriptClass, let c = type as? ScriptClass, let r = try convertToScriptClass(v, c) { return r }
        if case .object(let o) = v, o.kind == .scriptBlock, type.isSubtype(of: .multicastDelegate) {
            return .object(DelegateValue(type, unsafeDowncast(o, to: ScriptBlock.self)))
        }
        if let r = try convertToTime(v, type) { return r }
        if let s = v.str {
            if let r = try parsed(s, v, type) { return r }
            if let r = try constructed(v, type) { return r }
            throw cannotConvert(v, to: type)
        }
        switch v {
        case .bool, .char: throw failedCast("InvalidCastIConvertible", v, to: type, noChange(v, type))
        case .object(let o) where o.kind == .dateTime: throw failedCast("InvalidCastIConvertible", v, to: type, noChange(v, type))
        default: break
        }
        if let r = try constructed(v, type) { return r }
        // Numbers become what their text means.
        if v.isNumber, !v.isEnum {
            let s = str(v)
            if let r = try parsed(s, .object(s), type) { return r }
            if let r = try constructed(.object(s), type) { return r }
        }
        throw cannotConvert(v, to: type)
    }
    /// `Convert.ChangeType`'s words: short names among its own types, full ones else.
    private func noChange(_ v: Value, _ type: TypeRef) -> String {
        let own = NumericRank.of(type.code) != 0 || type.code == .dateTime
        return own ? "Invalid cast from '\(v.type.name)' to '\(type.name)'." : "Invalid cast from '\(v.type.fullName)' to '\(type.fullName)'."
    }

    /// Text through the type's own `Parse`; nil where it has none.
    private func parsed(_ s: Str, _ v: Value, _ type: TypeRef) throws -> Value? {
        if type.code == .regex {
            do { return .object(RegexValue(try session.regexes.program(s, []))) } catch let e as RegexError {
                throw failedCast("InvalidCastFromStringToRegex", v, to: type, e.message)
            }
        }
        guard let m = type.members.statics[Machine.parseName] as? MethodMember else { return nil }
        let withProvider = m.overloads.first { $0.parameters.count == 2 && $0.parameters[0].type.code == .string && $0.parameters[1].type.name == "IFormatProvider" }
        let plain = m.overloads.first { $0.parameters.count == 1 && $0.parameters[0].type.code == .string }
        guard let o = withProvider ?? plain else { return nil }
        do {
            return try pass(o.parameters.count == 2 ? [.object(s), .null] : [.object(s)]) { try o.invoke(self, .null, $0) }
        } catch {
            throw failedCast(withProvider == nil ? "InvalidCastParseTargetInvocation" : "InvalidCastParseTargetInvocationWithFormatProvider", v, to: type, Machine.reason(error))
        }
    }
    private static let parseName = Name("Parse")

    /// By a constructor of one parameter that takes the value as it is; nil where there is none.
    private func constructed(_ v: Value, _ type: TypeRef) throws -> Value? {
        if let r = try session.conversions.construct?(self, v, type) { return r }
        let from = v.type
        let fit = type.members.constructors.overloads.first {
            $0.parameters.count == 1 && $0.parameters[0].type !== TypeRef.object && ($0.parameters[0].type === from || ConversionRank.conforms(from, $0.parameters[0].type))
        }
        guard let fit else { return nil }
        do { return try pass([v]) { try fit.invoke(self, .object(type), $0) } } catch {
            throw failedCast("InvalidCastConstructorException", v, to: type, Machine.reason(error))
        }
    }
    static func reason(_ e: Error) -> String {
        switch e {
        case let e as PSError: e.record.exception.inner?.message ?? e.record.message
        case let e as NetException: e.value.message
        case let e as TextError: e.message
        default: "\(e)"
        }
    }

    /// A type by the name a script or a text gives: `int`, `string[]`, `System.Collections.Generic.List[int]`.
    public func findType(_ name: String) -> TypeRef? {
        var text = name[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        guard text.last == "]", let open = Machine.openBracket(of: text) else { return text.isEmpty ? nil : session.types.find(String(text)) }
        let inner = text[text.index(after: open)..<text.index(before: text.endIndex)]
        let outer = String(text[..<open])
        if inner.allSatisfy({ $0 == "," || $0 == " " }) {
            guard let element = findType(outer) else { return nil }
            let rank = inner.filter { $0 == "," }.count + 1
            return rank == 1 ? .array(of: element) : session.types.array(of: element, rank: rank)
        }
        var arguments: [TypeRef] = []
        for part in Machine.splitArguments(inner) {
            guard let t = findType(part) else { return nil }
            arguments.append(t)
        }
        return session.types.generic(outer, arguments)
    }
    /// The bracket that the last one closes.
    private static func openBracket(of text: Substring) -> String.Index? {
        var depth = 0
        for i in text.indices.reversed() {
            if text[i] == "]" { depth += 1 } else if text[i] == "[" { depth -= 1; if depth == 0 { return i } }
        }
        return nil
    }
    private static func splitArguments(_ text: Substring) -> [String] {
        var parts: [String] = [], depth = 0, part = ""
        for c in text {
            if c == "[" { depth += 1 } else if c == "]" { depth -= 1 }
            if c == ",", depth == 0 { parts.append(part); part = "" } else { part.append(c) }
        }
        parts.append(part)
        return parts
    }
}
