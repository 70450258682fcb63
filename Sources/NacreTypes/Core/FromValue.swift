import NacreRuntime

/// Conversions by a constructor that the engine's own rules do not reach: collections from collections of other elements, relative addresses.
enum FromValue {
    static func make(_ m: Machine, _ v: Value, _ type: TypeRef) throws -> Value? {
        if type.code == .uri, let s = v.str { return .object(try UriValue(s.string)) }
        guard type.code != .other || type.implements(.collection) || type.implements(.enumerable), !type.isInterface else { return nil }
        guard let element = type.arguments.first, type.arguments.count == 1, type.code != .nullable, type.implements(.enumerable) else { return nil }
        // A constructor that takes a sequence of the elements.
        let fit = type.members.constructors.overloads.first {
            $0.parameters.count == 1 && $0.parameters[0].type.isInterface && $0.parameters[0].type.arguments.first === element && $0.parameters[0].type.name.hasPrefix("I")
                && ($0.parameters[0].type.name == "IEnumerable`1" || $0.parameters[0].type.name == "IList`1" || $0.parameters[0].type.name == "ICollection`1")
        }
        guard let fit else { return nil }
        let values = try m.elements(of: v).map { try m.convert($0, to: element) }
        return try m.pass([.object(PSArray(values, of: element))]) { try fit.invoke(m, .object(type), $0) }
    }
}
