import Glibc
import NacreRuntime

/// Finds programs and scripts by name, and runs programs.
enum Programs {
    static func find(_ name: String) -> CommandInfo? {
        if name.contains("/") {
            let path = FilePath.resolve(name)
            guard !FilePath.isDirectory(path) else { return nil }
            if path.lowercased().hasSuffix(".ps1") { return FilePath.exists(path) ? ExternalScriptInfo(last(path), path: path) : nil }
            return access(path, X_OK) == 0 ? ApplicationInfo(last(path), path: path) : nil
        }
        guard !name.isEmpty, let p = getenv("PATH") else { return nil }
        for folder in String(cString: p).split(separator: ":") {
            let path = "\(folder)/\(name)"
            if access(path, X_OK) == 0, !FilePath.isDirectory(path) { return ApplicationInfo(name, path: path) }
            if access(path + ".ps1", R_OK) == 0 { return ExternalScriptInfo(name + ".ps1", path: path + ".ps1") }
        }
        return nil
    }
    /// A pipe that programs started meanwhile do not inherit.
    static func pipe(_ ends: inout [Int32]) -> Bool {
        guard Glibc.pipe(&ends) == 0 else { return false }
        for e in ends { _ = fcntl(e, F_SETFD, FD_CLOEXEC) }
        return true
    }
    private static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// Runs programs: their words as PowerShell passes them, their output line by line where something takes it.
final class ProcessRunner: ProgramRunner {
    override func run(_ program: ApplicationInfo, _ arguments: [Argument], input: [Value]?, capture: Bool, output: Sink, _ m: Machine) throws -> Int32 {
        m.session.host.flush()
        let words = [program.name] + words(arguments, m)
        var fromChild: [Int32] = [-1, -1], toChild: [Int32] = [-1, -1]
        if capture, !Programs.pipe(&fromChild) { throw failed(program, m) }
        if input != nil, !Programs.pipe(&toChild) { throw failed(program, m) }
        let errors = m.streams.error
        var errorsOf: [Int32] = [-1, -1]
        if errors != nil, !Programs.pipe(&errorsOf) { throw failed(program, m) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if capture { posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1) }
        if errors != nil { posix_spawn_file_actions_adddup2(&actions, errorsOf[1], 2) }
        if input != nil { posix_spawn_file_actions_adddup2(&actions, toChild[0], 0) }
        var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for a in argv { free(a) } }
        // The shell ignores SIGPIPE; a program must not.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var pid = pid_t()
        let code = posix_spawn(&pid, program.path, &actions, &attributes, &argv, environ)
        if capture { close(fromChild[1]) }
        if errors != nil { close(errorsOf[1]) }
        if input != nil { close(toChild[0]) }
        guard code == 0 else {
            if capture { close(fromChild[0]) }
            if errors != nil { close(errorsOf[0]) }
            if input != nil { close(toChild[1]) }
            errno = code
            throw failed(program, m)
        }
        // The words go in from another thread, so that a program that answers while it reads cannot lock up.
        if let input {
            var text: [UInt8] = []
            if input.allSatisfy({ $0.str != nil }) {
                for v in input { m.str(v).appendUTF8(to: &text); text.append(10) }
            } else if let display = m.session.makeTextDisplay?(m.session.host.width, { $0.appendUTF8(to: &text) }) {
                // Objects go in as they would be shown.
                for v in input { try display.put(v) }
                try display.finish()
            }
            Feeder(text, toChild[1]).start()
        }
        if let errors {
            // What it says on standard error are error records, line by line.
            let wrapped = ClosureSink { line in
                let text = m.str(line).string
                let record = ErrorRecord(ExceptionValue(.remoteException, text), id: "NativeCommandError", category: .notSpecified, target: Value(text))
                record.commandClass = nil
                try errors.put(.object(record))
            }
            try read(capture ? [(fromChild[0], output), (errorsOf[0], wrapped)] : [(errorsOf[0], wrapped)], pid, m)
        } else if capture { try read([(fromChild[0], output)], pid, m) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR { if m.session.interrupt.isSet { kill(pid, SIGINT) } }
        let exitCode = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        // Ctrl-C goes to the program too: what ends by it ends the pipeline, what goes on has taken it for itself.
        if m.session.interrupt.isSet {
            if exitCode == 128 + SIGINT { throw PipelineStopped() }
            m.session.interrupt.clear()
        }
        return exitCode
    }
    private func words(_ arguments: [Argument], _ m: Machine) -> [String] {
        var out: [String] = []
        for a in arguments {
            if let p = a.parameter {
                if a.value.isUndef { out.append("-" + p) } else { out.append("-\(p):\(m.str(a.value).string)") }
                continue
            }
            if let s = a.value.unwrapped.obj as? Seq { for v in s.elements { out.append(m.str(v).string) } } else if !a.value.isNull { out.append(m.str(a.value).string) }
        }
        return out
    }
    /// Reads what comes from pipes until all are closed, and passes it on line by line.
    private func read(_ pipes: [(fd: Int32, sink: Sink)], _ pid: pid_t, _ m: Machine) throws {
        defer { for p in pipes { close(p.fd) } }
        var rest = [[UInt8]](repeating: [], count: pipes.count)
        var waiting = pipes.map { pollfd(fd: $0.fd, events: Int16(POLLIN), revents: 0) }
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        var afterReturn = [Bool](repeating: false, count: pipes.count)
        func put(_ line: ArraySlice<UInt8>, _ i: Int) throws {
            let s = line.withUnsafeBufferPointer { Str(utf8: $0) }
            do { try pipes[i].sink.put(.object(s)) } catch { kill(pid, SIGTERM); throw error }
        }
        while waiting.contains(where: { $0.fd >= 0 }) {
            if poll(&waiting, nfds_t(waiting.count), -1) < 0 {
                if errno == EINTR { if m.session.interrupt.isSet { kill(pid, SIGINT) }; continue }
                break
            }
            for i in waiting.indices where waiting[i].fd >= 0 && waiting[i].revents != 0 {
                let n = Glibc.read(waiting[i].fd, &chunk, chunk.count)
                if n < 0, errno == EINTR { if m.session.interrupt.isSet { kill(pid, SIGINT) }; continue }
                guard n > 0 else {
                    waiting[i].fd = -1
                    if !rest[i].isEmpty { try put(rest[i][...], i) }
                    continue
                }
                // A file that output is redirected to gets the bytes as they are.
                if let file = pipes[i].sink as? RedirectedFile { try file.write(bytes: chunk[..<n]); continue }
                var from = 0
                for k in 0..<n where chunk[k] == 10 || chunk[k] == 13 {
                    // A line feed that follows a carriage return ends nothing more.
                    if chunk[k] == 10, k == from, afterReturn[i] { from = k + 1; afterReturn[i] = false; continue }
                    let line = rest[i] + chunk[from..<k]
                    rest[i] = []
                    from = k + 1
                    afterReturn[i] = chunk[k] == 13
                    try put(line[...], i)
                }
                if from < n { afterReturn[i] = false }
                rest[i] += chunk[from..<n]
            }
        }
    }
    private func failed(_ p: ApplicationInfo, _ m: Machine) -> PSError {
        PSError(id: "NativeCommandFailed", "Program '\(p.name)' failed to run: \(String(cString: strerror(errno)))", category: .resourceUnavailable, target: Value(p.path))
    }
}

/// Writes to a program's standard input on a thread of its own.
private final class Feeder {
    let bytes: [UInt8], fd: Int32
    init(_ b: [UInt8], _ fd: Int32) { bytes = b; self.fd = fd }
    func start() {
        var t = pthread_t()
        pthread_create(&t, nil, { p in
            let f = Unmanaged<Feeder>.fromOpaque(p!).takeRetainedValue()
            var done = 0
            while done < f.bytes.count {
                let n = f.bytes.withUnsafeBytes { write(f.fd, $0.baseAddress! + done, f.bytes.count - done) }
                if n < 0 { if errno == EINTR { continue }; break }
                done += n
            }
            close(f.fd)
            return nil
        }, Unmanaged.passRetained(self).toOpaque())
        pthread_detach(t)
    }
}

extension TypeRef {
    /// What a program says on standard error.
    static let remoteException = TypeRef("RemoteException", namespace: "System.Management.Automation", code: .exception, base: runtimeException)
}
