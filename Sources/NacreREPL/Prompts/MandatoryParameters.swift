/// A value to ask for.
public struct PromptField {
    public var name: String
    /// Takes several values: asks for `Name[0]`, `Name[1]` … until an empty line.
    public var isList: Bool
    /// Shows `*` for what is typed.
    public var isSecret: Bool
    /// Shown when `!?` is typed.
    public var help: String
    public init(name: String, isList: Bool = false, isSecret: Bool = false, help: String = "") {
        self.name = name
        self.isList = isList
        self.isSecret = isSecret
        self.help = help
    }
}

extension Prompter {
    /// Asks for missing mandatory parameters, as PowerShell's console host does.
    ///
    /// - Parameter command: the cmdlet's name; `position` counts the commands of the pipeline from 1.
    /// - Returns: for each field its lines (one, or as many as a list has); nil when interrupted or at the end of input.
    public func askForParameters(of command: String, position: Int, fields: [PromptField]) -> [[String]]? {
        ask(caption: "cmdlet \(command) at command pipeline position \(position)",
            message: "Supply values for the following parameters:", fields: fields)
    }

    /// The same under any caption and message (`$Host.UI.Prompt`).
    public func ask(caption: String, message: String, fields: [PromptField]) -> [[String]]? {
        var text = caption.isEmpty ? "" : "\n" + caption + "\n"
        if !message.isEmpty { text += message + "\n" }
        if fields.contains(where: { !$0.help.isEmpty }) { text += "(Type !? for Help.)\n" }
        write(text)
        var answers: [[String]] = []
        for field in fields {
            guard let values = values(of: field) else { return nil }
            answers.append(values)
        }
        return answers
    }

    private func values(of field: PromptField) -> [String]? {
        var values: [String] = []
        while true {
            let prompt = (field.isList ? "\(field.name)[\(values.count)]" : field.name) + ": "
            let answer = field.isSecret ? readMasked(prompt: prompt) : readLine(prompt: prompt)
            guard case .line(let line) = answer else { return nil }
            if line == "!?" {
                write((field.help.isEmpty ? "No help is available for \(field.name)." : field.help) + "\n")
                continue
            }
            if field.isList && line.isEmpty { return values }
            values.append(line)
            if !field.isList { return values }
        }
    }
}
