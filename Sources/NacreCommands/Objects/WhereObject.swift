import NacreRuntime
import NacreSyntax

/// `Where-Object`: a script block, or a property compared with a value.
final class WhereObjectCommand: Cmdlet {
    private var block: ScriptBlock?
    private var property: Name?
    private var value: Value = .null
    private var op: BinaryOperator?
    private var negates = false
    private var inputIndex = 0

    /// The operator's switch and what it does; `Value` stands to the left of those after `in`.
    private static let operators: [(String, BinaryOperator)] = [
        ("EQ", .ieq), ("CEQ", .ceq), ("NE", .ine), ("CNE", .cne), ("GT", .igt), ("CGT", .cgt), ("LT", .ilt), ("CLT", .clt), ("GE", .ige), ("CGE", .cge),
        ("LE", .ile), ("CLE", .cle), ("Like", .ilike), ("CLike", .clike), ("NotLike", .inotLike), ("CNotLike", .cnotLike), ("Match", .imatch), ("CMatch", .cmatch),
        ("NotMatch", .inotMatch), ("CNotMatch", .cnotMatch), ("Contains", .icontains), ("CContains", .ccontains), ("NotContains", .inotContains),
        ("CNotContains", .cnotContains), ("In", .iin), ("CIn", .cin), ("NotIn", .inotIn), ("CNotIn", .cnotIn), ("Is", .is), ("IsNot", .isNot)]

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        if let b = arg("FilterScript")?.unwrapped.obj as? ScriptBlock { block = b; return }
        guard let name = string("Property") else { return }
        property = Name(name)
        negates = flag("Not")
        op = WhereObjectCommand.operators.first { has($0.0) }?.1
        if let v = arg("Value") { value = v }
        if op != nil, !has("Value"), !negates {
            throw terminating(.psArgumentException, id: "ValueNotSpecifiedForWhereObject", "The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try again.", category: .invalidArgument)
        }
        if op == nil, has("Value") {
            throw terminating(.psArgumentException, id: "OperatorNotSpecified", "No operator was specified. Specify an operator for the comparison of the property with the value.", category: .invalidArgument)
        }
        if op == .is || op == .isNot, let s = value.unwrapped.str {
            guard let t = session.types.find(s.string.hasPrefix("[") ? String(s.string.dropFirst().dropLast()) : s.string) else {
                throw terminating(.runtimeException, id: "TypeNotFound", "Unable to find type [\(s.string)].", category: .invalidOperation, target: value)
            }
            value = .object(t)
        }
    }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        if let block {
            let result = PickSink()
            try m.run(block, item: v, into: result, inCurrentScope: true)
            if result.isTrue { try write(v) }
            return
        }
        guard let property else { return }
        let x = try read(property, v)
        let keep: Bool
        if let op {
            keep = try m.binary(op, x, value).isTrue
        } else { keep = x.isTrue != negates }
        if keep { try write(v) }
    }
    private func read(_ name: Name, _ v: Value) throws -> Value {
        if v.isNull { return .null }
        let x = PropertyExpression.read(v, name, m)
        if !x.isVoid { return x }
        if m.strictVersion > 0 { throw terminating(.psArgumentException, id: "PropertyNotFound", "The input object does not have the property \"\(name.text)\".", category: .invalidArgument, target: v) }
        return .null
    }
}

/// Whether what a condition put out counts as true: nothing is false, one thing counts itself, more are true.
final class PickSink: Sink {
    private var count = 0
    private var first: Value = .null
    override func put(_ v: Value) throws {
        if count == 0 { first = v }
        count += 1
    }
    var isTrue: Bool { count == 0 ? false : count > 1 || first.isTrue }
}
