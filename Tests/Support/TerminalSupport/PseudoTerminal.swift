import Foundation
import Glibc

/// A program in a pseudo-terminal of its own, and the screen that it has drawn.
public final class PseudoTerminal {
    public private(set) var screen: Screen
    public let process: pid_t
    private let master: Int32
    private var isReaped = false

    /// TIOCSPTLCK and TIOCGPTN: what `unlockpt` and `ptsname` do, which Swift's Glibc does not show.
    private static let unlock: UInt = 0x4004_5431, getNumber: UInt = 0x8004_5430

    public struct Failure: Error, CustomStringConvertible { public var description: String }

    /// Starts `arguments` (the first is the program) with `environment` beside a small one of its own.
    public init(_ arguments: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
        screen = Screen(columns: columns, rows: rows)
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: UInt32 = 0, locked: Int32 = 0
        guard master >= 0, ioctl(master, Self.unlock, &locked) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
            throw Failure(description: "no pseudo-terminal")
        }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        // POSIX_SPAWN_SETSID: the terminal becomes its own. The signal mask of the tests' thread does not.
        posix_spawnattr_setflags(&attributes, Int16(0x80 | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var none = sigset_t(), all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&actions)
        }
        var variables = ["TERM": "xterm", "LC_ALL": "C", "NACRE_HISTORY": "", "PATH": "/usr/bin:/bin", "NO_COLOR": "1"]
        variables.merge(environment) { $1 }
        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0.key + "=" + $0.value) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var child: pid_t = 0
        let error = posix_spawn(&child, arguments[0], &actions, &attributes, &argv, &envp)
        process = child
        guard error == 0 else { throw Failure(description: "cannot start \(arguments[0]): \(String(cString: strerror(error)))") }
    }

    deinit {
        if !isReaped {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(master)
    }

    public func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR && errno != EAGAIN { return }
            _ = take(milliseconds: 0)
        }
    }

    public func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Reads what is there; false at the end.
    private func take(milliseconds: Int32) -> Bool {
        var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, milliseconds) > 0 else { return true }
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = read(master, &chunk, chunk.count)
        guard count > 0 else { return false }
        screen.feed(Array(chunk[..<count]))
        return true
    }

    /// Waits until the screen is as wanted; throws what it is instead after `seconds`.
    public func wait(_ what: String, seconds: Double = 10, until isTrue: (Screen) -> Bool) throws {
        let end = Date().addingTimeInterval(seconds)
        while !isTrue(screen) {
            guard Date() < end, take(milliseconds: 20) || isTrue(screen) else {
                throw Failure(description: "waited for \(what); the screen (cursor \(screen.row),\(screen.column)):\n\(screen.text)")
            }
        }
    }

    /// Waits until the last lines of the screen are `lines`, and the cursor is in `column` if one is given.
    public func expect(_ lines: String..., column: Int? = nil, seconds: Double = 10) throws {
        try wait("\(lines)" + (column.map { " column \($0)" } ?? ""), seconds: seconds) {
            $0.lines.suffix(lines.count) == lines[...] && (column == nil || $0.column == column)
        }
    }

    /// Waits for the end; 128 + n for one by signal n.
    public func exitCode(seconds: Double = 10) throws -> Int32 {
        let end = Date().addingTimeInterval(seconds)
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            guard Date() < end else { throw Failure(description: "it goes on running; the screen:\n\(screen.text)") }
            _ = take(milliseconds: 5)
        }
        isReaped = true
        while take(milliseconds: 0), !drained {}
        return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
    }

    private var drained: Bool {
        var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, 0) == 0
    }

    /// The terminal's modes, as the program has left or set them.
    public var isCooked: Bool {
        var modes = termios()
        tcgetattr(master, &modes)
        return modes.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
    }
}
