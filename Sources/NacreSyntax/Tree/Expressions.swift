public class ExpressionAst: Ast {}

public enum BinaryOperator: UInt8, Sendable {
    case add, subtract, multiply, divide, remainder, format, range, join, and, or, xor, band, bor, bxor, shl, shr, coalesce
    case ieq, ine, igt, ige, ilt, ile, ilike, inotLike, imatch, inotMatch, icontains, inotContains, iin, inotIn, ireplace, isplit
    case ceq, cne, cgt, cge, clt, cle, clike, cnotLike, cmatch, cnotMatch, ccontains, cnotContains, cin, cnotIn, creplace, csplit
    case `is`, isNot, `as`
}

public final class BinaryExpressionAst: ExpressionAst {
    public let op: BinaryOperator
    public let left: ExpressionAst
    public let right: ExpressionAst
    public let errorPosition: Extent
    public init(_ extent: Extent, op: BinaryOperator, left: ExpressionAst, right: ExpressionAst, errorPosition: Extent) {
        self.op = op; self.left = left; self.right = right; self.errorPosition = errorPosition; super.init(extent)
    }
}

public enum UnaryOperator: UInt8, Sendable {
    case plus, minus, not, bnot, comma, isplit, csplit, join, preIncrement, preDecrement, postIncrement, postDecrement
}

public final class UnaryExpressionAst: ExpressionAst {
    public let op: UnaryOperator
    public let child: ExpressionAst
    /// True where `!` was written for `-not`.
    public let isExclaim: Bool
    public init(_ extent: Extent, op: UnaryOperator, child: ExpressionAst, isExclaim: Bool = false) { self.op = op; self.child = child; self.isExclaim = isExclaim; super.init(extent) }
}

public final class TernaryExpressionAst: ExpressionAst {
    public let condition: ExpressionAst, ifTrue: ExpressionAst, ifFalse: ExpressionAst
    public init(_ extent: Extent, condition: ExpressionAst, ifTrue: ExpressionAst, ifFalse: ExpressionAst) {
        self.condition = condition; self.ifTrue = ifTrue; self.ifFalse = ifFalse; super.init(extent)
    }
}

/// A number as the lexer understood it.
public enum NumberLiteral: Sendable {
    case sbyte(Int8), byte(UInt8), short(Int16), ushort(UInt16), int(Int32), uint(UInt32), long(Int64), ulong(UInt64)
    case double(Double)
    /// A decimal's digits: coefficient (below 2^96) and scale (0 to 28); negative only through a unary minus folded in argument mode.
    case decimal(coefficient: UInt128, scale: UInt8, negative: Bool)
    /// An integer that needs more than 64 bits or has the suffix n: its decimal digits, a minus before them if negative.
    case big(String)
}

/// A number. Its extent keeps the spelling, which commands see.
public final class ConstantExpressionAst: ExpressionAst {
    public let value: NumberLiteral
    public init(_ extent: Extent, value: NumberLiteral) { self.value = value; super.init(extent) }
}

public enum StringConstantType: UInt8, Sendable { case bareWord, singleQuoted, doubleQuoted, singleQuotedHereString, doubleQuotedHereString }

public final class StringConstantExpressionAst: ExpressionAst {
    public let value: String
    public let stringType: StringConstantType
    public init(_ extent: Extent, value: String, type: StringConstantType) { self.value = value; stringType = type; super.init(extent) }
}

public enum StringPart { case text(String), expression(ExpressionAst) }

/// `"text $variable $(…)"`, also as a bare word: literal parts (escapes resolved) and expressions in turn.
public final class ExpandableStringExpressionAst: ExpressionAst {
    public let parts: [StringPart]
    public let stringType: StringConstantType
    /// The text between the quotes as a format of the nested expressions, as written.
    public let value: String
    public init(_ extent: Extent, parts: [StringPart], value: String, type: StringConstantType) { self.parts = parts; self.value = value; stringType = type; super.init(extent) }
}

/// `$name`, `${name}`, `$scope:name`, `@name` (splatted).
public final class VariableExpressionAst: ExpressionAst {
    /// The path as written, without sigil and braces: `x`, `global:x`, `env:PATH`.
    public let path: String
    public let splatted: Bool
    public init(_ extent: Extent, path: String, splatted: Bool) { self.path = path; self.splatted = splatted; super.init(extent) }
}

/// `a.b`, `[t]::b`, `a?.b`.
public class MemberExpressionAst: ExpressionAst {
    public final let expression: ExpressionAst
    public final let member: ExpressionAst
    public final let isStatic: Bool
    public final let nullConditional: Bool
    public init(_ extent: Extent, expression: ExpressionAst, member: ExpressionAst, isStatic: Bool, nullConditional: Bool) {
        self.expression = expression; self.member = member; self.isStatic = isStatic; self.nullConditional = nullConditional; super.init(extent)
    }
}

/// `a.b(…)`, `[t]::b(…)`; `: base(…)` of a constructor, where `isBaseCall` is set.
public final class InvokeMemberExpressionAst: MemberExpressionAst {
    public let arguments: [ExpressionAst]
    public let genericTypeArguments: [TypeName]
    public let isBaseCall: Bool
    public init(_ extent: Extent, expression: ExpressionAst, member: ExpressionAst, isStatic: Bool, nullConditional: Bool, arguments: [ExpressionAst], genericTypeArguments: [TypeName] = [], isBaseCall: Bool = false) {
        self.arguments = arguments; self.genericTypeArguments = genericTypeArguments; self.isBaseCall = isBaseCall
        super.init(extent, expression: expression, member: member, isStatic: isStatic, nullConditional: nullConditional)
    }
}

public final class IndexExpressionAst: ExpressionAst {
    public let target: ExpressionAst
    public let index: ExpressionAst
    public let nullConditional: Bool
    public init(_ extent: Extent, target: ExpressionAst, index: ExpressionAst, nullConditional: Bool) { self.target = target; self.index = index; self.nullConditional = nullConditional; super.init(extent) }
}

public final class ArrayLiteralAst: ExpressionAst {
    public let elements: [ExpressionAst]
    public init(_ extent: Extent, elements: [ExpressionAst]) { self.elements = elements; super.init(extent) }
}

/// `@( … )`
public final class ArrayExpressionAst: ExpressionAst {
    public let subExpression: StatementBlockAst
    public init(_ extent: Extent, subExpression: StatementBlockAst) { self.subExpression = subExpression; super.init(extent) }
}

/// `$( … )`
public final class SubExpressionAst: ExpressionAst {
    public let subExpression: StatementBlockAst
    public init(_ extent: Extent, subExpression: StatementBlockAst) { self.subExpression = subExpression; super.init(extent) }
}

/// `( pipeline )`
public final class ParenExpressionAst: ExpressionAst {
    public let pipeline: StatementAst
    public init(_ extent: Extent, pipeline: StatementAst) { self.pipeline = pipeline; super.init(extent) }
}

public final class HashtableAst: ExpressionAst {
    public let pairs: [(key: ExpressionAst, value: StatementAst)]
    public init(_ extent: Extent, pairs: [(key: ExpressionAst, value: StatementAst)]) { self.pairs = pairs; super.init(extent) }
}

public final class ScriptBlockExpressionAst: ExpressionAst {
    public let scriptBlock: ScriptBlockAst
    public init(_ extent: Extent, scriptBlock: ScriptBlockAst) { self.scriptBlock = scriptBlock; super.init(extent) }
}

/// `[type]` standing for itself.
public final class TypeExpressionAst: ExpressionAst {
    public let typeName: TypeName
    public init(_ extent: Extent, typeName: TypeName) { self.typeName = typeName; super.init(extent) }
}

/// `[attribute(…)] expression`; `ConvertExpressionAst` where the attribute is a type.
public class AttributedExpressionAst: ExpressionAst {
    public final let attribute: AttributeBaseAst
    public final let child: ExpressionAst
    public init(_ extent: Extent, attribute: AttributeBaseAst, child: ExpressionAst) { self.attribute = attribute; self.child = child; super.init(extent) }
}

public final class ConvertExpressionAst: AttributedExpressionAst {}

public final class UsingExpressionAst: ExpressionAst {
    public let subExpression: ExpressionAst
    public init(_ extent: Extent, subExpression: ExpressionAst) { self.subExpression = subExpression; super.init(extent) }
}

public final class ErrorExpressionAst: ExpressionAst {
    public let nested: [Ast]
    public init(_ extent: Extent, nested: [Ast]) { self.nested = nested; super.init(extent) }
}
