import CSQLite
import NacreSchema

extension Connection {
    /// Takes the one writer's place first, so that nothing read inside can be out of date when it is written.
    func writing<T>(_ body: () throws -> T) throws -> T { try transaction("BEGIN IMMEDIATE", body) }

    /// Several reads of one moment. Inside a transaction it is that transaction's.
    func reading<T>(_ body: () throws -> T) throws -> T {
        isInTransaction ? try body() : try transaction("BEGIN", body)
    }

    private func transaction<T>(_ begin: String, _ body: () throws -> T) throws -> T {
        try run(begin)
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            // SQLite has rolled back by itself after a full disk and its like; then there is nothing to undo.
            if isInTransaction { try? run("ROLLBACK") }
            throw error
        }
    }
}

/// Gives errors of a body their type back: what is thrown inside is a store's error already.
func narrow<T>(_ path: String, _ body: () throws -> T) throws(StoreError) -> T {
    do { return try body() } catch let error as StoreError { throw error } catch {
        throw StoreError(.failed, path: path, "The store '\(path)' failed: \(error).")
    }
}
