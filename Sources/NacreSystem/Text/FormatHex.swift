import Glibc
import NacreRuntime

/// `Format-Hex`: bytes of files, texts and numbers, sixteen a row.
final class FormatHexCommand: PathCommand {
    override func process() throws {
        let offset = int("Offset") ?? 0, count = int("Count") ?? Int.max
        if let v = arg("InputObject") {
            let (bytes, label) = try content(v)
            return try give(bytes, label: label, path: nil, offset, count)
        }
        let (paths, isLiteral) = given()
        for text in paths {
            try eachItem(text, literal: isLiteral) { place in
                guard !FilePath.isDirectory(place.path), let bytes = FileText.bytes(place.path) else {
                    throw PSError(ErrorRecord(FileFailure.exception(EACCES, place.path), id: "FileReadError", category: .readError, target: Value(place.path)))
                }
                try give(bytes, label: place.path, path: place.path, offset, count)
            }
        }
    }
    private func content(_ v: Value) throws -> ([UInt8], String) {
        if let f = v.cast(FileItem.self) { return (FileText.bytes(f.path) ?? [], f.path) }
        let base = v.unwrapped
        var out: [UInt8] = []
        func number<T: FixedWidthInteger>(_ n: T) { withUnsafeBytes(of: n.littleEndian) { out.append(contentsOf: $0) } }
        func add(_ x: Value) throws {
            switch x.unwrapped {
            case .byte(let b): out.append(b)
            case .sbyte(let n): number(n)
            case .short(let n): number(n)
            case .ushort(let n): number(n)
            case .int(let n): number(n)
            case .uint(let n): number(n)
            case .long(let n): number(n)
            case .ulong(let n): number(n)
            case .double(let d): number(d.bitPattern)
            case .single(let f): number(f.bitPattern)
            case .bool(let b): out.append(b ? 1 : 0)
            case .char(let c): number(c)
            default:
                guard let s = x.unwrapped.str else {
                    throw PSError(.argumentException, id: "CannotConvertToByteStream", "Cannot convert input of type '\(x.type.fullName)' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.", category: .parserError, target: x)
                }
                try TextEncoding.of(arg("Encoding"), m).append(s, to: &out)
            }
        }
        if base.str == nil, base.obj?.isEnumerable == true { try m.enumerate(base, add) } else { try add(base) }
        return (out, "\(base.type.name) (\(base.type.fullName))")
    }
    private func give(_ all: [UInt8], label: String, path: String?, _ offset: Int, _ count: Int) throws {
        let bytes = Array(all.dropFirst(offset).prefix(count))
        for at in stride(from: 0, to: bytes.count, by: 16) {
            try write(.object(ByteRow(Array(bytes[at..<min(at + 16, bytes.count)]), offset: offset + at, label: label, path: path)))
        }
    }
}

/// A row of Format-Hex.
final class ByteRow: Native {
    let bytes: [UInt8], offset: Int, label: String, path: String?
    init(_ b: [UInt8], offset: Int, label: String, path: String?) {
        bytes = b; self.offset = offset; self.label = label; self.path = path
        super.init(.byteCollection)
    }
    private static func hex(_ n: Int, _ width: Int) -> String {
        let s = String(n, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - s.count)) + s
    }
    var hexOffset: String { ByteRow.hex(offset, 16) }
    var hexBytes: String { bytes.map { ByteRow.hex(Int($0), 2) }.joined(separator: " ") }
    /// Bytes below 128 as they are, control characters as U+FFFD, NUL as a blank.
    var ascii: String { String(bytes.map { $0 == 0 ? " " : $0 < 32 || $0 == 127 ? "\u{FFFD}" : Character(Unicode.Scalar($0)) }) }
    override func text(_ culture: Culture) -> String? { "\(hexOffset) \(hexBytes.padding(47)) \(ascii)" }
}
extension String {
    fileprivate func padding(_ n: Int) -> String { self + String(repeating: " ", count: Swift.max(0, n - count)) }
}
extension TypeRef {
    static let byteCollection: TypeRef = {
        let t = TypeRef("ByteCollection", namespace: "Microsoft.PowerShell.Commands", base: .object)
        t.loader = { members in
            func add(_ name: String, _ type: String, _ get: @escaping (ByteRow) -> Value) {
                members.add(PropertyMember(name, type: type, get: { _, v in v.cast(ByteRow.self).map(get) ?? .null }))
            }
            add("Offset64", "ulong") { .ulong(UInt64($0.offset)) }
            add("Offset", "uint") { .uint(UInt32(truncatingIfNeeded: $0.offset)) }
            add("Bytes", "byte[]") { .object(PSArray($0.bytes.map { .byte($0) }, of: .byte)) }
            add("Path", "string") { $0.path.map { Value($0) } ?? .null }
            add("HexOffset", "string") { Value($0.hexOffset) }
            add("HexBytes", "string") { Value($0.hexBytes) }
            add("Ascii", "string") { Value($0.ascii) }
            add("Label", "string") { Value($0.label) }
        }
        return t
    }()
}
