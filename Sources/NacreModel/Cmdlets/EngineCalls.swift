import NacreRuntime
extension ModelCmdletRun {
    func writeError(_ r: ErrorRecord) throws { throw PSError(r) }
    func writeWarning(_ t: String) throws {}
    func shouldProcess(_ target: String) throws -> Bool { true }
    var commandText: String { "" }
}
