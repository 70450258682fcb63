import NacreSyntax

/// `[ValidatePattern('^\d+$')]`: texts that a regular expression matches, whatever their case unless `Options` says otherwise.
public final class ValidatePatternRule: ArgumentRule {
    public var isPure: Bool { true }
    private let pattern: String, ignoresCase: Bool, errorMessage: String?
    public init(_ pattern: String, ignoreCase: Bool = true, errorMessage: String? = nil) {
        self.pattern = pattern; ignoresCase = ignoreCase; self.errorMessage = errorMessage
    }
    public func validate(_ value: Value, _ m: Machine) throws {
        if value.isNull { throw PSError.validation("ArgumentIsEmpty", ValidateNotNullRule.nullOrNullElement) }
        try m.validated(value) { v in
            let s = m.str(v)
            if try m.match(.object(s), Value(pattern), ignoreCase: ignoresCase, negated: false).isTrue { return }
            if let errorMessage { throw PSError.validation("ValidatePatternFailure", ValidationText.fill(errorMessage, [s.string, pattern])) }
            throw PSError.validation("ValidatePatternFailure", "The argument \"\(s.string)\" does not match the \"\(pattern)\" pattern. Supply an argument that matches \"\(pattern)\" and try the command again.")
        }
    }
}

/// `[ValidateScript({ … })]`: values for which a script block, with the value in `$_`, gives true.
public final class ValidateScriptRule: ArgumentRule {
    private let block: ScriptBlock, errorMessage: String?
    public init(_ block: ScriptBlock, errorMessage: String? = nil) { self.block = block; self.errorMessage = errorMessage }
    public func validate(_ value: Value, _ m: Machine) throws {
        if value.isNull { throw PSError.validation("ArgumentIsEmpty", ValidateNotNullRule.nullOrNullElement) }
        try m.validated(value) { v in
            if try m.call(block, [], item: v).isTrue { return }
            let text = m.str(v).string, code = block.code.text
            if let errorMessage { throw PSError.validation("ValidateScriptFailure", ValidationText.fill(errorMessage, [text, code])) }
            throw PSError.validation("ValidateScriptFailure", "The \"\(code)\" validation script for the argument with value \"\(text)\" did not return a result of True. Determine why the validation script failed, and then try the command again.")
        }
    }
}
