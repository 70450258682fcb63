import NacreRuntime

/// `Push-Location`
final class PushLocationCommand: PathCommand {
    override func process() throws {
        try attempt {
            let here = drives.location
            let stack = string("StackName")?.lowercased() ?? drives.defaultStack
            if let text = string("LiteralPath") ?? string("Path") { try drives.go(to: SetLocationCommand.place(text, literal: has("LiteralPath"), drives, m)) }
            drives.stacks[stack, default: []].append(here)
            if flag("PassThru") { try write(.object(PathInfo(drives.location))) }
        }
    }
}
