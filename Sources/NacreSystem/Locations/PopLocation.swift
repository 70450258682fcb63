import NacreRuntime

/// `Pop-Location`
final class PopLocationCommand: PathCommand {
    override func process() throws {
        try attempt {
            let stack = string("StackName")?.lowercased() ?? drives.defaultStack
            guard let to = drives.stacks[stack]?.popLast() else {
                if let name = string("StackName") { throw Drives.noStack(name) }
                return
            }
            if drives.stacks[stack]?.isEmpty == true, !stack.isEmpty { drives.stacks[stack] = nil }
            try drives.go(to: to)
            if flag("PassThru") { try write(.object(PathInfo(drives.location))) }
        }
    }
}
