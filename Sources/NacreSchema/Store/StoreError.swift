/// Why a store did not do what it was asked: one sentence for people, with the file and the way out.
public struct StoreError: Error, Equatable, Sendable {
    public enum Code: String, Sendable {
        /// Written by a newer version of the program.
        case newerVersion
        /// Its contents contradict themselves.
        case damaged
        /// The file is something else.
        case notAStore
        /// The place, or the file, cannot be written (or read).
        case unwritable
        /// No room on the disk, or a quota or a limit of the file size is used up.
        case full
        /// Others held the store for longer than a writer waits.
        case busy
        /// The user stopped the wait.
        case interrupted
        /// No store is there, and none was to be created.
        case missing
        /// The caller asked for what cannot be: a revision that never was, a write inside a write.
        case misuse
        /// The disk, or the library below, failed in another way.
        case failed
    }
    public var code: Code
    /// The file, where one is involved.
    public var path: String
    public var message: String
    public init(_ code: Code, path: String, _ message: String) { self.code = code; self.path = path; self.message = message }
}
