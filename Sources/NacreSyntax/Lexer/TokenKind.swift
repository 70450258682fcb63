/// What a token is. The order matters: `is…` below compare ranges.
enum TokenKind: UInt8 {
    case unknown, endOfInput, newLine, semi
    // Words and values
    case identifier, generic, label, number, parameter, variable, splattedVariable
    case stringLiteral, stringExpandable, hereStringLiteral, hereStringExpandable
    // Brackets and separators
    case lParen, rParen, lCurly, rCurly, lBracket, rBracket, atParen, atCurly, dollarParen
    case pipe, ampersand, andAnd, orOr, comma, colonColon, colon, dot, questionDot, questionLBracket, questionMark
    case redirection, redirectIn
    // Unary only
    case exclaim, not, bnot, plusPlus, minusMinus
    // Binary, by the order of BinaryOperator
    case plus, minus, multiply, divide, rem, format, dotDot, join, and, or, xor, band, bor, bxor, shl, shr, questionQuestion
    case ieq, ine, igt, ige, ilt, ile, ilike, inotLike, imatch, inotMatch, icontains, inotContains, iin, inotIn, ireplace, isplit
    case ceq, cne, cgt, cge, clt, cle, clike, cnotLike, cmatch, cnotMatch, ccontains, cnotContains, cin, cnotIn, creplace, csplit
    case isOp, isNot, asOp
    // Assignment, by the order of AssignmentOperator
    case equals, plusEquals, minusEquals, multiplyEquals, divideEquals, remainderEquals, questionQuestionEquals
    // Keywords
    case kwBegin, kwProcess, kwEnd, kwClean, kwDynamicParam
    case kwIf, kwElseIf, kwElse, kwSwitch, kwForeach, kwFor, kwWhile, kwDo, kwUntil, kwIn, kwDefault
    case kwFunction, kwFilter, kwWorkflow, kwConfiguration, kwParam, kwReturn, kwExit, kwThrow, kwBreak, kwContinue
    case kwTrap, kwTry, kwCatch, kwFinally, kwData, kwInlineScript, kwParallel, kwSequence
    case kwClass, kwEnum, kwInterface, kwUsing, kwNamespace, kwModule, kwType, kwAssembly, kwCommand
    case kwHidden, kwStatic, kwBase, kwPublic, kwPrivate, kwFrom, kwDefine, kwVar

    @inline(__always) var isBinary: Bool { rawValue >= TokenKind.plus.rawValue && rawValue <= TokenKind.asOp.rawValue }
    @inline(__always) var isAssignment: Bool {
        rawValue >= TokenKind.equals.rawValue && rawValue <= TokenKind.questionQuestionEquals.rawValue
    }
    @inline(__always) var isKeyword: Bool { rawValue >= TokenKind.kwBegin.rawValue }
    @inline(__always) var isNamedBlock: Bool {
        rawValue >= TokenKind.kwBegin.rawValue && rawValue <= TokenKind.kwDynamicParam.rawValue
    }
    /// Reads the same in every mode, so a mode change need not read it again.
    @inline(__always) var isModeInvariant: Bool {
        switch self {
        case .endOfInput, .newLine, .semi, .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable,
             .lParen, .rParen, .lCurly, .rCurly, .rBracket, .atParen, .atCurly, .dollarParen,
             .pipe, .ampersand, .andAnd, .orOr, .comma, .redirection, .redirectIn: true
        default: false
        }
    }
    var isUnary: Bool {
        switch self {
        case .exclaim, .not, .bnot, .plusPlus, .minusMinus, .plus, .minus, .comma, .join, .isplit, .csplit: true
        default: false
        }
    }

    /// How tightly a binary operator binds.
    @inline(__always) var precedence: UInt8 {
        switch self {
        case .and, .or, .xor: 1
        case .band, .bor, .bxor: 2
        case .questionQuestion: 7
        case .plus, .minus: 9
        case .multiply, .divide, .rem: 10
        case .format: 12
        case .dotDot: 13
        default: 5
        }
    }
    @inline(__always) var binaryOperator: BinaryOperator {
        BinaryOperator(rawValue: rawValue &- TokenKind.plus.rawValue) ?? .add
    }
    var assignmentOperator: AssignmentOperator {
        AssignmentOperator(rawValue: rawValue &- TokenKind.equals.rawValue) ?? .equals
    }
}

/// One token: plain data, its text is that of its extent. What needs more (a resolved string, a number) lies in the
/// lexer's `pending…` until the next such token.
struct Token {
    struct Flags: OptionSet {
        let rawValue: UInt8
        /// The text differs from the extent's (escapes, quotes): see `pendingText`.
        static let resolved = Flags(rawValue: 1)
        /// Has nested variables or subexpressions: see `pendingParts`.
        static let expandable = Flags(rawValue: 2)
        /// `-name:`; `${…}`
        static let colon = Flags(rawValue: 4), braced = Flags(rawValue: 8), escaped = Flags(rawValue: 16)
        /// Redirections: `>>`, `>&`
        static let append = Flags(rawValue: 32), merging = Flags(rawValue: 64)
    }
    var kind: TokenKind
    var flags: Flags = []
    var start: Int32
    var end: Int32
    @inline(__always) var extent: Extent { Extent(start: start, end: end) }
    @inline(__always) var after: Extent { Extent(start: end, end: end) }
    /// An empty extent before the token: PowerShell places it at the character before.
    @inline(__always) var before: Extent { Extent(start: max(start - 1, 0), end: max(start - 1, 0)) }
}

enum LexerMode: UInt8 { case command, expression, typeName }
