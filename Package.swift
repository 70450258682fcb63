// swift-tools-version: 6.0
import PackageDescription

/// One library target a room of the house (docs/architecture.md); an arrow only ever points down.
func room(_ name: String, _ below: [Target.Dependency] = [], libraries: [String] = []) -> Target {
    .target(name: name, dependencies: below, swiftSettings: strict,
            linkerSettings: libraries.map { .linkedLibrary($0) })
}
func tests(of name: String, _ more: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.target(name: name)] + more, exclude: data, swiftSettings: strict)
}
let strict: [SwiftSetting] = [.swiftLanguageMode(.v5)]

let package = Package(
    name: "nacre",
    products: [
        .executable(name: "nacre", targets: ["nacre"]),
        .library(name: "Nacre", targets: ["Nacre"]),
    ],
    targets: [
        // C libraries of Debian, linked statically (docs/dependencies.md), and embedded data.
        .target(name: "CEdit", linkerSettings: [
            .linkedLibrary(":libedit.a"), .linkedLibrary(":libtinfo.a"), .linkedLibrary(":libbsd.a"), .linkedLibrary(":libmd.a")]),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CPCRE2"),
        .systemLibrary(name: "CTomMath"),
        .target(name: "CData"),
        // The process: its standard output, and reference counts of a program with one thread.
        .target(name: "CProcess"),

        room("NacreSyntax"),
        room("NacreSchema"),
        room("NacreRuntime", ["NacreSyntax", "CPCRE2", "CTomMath", "CData"], libraries: [":libpcre2-16.a", ":libtommath.a", "m"]),
        room("NacreStore", ["NacreSchema", "CSQLite"], libraries: [":libsqlite3.a", "m"]),
        room("NacreTypes", ["NacreRuntime"]),
        room("NacreSystem", ["NacreRuntime"]),
        room("NacreCommands", ["NacreRuntime"]),
        room("NacreFormat", ["NacreRuntime"]),
        room("NacreModel", ["NacreRuntime", "NacreSchema"]),
        room("LyncServer", ["NacreModel", "NacreSchema", "NacreRuntime", "CData"]),
        room("NacreREPL", ["NacreRuntime", "NacreSyntax", "CEdit"]),
        room("Nacre", ["NacreRuntime", "NacreTypes", "NacreSystem", "NacreCommands", "NacreFormat", "NacreModel", "LyncServer"]),
        .executableTarget(name: "nacre", dependencies: ["Nacre", "NacreREPL", "NacreStore", "NacreSyntax", "LyncServer", "CProcess"],
                          path: "Sources/nacre-cli", swiftSettings: strict),

        tests(of: "NacreSyntax", data: ["floor.txt"]),
        tests(of: "NacreSchema"),
        // What several test targets use: hosts and sessions; programs in a pseudo-terminal.
        .target(name: "ShellSupport", dependencies: ["NacreRuntime"], path: "Tests/Support/ShellSupport", swiftSettings: strict),
        .target(name: "TerminalSupport", dependencies: ["CEdit"], path: "Tests/Support/TerminalSupport", swiftSettings: strict),
        tests(of: "NacreTypes", ["NacreRuntime", "ShellSupport"]),
        tests(of: "NacreRuntime", ["ShellSupport"]),
        tests(of: "NacreCommands", ["Nacre", "NacreRuntime", "NacreSyntax", "ShellSupport"]),
        tests(of: "NacreSystem", ["Nacre", "NacreRuntime", "NacreSyntax"]),
        tests(of: "NacreModel", ["NacreSchema"]),
        tests(of: "LyncServer", ["ShellSupport", "NacreModel", "NacreSchema", "NacreRuntime", "NacreSyntax"]),
        // A program that the store's tests start and kill.
        .executableTarget(name: "store-crash-helper", dependencies: ["NacreStore", "NacreSchema"], path: "Tests/StoreCrashHelper", swiftSettings: strict),
        .executableTarget(name: "store-bench", dependencies: ["NacreStore", "NacreSchema"], path: "Tests/StoreBench", swiftSettings: strict),
        tests(of: "NacreStore", ["NacreSchema", "store-crash-helper"]),
        tests(of: "NacreREPL", ["repl-probe", "TerminalSupport"]),
        // The program itself, as a user meets it.
        .testTarget(name: "NacreTests", dependencies: ["nacre", "TerminalSupport"], swiftSettings: strict),
        // A shell of a few words, so that the line editor is tested without the engine.
        .executableTarget(name: "repl-probe", dependencies: ["NacreREPL"], path: "Tests/Support/repl-probe", swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
