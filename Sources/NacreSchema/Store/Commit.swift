/// Who makes a change, and how.
public struct ChangeOrigin: Equatable, Sendable {
    public var author: String
    public var commandLine: String
    public init(author: String, commandLine: String) { self.author = author; self.commandLine = commandLine }
}

/// A change of the store that has been made.
public struct Commit: Equatable, Sendable {
    /// 1, 2, 3, …: the order of all changes of a store.
    public var revision: Int64
    public var time: Timestamp
    public var origin: ChangeOrigin
    public init(revision: Int64, time: Timestamp, origin: ChangeOrigin) { self.revision = revision; self.time = time; self.origin = origin }
}

/// What a commit did to one document.
public struct DocumentChange: Equatable, Sendable {
    public var revision: Int64
    public var entity: String
    public var key: String
    public var identity: String
    /// The values from then on; nil where the document was deleted.
    public var values: SchemaObject?
    public init(revision: Int64, entity: String, key: String, identity: String, values: SchemaObject?) {
        self.revision = revision; self.entity = entity; self.key = key; self.identity = identity; self.values = values
    }
}
