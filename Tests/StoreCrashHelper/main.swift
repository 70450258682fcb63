// A program for the store's tests to start, and to kill:
//   write PATH NAME COUNT    writes documents NAME-1, NAME-2, …, and prints each number once its commit is acknowledged
//   fill PATH NAME BYTES     the same under a limit of the file size, until a write fails; then prints the error's code
//   create PATH              opens with a seed; prints "created" or "opened", and the number of documents
//   deliver PATH             delivers what is due, again and again
import Glibc
import NacreSchema
import NacreStore

func say(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = line.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
}

func document(_ name: String, padding: Int = 300) -> EntityDocument {
    EntityDocument(entity: "CsItem", identity: Identity(name: name), values: SchemaObject([("Text", .string(String(repeating: "x", count: padding)))]))
}

func run(_ arguments: [String]) throws {
    let path = arguments[1]
    switch arguments[0] {
    case "write", "fill":
        let name = arguments[2]
        let limit = Int(arguments[3]) ?? 0
        if arguments[0] == "fill" {
            signal(SIGXFSZ, SIG_IGN)
            var size = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
            setrlimit(__rlimit_resource_t(1), &size)
        }
        let store = try SQLiteStore(path)
        for i in 1...(arguments[0] == "fill" ? 1_000_000 : limit) {
            try store.write(ChangeOrigin(author: name, commandLine: "write \(i)")) {
                try $0.put(document("\(name)-\(i)"), lookups: [Lookup("Name", "\(name)-\(i)")], isReplicated: true)
            }
            say("\(i)")
        }
    case "create":
        let store = try SQLiteStore(path, origin: ChangeOrigin(author: "helper", commandLine: "create")) { tx in
            for i in 1...200 { try tx.put(document("seed-\(i)"), lookups: [], isReplicated: true) }
        }
        say((store.wasCreated ? "created" : "opened") + " \(try store.documents("CsItem").count)")
    case "deliver":
        let store = try SQLiteStore(path)
        say("ready")
        while true {
            try store.deliverDue()
            usleep(500)
        }
    default: exit(2)
    }
}

do { try run(Array(CommandLine.arguments.dropFirst())) } catch let error as StoreError {
    var line = Array((error.message + "\n").utf8)
    _ = Glibc.write(2, &line, line.count)
    say("error \(error.code.rawValue)")
    exit(1)
}
