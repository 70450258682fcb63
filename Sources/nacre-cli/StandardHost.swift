import CProcess
import Glibc
import NacreREPL
import NacreRuntime

/// The process's own streams. Output is gathered and leaves when asked, when much has gathered, and after 50 ms at the latest;
/// at a terminal at the end of each line.
final class StandardHost: Host {
    private let isTerminal = isatty(1) == 1
    private let nonInteractive: Bool
    /// What stands on the terminal's last line.
    private var begun: [UInt8] = []
    /// Reads lines at a terminal: the prompt's own reader, once there is a prompt.
    var reader: LineReader?

    init(nonInteractive: Bool) { self.nonInteractive = nonInteractive }

    func write(_ text: Str) {
        utf8(text) {
            nacre_output_write($0.baseAddress, $0.count, isTerminal)
            if isTerminal { note($0) }
        }
    }
    func writeError(_ text: Str) { utf8(text) { nacre_output_error($0.baseAddress, $0.count) } }
    func flush() { nacre_output_flush() }

    private func utf8(_ text: Str, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if !text.isWide, text.latin1.allSatisfy({ $0 < 0x80 }) { return body(text.latin1) }
        var bytes: [UInt8] = []
        text.appendUTF8(to: &bytes)
        bytes.withUnsafeBufferPointer(body)
    }
    private func note(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let end = bytes.lastIndex(of: 10) {
            begun.removeAll(keepingCapacity: true)
            begun += bytes[(end + 1)...]
        } else { begun += bytes }
    }

    var width: Int { isTerminal ? Terminal.size(of: 1).columns : 80 }
    var hasColor: Bool { Terminal.wantsColour(on: 1) }
    var isInteractive: Bool { !nonInteractive }

    func readLine(prompt: String) throws -> String? {
        try ask(prompt) { try $0.readLine(prompt: prompt, after: $1) }
    }
    func readSecret(prompt: String) throws -> String? {
        try ask(prompt) { try $0.readSecret(prompt: prompt, after: $1) }
    }
    private func ask(_ prompt: String, _ read: (LineReader, String) throws -> String?) throws -> String? {
        guard isatty(0) == 1 else {
            write(Str(prompt))
            flush()
            return StandardInput.shared.line()
        }
        flush()
        let before = String(decoding: begun, as: UTF8.self)
        begun = []
        let r = reader ?? PromptReader(Prompter())
        reader = r
        return try read(r, before)
    }
}

/// Reads lines at a terminal, behind what stands on its last line already.
protocol LineReader: AnyObject {
    func readLine(prompt: String, after begun: String) throws -> String?
    func readSecret(prompt: String, after begun: String) throws -> String?
}

/// Lines of standard input, read as they are asked for.
final class StandardInput {
    nonisolated(unsafe) static let shared = StandardInput()
    private var buffer: [UInt8] = [], at = 0, ended = false
    private init() {}

    func line() -> String? {
        while true {
            if let n = buffer[at...].firstIndex(of: 10) {
                var end = n
                if end > at, buffer[end - 1] == 13 { end -= 1 }
                defer { at = n + 1 }
                return String(decoding: buffer[at..<end], as: UTF8.self)
            }
            guard fill() else {
                guard at < buffer.count else { return nil }
                defer { at = buffer.count }
                return String(decoding: buffer[at...], as: UTF8.self)
            }
        }
    }
    func all() -> String {
        while fill() {}
        defer { at = buffer.count }
        return String(decoding: buffer[at...], as: UTF8.self)
    }
    private func fill() -> Bool {
        guard !ended else { return false }
        if at > 1 << 16 { buffer.removeFirst(at); at = 0 }
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        let n = read(0, &chunk, chunk.count)
        if n < 0, errno == EINTR { return true }
        guard n > 0 else { ended = true; return false }
        buffer.append(contentsOf: chunk[..<n])
        return true
    }
}
