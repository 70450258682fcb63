import CEdit
import Glibc

/// Reads keys from a terminal, byte by byte, so that what is typed ahead stays for the program that runs next.
final class KeySource {
    enum Event: Equatable {
        case key(UInt32)
        /// A signal has come: the caller asks which.
        case signal
        /// The time given is up.
        case idle
        case endOfInput
    }

    let descriptor: Int32
    /// The text of the last ``Key/paste``.
    private(set) var pasted: [Unicode.Scalar] = []
    private var pushed: [UInt32] = []
    private var bytes: [UInt8] = []

    /// How long the rest of an escape sequence may take, in milliseconds.
    private static let sequenceTime: Int32 = 50
    /// The same within a paste, where the end has to come some time.
    private static let pasteTime: Int32 = 2000

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next call of ``next(milliseconds:)`` gives `key`.
    func push(_ key: UInt32) { pushed.append(key) }

    /// Something is there to be read at once.
    var hasInput: Bool {
        if !pushed.isEmpty || !bytes.isEmpty { return true }
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, 0) > 0
    }

    /// Forgets what was read but not used.
    func reset() {
        pushed = []
        bytes = []
    }

    func next(milliseconds: Int32 = -1) -> Event {
        if let key = pushed.popLast() { return .key(key) }
        let first: UInt8
        switch byte(milliseconds) {
        case .success(let value): first = value
        case .failure(let event): return event.event
        }
        if first == UInt8(Key.escape) { return .key(escape()) }
        return .key(scalar(first))
    }

    private struct Missing: Error { var event: Event }

    private func byte(_ milliseconds: Int32) -> Result<UInt8, Missing> {
        if !bytes.isEmpty { return .success(bytes.removeFirst()) }
        while true {
            switch cedit_wait_readable(descriptor, milliseconds) {
            case 0: return .failure(Missing(event: .idle))
            case -2: return .failure(Missing(event: .signal))
            case 1: break
            default: return .failure(Missing(event: .endOfInput))
            }
            var value: UInt8 = 0
            let count = read(descriptor, &value, 1)
            if count == 1 { return .success(value) }
            if count < 0 && (errno == EAGAIN || errno == EINTR) { continue }
            return .failure(Missing(event: .endOfInput))
        }
    }

    /// A byte that belongs to what has begun; only Ctrl-C cuts it.
    private func following(_ milliseconds: Int32) -> UInt8? {
        if !bytes.isEmpty { return bytes.removeFirst() }
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&wait, 1, milliseconds)
            if cedit_signal_peek(SIGINT) == 1 { return nil }
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { return nil }
            var value: UInt8 = 0
            let count = read(descriptor, &value, 1)
            if count == 1 { return value }
            if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            return nil
        }
    }

    private func scalar(_ first: UInt8) -> UInt32 {
        guard first >= 0x80 else { return UInt32(first) }
        let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
        var sequence = [first]
        while sequence.count < length, let next = following(Self.sequenceTime) {
            guard next & 0xc0 == 0x80 else { bytes.insert(next, at: 0); break }
            sequence.append(next)
        }
        let value = String(decoding: sequence, as: UTF8.self).unicodeScalars.first?.value ?? 0xfffd
        return (Key.first...Key.last).contains(value) ? Key.ignored : value
    }

    private func escape() -> UInt32 {
        guard let second = following(Self.sequenceTime) else { return Key.escape }
        switch second {
        case UInt8(ascii: "["):
            var parameters = ""
            while let byte = following(Self.sequenceTime) {
                if byte < 0x20 {                    // cut short: this begins something else
                    bytes.insert(byte, at: 0)
                    return Key.ignored
                }
                if (0x40...0x7e).contains(byte) {
                    if byte == UInt8(ascii: "[") && parameters.isEmpty { parameters = "["; continue }   // Linux console F1
                    let key = KeySequence.key(parameters: parameters, final: byte)
                    if key == Key.paste { readPaste() }
                    return key
                }
                parameters.unicodeScalars.append(Unicode.Scalar(byte))
                if parameters.utf8.count > 32 { break }
            }
            return Key.ignored
        case UInt8(ascii: "O"):
            guard let final = following(Self.sequenceTime) else { return Key.ignored }
            return KeySequence.key(parameters: "", final: final)
        case UInt8(Key.enter), UInt8(Key.lineFeed):
            return Key.newLine
        default:
            bytes.insert(second, at: 0)
            return Key.escape
        }
    }

    private func readPaste() {
        let end: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e]
        var text: [UInt8] = []
        while let byte = following(Self.pasteTime) {
            text.append(byte)
            if byte == 0x7e, text.count >= end.count, text.suffix(end.count).elementsEqual(end) {
                text.removeLast(end.count)
                break
            }
        }
        pasted = Self.cleaned(String(decoding: text, as: UTF8.self))
    }

    /// Line ends become line feeds; other control characters would only be pictures of themselves.
    static func cleaned(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var afterReturn = false
        for scalar in text.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            if scalar == "\r" { result.append("\n"); continue }
            if scalar == "\n" { if !afterReturn { result.append("\n") }; continue }
            if scalar.value < 0x20 && scalar != "\t" || (0x7f...0x9f).contains(scalar.value) { continue }
            result.append(scalar)
        }
        return result
    }
}
