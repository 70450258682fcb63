import NacreSyntax

/// The operators that .NET types may define themselves: what PowerShell calls their methods, and how they are written.
enum ImplicitOperator: UInt8 {
    case add, subtract, multiply, divide, remainder, band, bor, bxor, shl, shr

    var method: StaticString {
        switch self {
        case .add: "op_Addition"
        case .subtract: "op_Subtraction"
        case .multiply: "op_Multiply"
        case .divide: "op_Division"
        case .remainder: "op_Modulus"
        case .band: "op_BitwiseAnd"
        case .bor: "op_BitwiseOr"
        case .bxor: "op_ExclusiveOr"
        case .shl: "op_LeftShift"
        case .shr: "op_RightShift"
        }
    }
    var sign: StaticString {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .band: "-band"
        case .bor: "-bor"
        case .bxor: "-bxor"
        case .shl: "-shl"
        case .shr: "-shr"
        }
    }
}
