import NacreRuntime

/// `Set-Location`
final class SetLocationCommand: PathCommand {
    override func process() throws {
        try attempt {
            if parameterSet == "Stack", has("StackName") { return try useStack(string("StackName") ?? "") }
            let text = string("LiteralPath") ?? string("Path") ?? ""
            if !has("LiteralPath"), text == "-" || text == "+" {
                guard try text == "-" ? drives.back() : drives.forward() else {
                    throw PSError(.invalidOperationException, id: "System.InvalidOperationException", text == "-" ? "There is no location history left to navigate backwards." : "There is no location history left to navigate forwards.", category: .invalidOperation)
                }
            } else {
                try drives.go(to: SetLocationCommand.place(text.isEmpty ? "~" : text, literal: has("LiteralPath"), drives, m))
            }
            if flag("PassThru") { try write(.object(PathInfo(drives.location))) }
        }
    }
    private func useStack(_ name: String) throws {
        if drives.stacks[name.lowercased()] == nil { throw Drives.noStack(name) }
        drives.defaultStack = name.lowercased()
    }
    /// The one place that a path names.
    static func place(_ text: String, literal: Bool, _ drives: Drives, _ m: Machine) throws -> ItemPath {
        if literal { return try drives.resolve(text) }
        let found = try drives.expand(text)
        if found.count > 1 {
            throw PSError(.psArgumentException, id: "Argument", "Cannot set the location because path '\(text)' resolved to multiple containers. You can only the set location to a single container at a time.", category: .invalidArgument)
        }
        guard let one = found.first else { throw try drives.resolve(text).notFound }
        return one
    }
}
