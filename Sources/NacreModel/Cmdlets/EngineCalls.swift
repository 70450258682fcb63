import NacreRuntime

extension ModelCmdletRun {
    /// The command line that a revision keeps, as far as the call knows it.
    var commandText: String { callSite.map { $0.source.text($0.extent) } ?? command.name }
}
