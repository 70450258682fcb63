import NacreSyntax

extension TypeRef {
    private static func automation(_ name: String, _ base: TypeRef) -> TypeRef { TypeRef(name, namespace: "System.Management.Automation", base: base) }
    public static let attribute = TypeRef("Attribute", base: object)
    public static let cmdletMetadataAttribute = automation("CmdletMetadataAttribute", attribute)
    public static let argumentTransformationAttribute = automation("ArgumentTransformationAttribute", cmdletMetadataAttribute)
    public static let validateArgumentsAttribute = automation("ValidateArgumentsAttribute", cmdletMetadataAttribute)
    public static let validateEnumeratedArgumentsAttribute = automation("ValidateEnumeratedArgumentsAttribute", validateArgumentsAttribute)
    public static let validateSetValuesGenerator: TypeRef = {
        let t = TypeRef("IValidateSetValuesGenerator", namespace: "System.Management.Automation")
        t.isInterface = true
        return t
    }()
}

/// An attribute whose class a script wrote: transforms or validates arguments by its own methods.
final class ScriptAttribute: ArgumentRule {
    private let object: Value
    private let transforms: Bool, validates: Bool, validatesElements: Bool
    private static let transformName = Name("Transform"), validateName = Name("Validate"), elementName = Name("ValidateElement")

    /// Nil where the class is no attribute for arguments.
    init?(_ c: ScriptClass, _ positional: [Value], named: [(name: String, value: Value)], _ m: Machine) throws {
        transforms = c.isSubtype(of: .argumentTransformationAttribute)
        validatesElements = c.isSubtype(of: .validateEnumeratedArgumentsAttribute)
        validates = c.isSubtype(of: .validateArgumentsAttribute)
        guard transforms || validates else { return nil }
        object = try m.pass(positional) { try m.construct(c, $0) }
        for (name, value) in named { try m.setMember(object, Name(name), value) }
    }
    func transform(_ value: Value, _ m: Machine) throws -> Value {
        guard transforms else { return value }
        return try m.pass([m.lookup(Name("ExecutionContext")) ?? .null, value]) { try m.invokeMember(object, ScriptAttribute.transformName, $0) }
    }
    func validate(_ value: Value, _ m: Machine) throws {
        if validatesElements {
            try m.enumerate(value) { v in _ = try m.pass([v]) { try m.invokeMember(object, ScriptAttribute.elementName, $0) } }
        } else if validates {
            _ = try m.pass([value, m.lookup(Name("ExecutionContext")) ?? .null]) { try m.invokeMember(object, ScriptAttribute.validateName, $0) }
        }
    }
}

extension AttributeReader {
    /// The rule of an attribute that a script's class defines; nil where the name is none.
    static func scriptRule(_ a: AttributeAst, source: Source, _ m: Machine) throws -> ArgumentRule? {
        let found = m.session.types.resolve(a.typeName) as? ScriptClass ?? m.session.types.find(a.typeName.fullName + "Attribute") as? ScriptClass
        guard let found else { return nil }
        let (positional, named) = try arguments(a, source: source, m)
        return try ScriptAttribute(found, positional, named: named, m)
    }
}
