import NacreSyntax

/// What the read-eval-print loop asks of the shell that it drives.
///
/// All members are called on the thread that called ``Repl/run()``, except ``interrupt()``.
public protocol ReplHost: AnyObject {
    /// Whether `text` is the beginning of something: more input would help (the parser's notion).
    func isIncomplete(_ text: String) -> Bool
    /// What could stand at `cursor`, an offset in UTF-16 units as PowerShell's `TabExpansion2` counts.
    func complete(_ text: String, cursor: Int) -> Completion
    /// Evaluates one input and prints what it gives; returns when it is done or was interrupted.
    /// All output has left the process when it returns.
    func run(_ text: String)
    /// The text before a new input; may hold line breaks and SGR escape sequences.
    func prompt() -> String
    /// The text before every continued line.
    func continuationPrompt() -> String
    /// Colours for `text`; asked only where colours are wanted.
    func highlight(_ text: String) -> [HighlightRun]
    /// Set once `exit` has run: the code to leave with.
    var exitRequested: Int32? { get }
    /// Called from the signal handler while `run`, `prompt` or `complete` is active: only sets an atomic flag.
    func interrupt()
    /// Called when the loop ends, also after SIGTERM and SIGHUP, before the process exits.
    func close()
    /// Called at the prompt each ``idleInterval`` while nothing is typed; must be quick and print nothing.
    func idle()
    /// Seconds between calls of ``idle()``; nil for never.
    var idleInterval: Double? { get }
}

extension ReplHost {
    /// The parser says it, as for PowerShell's own prompt: one error that more input could heal is enough.
    public func isIncomplete(_ text: String) -> Bool { Parser.parse(text).isIncomplete }
    public func continuationPrompt() -> String { ">> " }
    public func highlight(_ text: String) -> [HighlightRun] { [] }
    public func close() {}
    public func idle() {}
    public var idleInterval: Double? { nil }
}

/// What to put in place of a piece of the input. Offsets and lengths are UTF-16 units.
public struct Completion {
    public struct Candidate {
        /// What goes into the line, quoted as it must be.
        public var text: String
        /// What the list shows.
        public var listText: String
        /// One line about it, or nothing.
        public var toolTip: String
        public init(text: String, listText: String? = nil, toolTip: String = "") {
            self.text = text
            self.listText = listText ?? text
            self.toolTip = toolTip
        }
    }
    public var start: Int
    public var length: Int
    public var candidates: [Candidate]
    public init(start: Int, length: Int, candidates: [Candidate]) {
        self.start = start
        self.length = length
        self.candidates = candidates
    }
}

/// A stretch of the input (UTF-16 units) and the SGR parameters to show it with, as `"1;32"`.
public struct HighlightRun {
    public var start: Int
    public var length: Int
    public var sgr: String
    public init(start: Int, length: Int, sgr: String) {
        self.start = start
        self.length = length
        self.sgr = sgr
    }
}
