import NacreRuntime

/// `Get-PSCallStack`: the blocks under way, the innermost first.
final class GetPSCallStackCommand: Cmdlet {
    private static let frame = RecordType("System.Management.Automation.CallStackFrame", [
        ("FunctionName", "string"), ("ScriptName", "string"), ("ScriptLineNumber", "int"), ("Position", "System.Object"), ("InvocationInfo", "System.Object"),
        ("Command", "string"), ("Location", "string"), ("Arguments", "string")])

    override func process() throws {
        for f in m.callStack(from: callSite) {
            let path: Value = f.path.map { Value($0) } ?? .null
            let file = f.path.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "<No file>"
            try write(GetPSCallStackCommand.frame.make([
                Value(f.functionName), path, .int(Int32(truncatingIfNeeded: f.line)), .null, .null,
                Value(f.command), Value("\(file): line \(f.line)"), Value(f.arguments)], text: { _ in "at \(f.functionName), \(f.path ?? "<No file>"): line \(f.line)" }))
        }
    }
}
