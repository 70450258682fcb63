import NacreRuntime
extension ModelCmdletRun {
    public func writeError(_ r: ErrorRecord) throws { throw PSError(r) }
    public func writeWarning(_ t: String) throws {}
    public func shouldProcess(_ target: String) throws -> Bool { true }
    var commandText: String { "" }
}
