public class StatementAst: Ast {}

public final class FunctionDefinitionAst: StatementAst {
    public let name: String
    public let nameExtent: Extent
    public let isFilter: Bool
    public let isWorkflow: Bool
    /// Parameters between parentheses after the name; nil where there are no parentheses.
    public let parameters: [ParameterAst]?
    public let body: ScriptBlockAst
    public init(_ extent: Extent, name: String, nameExtent: Extent, isFilter: Bool, isWorkflow: Bool, parameters: [ParameterAst]?, body: ScriptBlockAst) {
        self.name = name; self.nameExtent = nameExtent; self.isFilter = isFilter; self.isWorkflow = isWorkflow
        self.parameters = parameters; self.body = body; super.init(extent)
    }
}

public enum TypeKind: UInt8, Sendable { case `class`, interface, `enum` }

public final class TypeDefinitionAst: StatementAst {
    public let name: String
    public let nameExtent: Extent
    public let typeKind: TypeKind
    public let attributes: [AttributeAst]
    public let baseTypes: [TypeConstraintAst]
    public let members: [MemberAst]
    public init(_ extent: Extent, name: String, nameExtent: Extent, kind: TypeKind, attributes: [AttributeAst], baseTypes: [TypeConstraintAst], members: [MemberAst]) {
        self.name = name; self.nameExtent = nameExtent; typeKind = kind; self.attributes = attributes
        self.baseTypes = baseTypes; self.members = members; super.init(extent)
    }
}

public class MemberAst: Ast {
    public final let name: String
    public final let attributes: [AttributeAst]
    public final let isStatic: Bool
    public final let isHidden: Bool
    public init(_ extent: Extent, name: String, attributes: [AttributeAst], isStatic: Bool, isHidden: Bool) {
        self.name = name; self.attributes = attributes; self.isStatic = isStatic; self.isHidden = isHidden; super.init(extent)
    }
}

/// A property of a class, or a label of an enum (then `initialValue` is its number, if written).
public final class PropertyMemberAst: MemberAst {
    public let propertyType: TypeConstraintAst?
    public let initialValue: ExpressionAst?
    public init(_ extent: Extent, name: String, type: TypeConstraintAst?, attributes: [AttributeAst], isStatic: Bool, isHidden: Bool, initialValue: ExpressionAst?) {
        propertyType = type; self.initialValue = initialValue
        super.init(extent, name: name, attributes: attributes, isStatic: isStatic, isHidden: isHidden)
    }
}

/// A method; a constructor where the name is the type's. The body's first statement of a constructor with `: base(…)` is the call.
public final class FunctionMemberAst: MemberAst {
    public let returnType: TypeConstraintAst?
    public let parameters: [ParameterAst]
    public let body: ScriptBlockAst
    public let isConstructor: Bool
    public init(_ extent: Extent, name: String, returnType: TypeConstraintAst?, parameters: [ParameterAst], body: ScriptBlockAst, attributes: [AttributeAst], isStatic: Bool, isHidden: Bool, isConstructor: Bool) {
        self.returnType = returnType; self.parameters = parameters; self.body = body; self.isConstructor = isConstructor
        super.init(extent, name: name, attributes: attributes, isStatic: isStatic, isHidden: isHidden)
    }
}

public enum UsingKind: UInt8, Sendable { case assembly, command, module, namespace, type }

public final class UsingStatementAst: StatementAst {
    public let usingKind: UsingKind
    public let name: StringConstantExpressionAst?
    public let alias: StringConstantExpressionAst?
    public let moduleSpecification: HashtableAst?
    public init(_ extent: Extent, kind: UsingKind, name: StringConstantExpressionAst?, alias: StringConstantExpressionAst?, moduleSpecification: HashtableAst?) {
        usingKind = kind; self.name = name; self.alias = alias; self.moduleSpecification = moduleSpecification; super.init(extent)
    }
}

public final class IfStatementAst: StatementAst {
    public let clauses: [(condition: StatementAst, body: StatementBlockAst)]
    public let elseClause: StatementBlockAst?
    public init(_ extent: Extent, clauses: [(condition: StatementAst, body: StatementBlockAst)], elseClause: StatementBlockAst?) {
        self.clauses = clauses; self.elseClause = elseClause; super.init(extent)
    }
}

/// A statement that may carry a label (without its colon).
public class LabeledStatementAst: StatementAst {
    public final let label: String?
    public final let condition: StatementAst?
    public init(_ extent: Extent, label: String?, condition: StatementAst?) { self.label = label; self.condition = condition; super.init(extent) }
}

public enum LoopKind: UInt8, Sendable { case `while`, doWhile, doUntil }

public final class LoopStatementAst: LabeledStatementAst {
    public let loopKind: LoopKind
    public let body: StatementBlockAst
    public init(_ extent: Extent, label: String?, kind: LoopKind, condition: StatementAst?, body: StatementBlockAst) {
        loopKind = kind; self.body = body; super.init(extent, label: label, condition: condition)
    }
}

public final class ForStatementAst: LabeledStatementAst {
    public let initializer: StatementAst?
    public let iterator: StatementAst?
    public let body: StatementBlockAst
    public init(_ extent: Extent, label: String?, initializer: StatementAst?, condition: StatementAst?, iterator: StatementAst?, body: StatementBlockAst) {
        self.initializer = initializer; self.iterator = iterator; self.body = body; super.init(extent, label: label, condition: condition)
    }
}

/// `foreach ($variable in condition) body`
public final class ForEachStatementAst: LabeledStatementAst {
    public let variable: VariableExpressionAst
    public let parallel: Bool
    public let throttleLimit: ExpressionAst?
    public let body: StatementBlockAst
    public init(_ extent: Extent, label: String?, variable: VariableExpressionAst, condition: StatementAst?, parallel: Bool, throttleLimit: ExpressionAst?, body: StatementBlockAst) {
        self.variable = variable; self.parallel = parallel; self.throttleLimit = throttleLimit; self.body = body
        super.init(extent, label: label, condition: condition)
    }
}

public struct SwitchFlags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let file = SwitchFlags(rawValue: 1), regex = SwitchFlags(rawValue: 2), wildcard = SwitchFlags(rawValue: 4)
    public static let exact = SwitchFlags(rawValue: 8), caseSensitive = SwitchFlags(rawValue: 16), parallel = SwitchFlags(rawValue: 32)
}

public final class SwitchStatementAst: LabeledStatementAst {
    public let flags: SwitchFlags
    public let clauses: [(test: ExpressionAst, body: StatementBlockAst)]
    public let defaultClause: StatementBlockAst?
    public init(_ extent: Extent, label: String?, condition: StatementAst?, flags: SwitchFlags, clauses: [(test: ExpressionAst, body: StatementBlockAst)], defaultClause: StatementBlockAst?) {
        self.flags = flags; self.clauses = clauses; self.defaultClause = defaultClause; super.init(extent, label: label, condition: condition)
    }
}

public final class CatchClauseAst: Ast {
    public let catchTypes: [TypeConstraintAst]
    public let body: StatementBlockAst
    public init(_ extent: Extent, types: [TypeConstraintAst], body: StatementBlockAst) { catchTypes = types; self.body = body; super.init(extent) }
}

public final class TryStatementAst: StatementAst {
    public let body: StatementBlockAst
    public let catchClauses: [CatchClauseAst]
    public let finally: StatementBlockAst?
    public init(_ extent: Extent, body: StatementBlockAst, catchClauses: [CatchClauseAst], finally: StatementBlockAst?) {
        self.body = body; self.catchClauses = catchClauses; self.finally = finally; super.init(extent)
    }
}

public final class TrapStatementAst: StatementAst {
    public let trapType: TypeConstraintAst?
    public let body: StatementBlockAst
    public init(_ extent: Extent, type: TypeConstraintAst?, body: StatementBlockAst) { trapType = type; self.body = body; super.init(extent) }
}

public final class DataStatementAst: StatementAst {
    public let variable: String?
    public let commandsAllowed: [ExpressionAst]
    public let body: StatementBlockAst
    public init(_ extent: Extent, variable: String?, commandsAllowed: [ExpressionAst], body: StatementBlockAst) {
        self.variable = variable; self.commandsAllowed = commandsAllowed; self.body = body; super.init(extent)
    }
}

/// `sequence { … }` or `parallel { … }`, which PowerShell parses and does not run.
public final class BlockStatementAst: StatementAst {
    public let keyword: String
    public let body: StatementBlockAst
    public init(_ extent: Extent, keyword: String, body: StatementBlockAst) { self.keyword = keyword; self.body = body; super.init(extent) }
}

public final class BreakStatementAst: StatementAst {
    public let label: ExpressionAst?
    public init(_ extent: Extent, label: ExpressionAst?) { self.label = label; super.init(extent) }
}

public final class ContinueStatementAst: StatementAst {
    public let label: ExpressionAst?
    public init(_ extent: Extent, label: ExpressionAst?) { self.label = label; super.init(extent) }
}

public enum ExitKind: UInt8, Sendable { case `return`, exit, `throw` }

/// `return`, `exit` or `throw`, with its pipeline if there is one.
public final class ExitStatementAst: StatementAst {
    public let exitKind: ExitKind
    public let pipeline: StatementAst?
    public init(_ extent: Extent, kind: ExitKind, pipeline: StatementAst?) { exitKind = kind; self.pipeline = pipeline; super.init(extent) }
}

public final class AssignmentStatementAst: StatementAst {
    public let left: ExpressionAst
    public let op: AssignmentOperator
    public let right: StatementAst
    public let errorPosition: Extent
    public init(_ extent: Extent, left: ExpressionAst, op: AssignmentOperator, right: StatementAst, errorPosition: Extent) {
        self.left = left; self.op = op; self.right = right; self.errorPosition = errorPosition; super.init(extent)
    }
}

public enum AssignmentOperator: UInt8, Sendable { case equals, plus, minus, multiply, divide, remainder, questionQuestion }

public final class PipelineAst: StatementAst {
    public let elements: [CommandBaseAst]
    public let background: Bool
    public init(_ extent: Extent, elements: [CommandBaseAst], background: Bool = false) { self.elements = elements; self.background = background; super.init(extent) }
}

/// `left && right` or `left || right`.
public final class PipelineChainAst: StatementAst {
    public let left: StatementAst
    public let right: PipelineAst
    public let isAnd: Bool
    public let background: Bool
    public init(_ extent: Extent, left: StatementAst, right: PipelineAst, isAnd: Bool, background: Bool) {
        self.left = left; self.right = right; self.isAnd = isAnd; self.background = background; super.init(extent)
    }
}

/// What stands where a statement could not be understood.
public final class ErrorStatementAst: StatementAst {
    public let nested: [Ast]
    public init(_ extent: Extent, nested: [Ast]) { self.nested = nested; super.init(extent) }
}

// Commands

public class CommandBaseAst: StatementAst {
    public final let redirections: [RedirectionAst]
    public init(_ extent: Extent, redirections: [RedirectionAst]) { self.redirections = redirections; super.init(extent) }
}

public enum InvocationOperator: UInt8, Sendable { case none, ampersand, dot }

/// A command call: the name (an expression), then `CommandParameterAst`s and expressions as written.
public final class CommandAst: CommandBaseAst {
    public let invocation: InvocationOperator
    public let elements: [Ast]
    public init(_ extent: Extent, invocation: InvocationOperator, elements: [Ast], redirections: [RedirectionAst]) {
        self.invocation = invocation; self.elements = elements; super.init(extent, redirections: redirections)
    }
}

public final class CommandExpressionAst: CommandBaseAst {
    public let expression: ExpressionAst
    public init(_ extent: Extent, expression: ExpressionAst, redirections: [RedirectionAst]) { self.expression = expression; super.init(extent, redirections: redirections) }
}

/// `-Name` or `-Name:argument` among a command's elements.
public final class CommandParameterAst: Ast {
    public let parameterName: String
    public let argument: ExpressionAst?
    /// The extent of the name alone, dash (and colon, if one follows) included.
    public let errorPosition: Extent
    public init(_ extent: Extent, name: String, argument: ExpressionAst?, errorPosition: Extent) {
        parameterName = name; self.argument = argument; self.errorPosition = errorPosition; super.init(extent)
    }
}

public enum RedirectionStream: UInt8, Sendable { case all = 0, output = 1, error, warning, verbose, debug, information }

public class RedirectionAst: Ast {
    public final let fromStream: RedirectionStream
    public init(_ extent: Extent, from: RedirectionStream) { fromStream = from; super.init(extent) }
}

public final class FileRedirectionAst: RedirectionAst {
    public let location: ExpressionAst
    public let append: Bool
    public init(_ extent: Extent, from: RedirectionStream, location: ExpressionAst, append: Bool) { self.location = location; self.append = append; super.init(extent, from: from) }
}

public final class MergingRedirectionAst: RedirectionAst {
    public let toStream: RedirectionStream
    public init(_ extent: Extent, from: RedirectionStream, to: RedirectionStream) { toStream = to; super.init(extent, from: from) }
}
