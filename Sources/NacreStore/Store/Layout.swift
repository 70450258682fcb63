/// The tables of a store, as steps from an empty file. Never change a step that has been published: add one.
enum Layout {
    /// `Nacr`: a store. `NacL`: the local store of a replica.
    static let application: UInt32 = 0x4E61_6372
    static let replicaApplication: UInt32 = 0x4E61_634C

    // document: what there is now; id gives the order of creation, never used twice.
    // lookup:   the values by which documents are found, folded to lower case.
    static let documents = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE document (id INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, key TEXT NOT NULL, identity TEXT NOT NULL,
          fields TEXT NOT NULL, lookups TEXT, revision INTEGER NOT NULL, replicated INTEGER NOT NULL, UNIQUE (entity, key));
        CREATE INDEX document_entity ON document (entity);
        CREATE TABLE lookup (entity TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, document INTEGER NOT NULL,
          PRIMARY KEY (entity, property, value, document)) WITHOUT ROWID;
        CREATE INDEX lookup_document ON lookup (document);

        """

    // revision: one row a commit. change: what it did to each document; fields null where it deleted it; replicated 0: no matter to
    //           replicas, 1: they get it, 2: they lose it.
    // replica:  acknowledged is the revision it holds. outbox: what waits for it. Times are .NET ticks, UTC.
    static let central = documents + """
        CREATE TABLE revision (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, author TEXT NOT NULL, command TEXT NOT NULL, replicated INTEGER NOT NULL);
        CREATE INDEX revision_replicated ON revision (id) WHERE replicated;
        CREATE TABLE change (entity TEXT NOT NULL, key TEXT NOT NULL, revision INTEGER NOT NULL, document INTEGER NOT NULL, identity TEXT NOT NULL,
          fields TEXT, lookups TEXT, replicated INTEGER NOT NULL, PRIMARY KEY (entity, key, revision)) WITHOUT ROWID;
        CREATE INDEX change_revision ON change (revision);
        CREATE TABLE replica (id INTEGER PRIMARY KEY AUTOINCREMENT, fqdn TEXT NOT NULL, key TEXT NOT NULL UNIQUE, version TEXT NOT NULL,
          acknowledged INTEGER NOT NULL, reported INTEGER, reported_version TEXT, updated INTEGER, failure TEXT);
        CREATE TABLE outbox (replica INTEGER NOT NULL, revision INTEGER NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (replica, revision)) WITHOUT ROWID;
        CREATE INDEX outbox_due ON outbox (due);
        """

    static let steps = [Migration(name: "first", sql: central)]
    static let replicaSteps = [Migration(name: "first", sql: documents)]

    /// The columns of a document, for `readDocument`.
    static let columns = "entity, key, identity, fields, revision"
}
