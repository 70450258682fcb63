/// Where the streams beside output go. Nil is the host, by the preference variables.
public struct Streams {
    public var error: Sink?
    public var warning: Sink?
    public var verbose: Sink?
    public var debug: Sink?
    public var information: Sink?
    public init() {}
}
extension Machine {
    public func writeError(_ record: ErrorRecord, action: ActionPreference? = nil) throws { throw PSError(record) }
}
