import Glibc
import Synchronization
import NacreRuntime

/// The process's own streams. Output is gathered and leaves when asked, when much has gathered, and after 50 ms at the latest;
/// at a terminal at the end of each line.
final class StandardHost: Host {
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var buffer: [UInt8] = []
    private var flusher = false
    private let isTerminal = isatty(1) == 1
    private let nonInteractive: Bool
    /// The prompt's line reader, once there is a prompt.
    var reader: LineReader?

    init(nonInteractive: Bool) {
        self.nonInteractive = nonInteractive
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        buffer.reserveCapacity(1 << 12)
    }

    private func locked<R>(_ body: () -> R) -> R {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }
    func write(_ text: Str) {
        locked {
            text.appendUTF8(to: &buffer)
            if isTerminal ? buffer.last == 10 : buffer.count > 1 << 15 { send() } else if !flusher { startFlusher() }
        }
    }
    func writeError(_ text: Str) {
        locked {
            send()
            var bytes: [UInt8] = []
            text.appendUTF8(to: &bytes)
            StandardHost.put(bytes, 2)
        }
    }
    func flush() { locked { send() } }

    private func send() {
        guard !buffer.isEmpty else { return }
        if !StandardHost.put(buffer, 1), errno == EPIPE {
            // Nobody reads any more: the end, without a word.
            _exit(141 - 128 + 128)
        }
        buffer.removeAll(keepingCapacity: true)
    }
    @discardableResult private static func put(_ bytes: [UInt8], _ fd: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(fd, $0.baseAddress! + done, bytes.count - done) }
            if n < 0 { if errno == EINTR || errno == EAGAIN { continue }; return false }
            done += n
        }
        return true
    }
    /// A thread that sends what has waited 50 ms.
    private func startFlusher() {
        flusher = true
        var thread = pthread_t()
        pthread_create(&thread, nil, { p in
            let host = Unmanaged<StandardHost>.fromOpaque(p!).takeUnretainedValue()
            while true {
                usleep(40_000)
                host.flush()
            }
        }, Unmanaged.passUnretained(self).toOpaque())
        pthread_detach(thread)
    }

    var width: Int {
        guard isTerminal else { return 80 }
        var size = winsize()
        return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
    var hasColor: Bool { isTerminal && getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) } != "dumb" }
    var isInteractive: Bool { !nonInteractive && isatty(0) == 1 }

    func readLine(prompt: String) throws -> String? {
        if let reader { return try reader.readLine(prompt: prompt) }
        write(Str(prompt))
        flush()
        return StandardInput.shared.line()
    }
    func readSecret(prompt: String) throws -> String? {
        if let reader { return try reader.readSecret(prompt: prompt) }
        write(Str(prompt))
        flush()
        return StandardInput.shared.line()
    }
}

/// Reads lines with the prompt's editor.
protocol LineReader: AnyObject {
    func readLine(prompt: String) throws -> String?
    func readSecret(prompt: String) throws -> String?
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
