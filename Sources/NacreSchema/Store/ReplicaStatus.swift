/// How far a replica is, as `Get-CsManagementStoreReplicationStatus` shows it.
public struct ReplicaStatus: Equatable, Sendable {
    public var fqdn: String
    /// Nothing waits to be delivered.
    public var isUpToDate: Bool
    /// When it last reported a delivery; nil before the first.
    public var lastStatusReport: Timestamp?
    /// When the newest change meant for it was made; nil where there was none since it was added.
    public var lastUpdateCreation: Timestamp?
    /// The version it reported; nil before the first report.
    public var productVersion: String?
    /// The revision it holds; 0 before the first delivery.
    public var revision: Int64
    /// Why the last try to deliver failed; nil after one that did not.
    public var failure: String?

    public init(fqdn: String, isUpToDate: Bool, lastStatusReport: Timestamp? = nil, lastUpdateCreation: Timestamp? = nil,
                productVersion: String? = nil, revision: Int64 = 0, failure: String? = nil) {
        self.fqdn = fqdn; self.isUpToDate = isUpToDate; self.lastStatusReport = lastStatusReport
        self.lastUpdateCreation = lastUpdateCreation; self.productVersion = productVersion; self.revision = revision; self.failure = failure
    }
}
