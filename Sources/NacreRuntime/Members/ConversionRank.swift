/// How good a conversion of an argument is, worst first; the order decides between overloads.
enum ConversionRank {
    static let none = 0, unrelatedArrays = 4, toString = 8, custom = 12, convertible = 16, implicitCast = 20, explicitCast = 24
    static let constructor = 28, create = 30, parse = 32, psobject = 36, language = 40, nullToValue = 44, nullToReference = 48
    static let numericExplicit = 52, numericExplicit1 = 56, numericString = 60, numericImplicit = 64, assignable = 68, stringToChars = 71, identity = 72

    /// One value where an array is wanted ranks just below the same conversion of the value itself.
    static func asElement(_ rank: Int) -> Int { rank == none ? none : rank - 2 }

    static func of(_ v: Value, to type: TypeRef) -> Int {
        if v.isNull { return ofNull(to: type) }
        if type.code == .object { return v.type === type ? identity : assignable }
        return of(v.unwrapped.type, to: type)
    }
    static func ofNull(to type: TypeRef) -> Int {
        type.code == .string || (type.isValueType && type.code != .nullable) ? nullToValue : nullToReference
    }

    static func of(_ from: TypeRef, to: TypeRef) -> Int {
        if from === to { return identity }
        if conforms(from, to) { return assignable }
        if to.isInterface { return none }
        if to.code == .array { return toArray(from, to) }
        switch to.code {
        case .string: return toString
        case .bool, .switchParameter: return language
        case .nullable: return to.element.map { let r = of(from, to: $0); return r == identity ? assignable : r } ?? none
        case .void: return none
        case .psobject: return psobject
        case .char: return toChar(from)
        case .sbyte, .byte, .short, .ushort, .int, .uint, .long, .ulong, .single, .double, .decimal, .bigInteger: return toNumber(from, to)
        case .enumeration: return from.code == .string || from.isNumeric || from.code == .enumeration ? language : none
        default: break
        }
        if to.labels != nil { return from.code == .string || from.isNumeric || from.labels != nil ? language : none }
        if from.code == .scriptBlock, to.isSubtype(of: .multicastDelegate) { return language }
        if from.code == .array || from.implements(.list) { return none }
        if from.code == .string { return toObject(from, to) }
        if from.isSubtype(of: .hashtable) || from.code == .ordered { return to.code == .hashtable ? language : create }
        if from.code == .customObject { return none }
        return to.members.constructors.overloads.contains { $0.parameters.count == 1 && conforms(from, $0.parameters[0].type) && $0.parameters[0].type !== TypeRef.object }
            ? constructor : none
    }
    private static func toObject(_ from: TypeRef, _ to: TypeRef) -> Int {
        switch to.code {
        case .dateTime, .timeSpan, .guid, .version: return parse
        case .type, .regex, .xml: return language
        case .uri: return constructor
        default: break
        }
        if to === TypeRef.typeType { return language }
        if to.members.statics[parseName] is MethodMember { return parse }
        return to.members.constructors.overloads.contains { $0.parameters.count == 1 && $0.parameters[0].type.code == .string } ? constructor : none
    }
    private static let parseName = Name("Parse")

    private static func toArray(_ from: TypeRef, _ to: TypeRef) -> Int {
        guard to.rank == 1, let element = to.element else { return none }
        if from.code == .string, element.code == .char { return stringToChars }
        if from.code == .array, let have = from.element {
            return have.code == .object || of(have, to: element) != none ? unrelatedArrays : none
        }
        if from.code != .string, from.implements(.list) { return unrelatedArrays }
        return asElement(of(from, to: element))
    }
    private static func toChar(_ from: TypeRef) -> Int {
        switch from.code {
        case .string: parse
        case .bool: convertible
        default: from.isNumeric || from.labels != nil ? convertible : none
        }
    }
    private static func toNumber(_ from: TypeRef, _ to: TypeRef) -> Int {
        switch from.code {
        case .string: return numericString
        case .bool: return language
        case .char: return to.code.rawValue >= TypeCode.ushort.rawValue && to.code != .single && to.code != .double && to.code != .decimal ? numericImplicit : numericExplicit
        case .bigInteger: return explicitCast
        default: break
        }
        if from.labels != nil { return language }
        guard from.isNumeric else { return none }
        if to.code == .bigInteger { return from.code == .double || from.code == .single || from.code == .decimal ? explicitCast : implicitCast }
        if widens(from.code, to.code) { return numericImplicit }
        return from.code == .decimal && (to.code == .double || to.code == .single) ? numericExplicit1 : numericExplicit
    }
    /// True where every number of one type is also one of the other, as C#'s implicit conversions have it.
    private static func widens(_ from: TypeCode, _ to: TypeCode) -> Bool {
        switch from {
        case .sbyte: [.short, .int, .long, .single, .double, .decimal].contains(to)
        case .byte: [.short, .ushort, .int, .uint, .long, .ulong, .single, .double, .decimal].contains(to)
        case .short: [.int, .long, .single, .double, .decimal].contains(to)
        case .ushort: [.int, .uint, .long, .ulong, .single, .double, .decimal].contains(to)
        case .int: [.long, .single, .double, .decimal].contains(to)
        case .uint: [.long, .ulong, .single, .double, .decimal].contains(to)
        case .long, .ulong: [.single, .double, .decimal].contains(to)
        case .single: to == .double
        default: false
        }
    }

    /// True where a value of one type is one of the other, generic interfaces of arrays and lists among them.
    static func conforms(_ from: TypeRef, _ to: TypeRef) -> Bool {
        if from.isSubtype(of: to) { return true }
        // A delegate serves for one of other arguments: it is a script block, which converts what it gets.
        if to.baseType === TypeRef.multicastDelegate, from.baseType === TypeRef.multicastDelegate { return from.name == to.name }
        guard to.isInterface, to.arguments.count == 1, let wanted = to.arguments.first else { return false }
        var t: TypeRef? = from
        while let c = t {
            for i in c.interfaces where i.name == to.name && i.arguments.count == 1 {
                if i.arguments[0] === wanted || (!wanted.isValueType && !i.arguments[0].isValueType && i.arguments[0].isSubtype(of: wanted)) { return true }
            }
            t = c.baseType
        }
        guard from.code == .array, from.rank == 1, let e = from.element, collectionNames.contains(to.name) else {
            return from.code == .string && wanted.code == .char && to.name == "IEnumerable`1"
        }
        return e === wanted || (!e.isValueType && !wanted.isValueType && e.isSubtype(of: wanted))
    }
    private static let collectionNames: Set<String> = ["IEnumerable`1", "ICollection`1", "IList`1", "IReadOnlyCollection`1", "IReadOnlyList`1"]
}
