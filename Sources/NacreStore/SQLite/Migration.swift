import NacreSchema

/// A step from one layout of a file to the next. The number of steps that a file has had is its `user_version`.
struct Migration {
    var name: String
    var sql: String
}

extension Connection {
    /// Brings an older file up to date, all steps in one transaction; whoever comes second finds nothing to do.
    func migrate(_ steps: [Migration], applicationID: UInt32) throws {
        try writing {
            let done = Int(try first("PRAGMA user_version") { (row) throws(StoreError) in row.int(0) } ?? 0)
            guard done < steps.count else { return }
            for step in steps[done...] { try script(step.sql) }
            try script("PRAGMA application_id = \(Int32(bitPattern: applicationID)); PRAGMA user_version = \(steps.count)")
        }
    }
}
