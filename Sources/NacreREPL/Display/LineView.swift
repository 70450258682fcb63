/// The picture of one input: prompt, text with its continued lines, and what stands below.
struct LineView {
    var prompt: PromptText
    var continuation: PromptText
    var startColumn = 0
    /// Shown for each character in its place: `*`; nil shows the text.
    var mask: Unicode.Scalar?

    /// `styles` holds SGR parameters for each scalar of `text`, or is empty.
    func frame(text: [Unicode.Scalar], cursor: Int, styles: [String] = [], below: [[Cell]] = [], suffix: String = "",
               columns: Int) -> Frame {
        var builder = FrameBuilder(columns: columns, startColumn: startColumn)
        builder.put(prompt)
        for (index, scalar) in text.enumerated() {
            if index == cursor { builder.markCursor() }
            let style = index < styles.count ? styles[index] : ""
            if let mask {
                builder.put(mask, style: "")
            } else if scalar == "\n" {
                builder.newRow()
                builder.put(continuation)
            } else {
                builder.put(scalar, style: style)
            }
        }
        if !suffix.isEmpty { builder.put(.of(suffix)) }
        if cursor >= text.count { builder.markCursor() }
        builder.putBelow(below)
        return builder.frame
    }
}
