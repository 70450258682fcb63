/// One answer of a question with fixed answers. `&` in the label stands before its key: `Yes to &All`.
public struct Choice {
    public var label: String
    public var help: String
    public init(_ label: String, help: String = "") {
        self.label = label
        self.help = help
    }

    /// The label without the mark.
    public var text: String { label.replacingFirst("&", with: "") }

    /// The key in upper case; empty where the label has none.
    public var key: String {
        guard let mark = label.firstIndex(of: "&") else { return "" }
        let next = label.index(after: mark)
        return next < label.endIndex ? label[next].uppercased() : ""
    }

    /// The answers of `-Confirm` (`ShouldProcess`), in PowerShell's order.
    public static var confirm: [Choice] {
        [Choice("&Yes", help: "Continue with only the next step of the operation."),
         Choice("Yes to &All", help: "Continue with all the steps of the operation."),
         Choice("&No", help: "Skip this operation and proceed with the next operation."),
         Choice("No to A&ll", help: "Skip this operation and all subsequent operations."),
         Choice("&Suspend", help: "Pause the current pipeline and return to the command prompt. Type \"exit\" to resume the pipeline.")]
    }
}

extension String {
    func replacingFirst(_ character: Character, with new: String) -> String {
        guard let index = firstIndex(of: character) else { return self }
        return String(self[..<index]) + new + String(self[self.index(after: index)...])
    }
}

extension Prompter {
    /// Asks until one of `choices` is given, as PowerShell's console host does: by key or by whole label, in any
    /// case; `?` explains them; nothing is `defaultChoice`, if that is one (-1: none).
    ///
    /// Returns the index; nil when interrupted or at the end of input.
    public func choose(caption: String, message: String, choices: [Choice], defaultChoice: Int) -> Int? {
        var text = caption.isEmpty ? "" : "\n" + caption + "\n"
        if !message.isEmpty { text += message + "\n" }
        write(text)
        while true {
            let question = self.question(choices, defaultChoice: defaultChoice)
            write(question.above)
            guard case .line(let line) = readLine(prompt: question.prompt) else { return nil }
            let answer = line.trimmed.uppercased()
            if answer.isEmpty {
                if choices.indices.contains(defaultChoice) { return defaultChoice }
            } else if let index = choices.firstIndex(where: { $0.key == answer || $0.text.uppercased() == answer }) {
                return index
            } else if answer == "?" {
                write(choices.map { ($0.key.isEmpty ? $0.text : $0.key) + " - " + $0.help + "\n" }.joined())
            }
        }
    }

    /// `[Y] Yes  [N] No  [?] Help (default is "Y"): `, in rows of whole answers; the last is the prompt.
    func question(_ choices: [Choice], defaultChoice: Int) -> (above: String, prompt: String) {
        var words = choices.map { ($0.key.isEmpty ? "" : "[\($0.key)] ") + $0.text + "  " }
        var end = "[?] Help"
        if choices.indices.contains(defaultChoice) {
            let choice = choices[defaultChoice]
            end += " (default is \"\(choice.key.isEmpty ? choice.text : choice.key)\")"
        }
        words.append(end + ": ")
        let width = Terminal.size(of: Terminal.outputDescriptor ?? 1).columns
        var rows = [""]
        var column = 0
        for word in words {
            let length = [Cell].of(word).columns
            if column > 0 && column + length > width {
                rows.append("")
                column = 0
            }
            rows[rows.count - 1] += word
            column += length
        }
        return (rows.dropLast().map { $0 + "\n" }.joined(), rows.last ?? "")
    }
}

extension String {
    var trimmed: String {
        let blank: (Character) -> Bool = { $0.isWhitespace }
        var part = self[...]
        while let first = part.first, blank(first) { part.removeFirst() }
        while let last = part.last, blank(last) { part.removeLast() }
        return String(part)
    }
}
