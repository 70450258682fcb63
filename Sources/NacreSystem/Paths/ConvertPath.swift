import NacreRuntime

/// `Convert-Path`: the provider's own path.
final class ConvertPathCommand: PathCommand {
    override func process() throws { try eachItem { try write(Value($0.path)) } }
}
