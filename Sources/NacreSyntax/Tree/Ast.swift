/// The tree of a script. Class and property names are those of System.Management.Automation.Language, so that
/// whoever knows that tree knows this one.
public class Ast {
    public final var extent: Extent
    public init(_ extent: Extent) { self.extent = extent }
}

/// `{ … }` or a whole file: attributes and parameters, then the named blocks (an unnamed body is the end block).
public final class ScriptBlockAst: Ast {
    public var usingStatements: [UsingStatementAst] = []
    public var attributes: [AttributeAst] = []
    public var paramBlock: ParamBlockAst?
    public var dynamicParamBlock: NamedBlockAst?
    public var beginBlock: NamedBlockAst?
    public var processBlock: NamedBlockAst?
    public var endBlock: NamedBlockAst?
    public var cleanBlock: NamedBlockAst?
    public var requirements: ScriptRequirements?
    /// The source all extents below refer to.
    public let source: Source
    public init(_ extent: Extent, source: Source) { self.source = source; super.init(extent) }
}

/// `#requires` lines.
public struct ScriptRequirements {
    public var version: String?
    public var editions: [String] = []
    public var modules: [Ast] = []
    public var isElevationRequired = false
    public init() {}
}

public final class ParamBlockAst: Ast {
    public var attributes: [AttributeAst] = []
    public var parameters: [ParameterAst] = []
}

public final class ParameterAst: Ast {
    public let name: VariableExpressionAst
    public let attributes: [AttributeBaseAst]
    public let defaultValue: ExpressionAst?
    public init(_ extent: Extent, name: VariableExpressionAst, attributes: [AttributeBaseAst], defaultValue: ExpressionAst?) {
        self.name = name; self.attributes = attributes; self.defaultValue = defaultValue; super.init(extent)
    }
}

public enum BlockKind: UInt8, Sendable { case dynamicParam, begin, process, end, clean }

public final class NamedBlockAst: Ast {
    public let blockKind: BlockKind
    /// True for a body without the keyword.
    public let unnamed: Bool
    public let statements: [StatementAst]
    public let traps: [TrapStatementAst]
    public init(_ extent: Extent, kind: BlockKind, unnamed: Bool, statements: [StatementAst], traps: [TrapStatementAst]) {
        blockKind = kind; self.unnamed = unnamed; self.statements = statements; self.traps = traps; super.init(extent)
    }
}

public final class StatementBlockAst: Ast {
    public let statements: [StatementAst]
    public let traps: [TrapStatementAst]
    public init(_ extent: Extent, statements: [StatementAst], traps: [TrapStatementAst]) {
        self.statements = statements; self.traps = traps; super.init(extent)
    }
}

// Attributes and type names

/// The name of a type as written: `int`, `System.Int32`, `List[string]`, `int[]`, `int[,]`.
public indirect enum TypeName {
    /// A plain name, with the assembly after a comma dropped.
    case simple(String, Extent)
    case generic(TypeName, [TypeName], Extent)
    case array(TypeName, rank: Int, Extent)

    public var extent: Extent {
        switch self { case .simple(_, let e), .generic(_, _, let e), .array(_, _, let e): e }
    }
    /// The name as PowerShell prints it.
    public var fullName: String {
        switch self {
        case .simple(let n, _): n
        case .generic(let n, let args, _): n.fullName + "[" + args.map(\.fullName).joined(separator: ",") + "]"
        case .array(let n, let rank, _): n.fullName + "[" + String(repeating: ",", count: rank - 1) + "]"
        }
    }
}

public class AttributeBaseAst: Ast {
    public final let typeName: TypeName
    public init(_ extent: Extent, typeName: TypeName) { self.typeName = typeName; super.init(extent) }
}

public final class TypeConstraintAst: AttributeBaseAst {}

public final class AttributeAst: AttributeBaseAst {
    public let positionalArguments: [ExpressionAst]
    public let namedArguments: [NamedAttributeArgumentAst]
    public init(_ extent: Extent, typeName: TypeName, positional: [ExpressionAst], named: [NamedAttributeArgumentAst]) {
        positionalArguments = positional; namedArguments = named; super.init(extent, typeName: typeName)
    }
}

public final class NamedAttributeArgumentAst: Ast {
    public let argumentName: String
    /// Nil where only the name stands (`Mandatory`): true.
    public let argument: ExpressionAst?
    public init(_ extent: Extent, name: String, argument: ExpressionAst?) {
        argumentName = name; self.argument = argument; super.init(extent)
    }
}
