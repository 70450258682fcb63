import Glibc
import NacreRuntime

/// Failed calls of the system as .NET's exceptions.
enum FileFailure {
    static func exception(_ code: Int32, _ path: String) -> ExceptionValue {
        switch code {
        case ENOENT:
            let folder = FilePath.parent(path)
            if !FilePath.exists(folder) { return ExceptionValue(.directoryNotFoundException, "Could not find a part of the path '\(path)'.") }
            let e = ExceptionValue(.fileNotFoundException, "Could not find file '\(path)'.")
            e.properties.append((Name("FileName"), Value(path)))
            return e
        case ENOTDIR: return ExceptionValue(.directoryNotFoundException, "Could not find a part of the path '\(path)'.")
        case EACCES, EPERM, EISDIR, EROFS: return ExceptionValue(.unauthorizedAccessException, "Access to the path '\(path)' is denied.")
        case EEXIST: return ExceptionValue(.ioException, "The file '\(path)' already exists.")
        case ENOTEMPTY: return ExceptionValue(.ioException, "Directory not empty : '\(path)'")
        default: return ExceptionValue(.ioException, "\(String(cString: strerror(code))) : '\(path)'")
        }
    }
    static func net(_ code: Int32, _ path: String) -> NetException { NetException(exception(code, path)) }
    /// As a cmdlet reports it.
    static func record(_ code: Int32, _ path: String, id: String, category: ErrorCategory) -> ErrorRecord {
        ErrorRecord(exception(code, path), id: id, category: category, target: Value(path))
    }
    static func io(_ code: Int32, _ path: String) -> PSError { PSError(record(code, path, id: "FileOpenFailure", category: .openError)) }
}
