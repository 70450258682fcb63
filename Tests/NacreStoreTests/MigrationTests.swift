import NacreSchema
@testable import NacreStore
import Testing

@Suite("Migrations")
struct MigrationTests {
    let steps = [
        Migration(name: "first", sql: "CREATE TABLE a (x); INSERT INTO a VALUES (1)"),
        Migration(name: "second", sql: "ALTER TABLE a ADD COLUMN y DEFAULT 7"),
    ]
    func version(_ c: Connection) throws -> Int64? { try c.first("PRAGMA user_version") { (row) throws(StoreError) in row.int(0) } }

    @Test("an older file gets the steps that it lacks, once")
    func older() throws {
        let place = try Place()
        let connection = try Connection(place.store, .create)
        try connection.migrate(Array(steps.prefix(1)), applicationID: 5)
        #expect(try version(connection) == 1)
        try connection.migrate(steps, applicationID: 5)
        try connection.migrate(steps, applicationID: 5)
        #expect(try version(connection) == 2)
        #expect(try connection.all("SELECT y FROM a") { (row) throws(StoreError) in row.int(0) } == [7])
        #expect(Header(of: connection).applicationID == 5)
    }

    @Test("a step that fails leaves the file as it was")
    func failing() throws {
        let place = try Place()
        let connection = try Connection(place.store, .create)
        try connection.migrate(Array(steps.prefix(1)), applicationID: 5)
        #expect(throws: StoreError.self) { try connection.migrate(steps + [Migration(name: "third", sql: "DROP TABLE missing")], applicationID: 5) }
        #expect(try version(connection) == 1)
        #expect(throws: StoreError.self) { try connection.first("SELECT y FROM a") { (row) throws(StoreError) in row.int(0) } }
    }
}
