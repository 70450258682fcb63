import Glibc
import NacreRuntime

/// `Get-FileHash`
final class GetFileHashCommand: PathCommand {
    override func process() throws {
        let algorithm = (string("Algorithm") ?? "SHA256").uppercased()
        if let s = arg("InputStream") {
            guard let bytes = try streamBytes(s) else { throw PSError.unsupported("Get-FileHash -InputStream of \(s.type.fullName)") }
            return try write(result(algorithm, bytes, path: nil))
        }
        let (paths, isLiteral) = given()
        for text in paths {
            try attempt {
                for place in try expand(text, literal: isLiteral) {
                    guard place.exists(m) else {
                        throw PSError(.itemNotFoundException, id: "FileNotFound", "Cannot find path '\(place.inMessages)' because it does not exist.", category: .objectNotFound, target: Value(place.path))
                    }
                    if FilePath.isDirectory(place.path) { continue }
                    guard let bytes = FileText.bytes(place.path) else {
                        throw PSError(ErrorRecord(ExceptionValue(.ioException, "The file '\(place.path)' cannot be read: \(FileFailure.exception(errno, place.path).message)"), id: "FileReadError", category: .readError, target: Value(place.path)))
                    }
                    try write(result(algorithm, bytes, path: place.path))
                }
            }
        }
    }
    /// What is left of a stream that can say it as an array.
    private func streamBytes(_ s: Value) throws -> [UInt8]? {
        guard let v = try? m.pass([], { try m.invokeMember(s, Name("ToArray"), $0) }), let all = v.unwrapped.obj as? Seq else { return nil }
        return all.elements.compactMap { if case .byte(let b) = $0 { b } else { nil } }
    }
    private func result(_ algorithm: String, _ bytes: [UInt8], path: String?) -> Value {
        let digest = switch algorithm {
        case "MD5": Digest.md5(bytes)
        case "SHA1": Digest.sha1(bytes)
        case "SHA384": Digest.sha384(bytes)
        case "SHA512": Digest.sha512(bytes)
        default: Digest.sha256(bytes)
        }
        let digits = Array("0123456789ABCDEF".utf8)
        var hex: [UInt8] = []
        for b in digest { hex.append(digits[Int(b >> 4)]); hex.append(digits[Int(b & 15)]) }
        let made = Custom([("Algorithm", Value(algorithm)), ("Hash", .object(Str(latin1: hex))), ("Path", path.map { Value($0) } ?? .null)])
        made.typeNames = [Str("Microsoft.PowerShell.Commands.FileHashInfo")]
        return .object(made)
    }
}
