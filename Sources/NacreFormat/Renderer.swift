import NacreRuntime

/// Turns a stream of objects into lines: what Out-Default, Out-String and Out-File share.
///
/// A table whose widths its contents decide is kept until it ends, as PowerShell keeps it; everything else goes out at once.
final class Renderer {
    let m: Machine
    let width: Int
    private let out: (String) -> Void
    private let display: DisplayText
    private let isMarked: Bool

    private var layout: Layout?
    private var isView = false
    private var shownTypes: [String] = []
    private var explicit = false
    private var groupKey: String?
    private var groupBy: (label: String, value: (Value) -> String)?
    /// Rows of an autosized table, and texts that came between them.
    private var held: [Held] = []
    private enum Held { case row([(text: String, isNumber: Bool)]), line(String) }
    private var widths: [Int] = [], sides: [Alignment] = []
    private var listCount = 0
    private var wideCells: [String] = []
    /// Something with a shape of its own has been shown: later objects without a view are lists.
    private var hadView = false

    /// - Parameter marked: warnings and their like keep the word before them, as on the host.
    init(_ m: Machine, width: Int, marked: Bool = false, out: @escaping (String) -> Void) {
        isMarked = marked
        self.m = m
        self.width = width
        self.out = out
        display = DisplayText(m)
    }

    func put(_ v: Value) {
        if let f = v.unwrapped.obj as? FormatObject { return format(f) }
        if v.isNull { return }
        // A table is shown as its pairs.
        if let t = v.unwrapped.obj as? Table { return pairs(t) }
        // A collection is shown as its elements; collections among those are objects like others.
        if !isInside, v.str == nil, let o = v.unwrapped.obj, o.isEnumerable, o.kind != .wrapped {
            isInside = true
            defer { isInside = false }
            _ = try? o.enumerate { put($0) }
            return
        }
        if let r = v.unwrapped.obj as? ErrorRecord { return line(r.errorId == "NativeCommandError" ? r.message : ErrorView(m).text(of: r).trimmingNewline()) }
        if let r = v.unwrapped.obj as? MessageRecord { return line(isMarked ? r.stream.line(r.message, color: false).trimmingNewline() : r.message) }
        if let r = v.unwrapped.obj as? InformationRecord { return line(r.text(.current) ?? "") }
        if DefaultLayout.isScalar(v), v.obj?.extended?.typeNames == nil { return line(display.line(v).string) }
        // Nothing but properties added to a text: still the text.
        if v.unwrapped.obj?.kind == .string { return line(display.line(v).string) }
        // An object of nothing is an empty line.
        if let c = v.unwrapped.obj as? Custom, c.values.isEmpty, m.properties(of: v).isEmpty { return line("") }
        let chooser = DefaultLayout(m: m)
        let names = m.typeNames(of: v)
        if layout == nil || explicit {
            end()
            begin(chooser.choose(v), names, v)
        } else if names != shownTypes {
            let c = chooser.choose(v, asList: hadView)
            // What has no view of its own stands as a list between the rows of one that has.
            if isView, !c.isView {
                let columns = chooser.properties(v)
                if !columns.isEmpty { line("\n" + lines(columns, v)) }
                return
            }
            // Without a view, every object of a list has its own properties.
            if !c.isView, case .list? = self.layout { return list(chooser.properties(v), v) }
            // What has no view of the shape that is open goes into its columns.
            if isView || (c.isView && !isTableBeside(c.layout) && v.type.name != "DictionaryEntry") {
                end()
                begin(c.isView ? c : chooser.choose(v, asList: true), names, v)
            }
        }
        entry(v)
    }
    private var isInside = false
    private func pairs(_ t: Table) {
        guard let entry = m.session.types.find("System.Collections.DictionaryEntry") else { return }
        let type = t.type.arguments.count == 2 ? m.session.types.generic("System.Collections.Generic.KeyValuePair", t.type.arguments) ?? entry : entry
        t.forEachPair { k, v in
            if let p = try? m.pass([k, v], { try m.construct(type, $0) }) { put(p) }
            return true
        }
    }
    private func isTableBeside(_ other: Layout) -> Bool {
        if case .table? = layout, case .list = other { true } else { false }
    }
    private func begin(_ c: DefaultLayout.Choice, _ names: [String], _ v: Value) {
        isView = c.isView
        if c.isView { hadView = true }
        shownTypes = names
        explicit = false
        if let g = c.groupBy {
            let n = Name(g)
            // A file's folder stands without its provider, and further in.
            let isFolder = g == "PSParentPath"
            groupBy = (isFolder ? " Directory" : g, { [m] x in
                let s = (try? m.member(x, n)).map { m.str($0).string } ?? ""
                guard isFolder, let cut = s.firstRange(of: "::") else { return s }
                return String(s[cut.upperBound...])
            })
        }
        start(c.layout)
    }

    // What Format- commands put out.
    private func format(_ f: FormatObject) {
        switch f.part {
        case .start(let l, let g):
            end()
            explicit = true
            groupBy = g
            start(l)
        case .entry(let v):
            if layout == nil { return }
            if DefaultLayout.isScalar(v) { line(display.line(v).string) } else { entry(v) }
        case .end: end()
        case .groupStart, .groupEnd: break
        }
    }

    private func start(_ l: Layout) {
        layout = l
        isFirstGroup = true
        groupKey = nil
        held = []
        listCount = 0
        wideCells = []
        started = false
    }
    private var started = false

    private func entry(_ v: Value) {
        guard let layout else { return }
        if let groupBy {
            let key = groupBy.value(v)
            if key != groupKey {
                if groupKey != nil { endGroup() }
                groupKey = key
                groupHeader = "   \(groupBy.label): \(key)"
            }
        }
        switch layout {
        case .table(let columns, let autosize, let hide, let wrap): row(columns, v, autosize, hide, wrap)
        case .list(let columns): list(columns, v)
        case .wide(let c, _, _): wideCells.append(c.text(display, v, inTable: true))
        case .custom(let depth):
            if !started { out("\n"); started = true }
            out(CustomText(display).text(of: v, depth: depth))
            out("\n")
        case .lines(let make):
            if !started { opening(); started = true }
            out(make(m, v) + "\n")
        case .text(let make):
            out("\n" + make(m, v) + "\n")
            started = true
        }
    }
    private var groupHeader: String?

    /// A text that stands between entries.
    private func line(_ s: String) {
        if case .table(_, true, _, _)? = layout { held.append(.line(s)) } else { out(s + "\n") }
    }

    private func opening() {
        if let h = groupHeader {
            // The group before has left a blank line.
            out((isFirstGroup ? "\n" : "") + h + "\n")
            groupHeader = nil
            isFirstGroup = false
        }
        out("\n")
    }
    private var isFirstGroup = true

    // Tables

    private func row(_ columns: [Column], _ v: Value, _ autosize: Bool, _ hide: Bool, _ wrap: Bool) {
        let cells = columns.map { c -> (text: String, isNumber: Bool) in
            let x = (try? c.value(m, v)) ?? .null
            return (c.text(display, of: x, inTable: true), DisplayText.standsRight(x) && c.format == nil)
        }
        if autosize {
            // The blank line before comes at once, the rows when their widths are known.
            if held.isEmpty, !isOpened { opening(); isOpened = true }
            held.append(.row(cells))
            return
        }
        if !started {
            started = true
            sides = columns.enumerated().map { $1.alignment ?? (cells[$0].isNumber ? .right : .left) }
            widths = fixedWidths(columns)
            header(columns, hide)
        }
        writeRow(cells.map(\.text), wrap)
    }
    /// Fixed widths as declared; columns without one share what is left.
    private func fixedWidths(_ columns: [Column]) -> [Int] {
        let open = columns.filter { $0.width == nil }.count
        let used = columns.compactMap(\.width).reduce(0, +) + columns.count - 1
        let share = open > 0 ? max(1, (width - used) / open) : 0
        return limit(columns.map { $0.width ?? share })
    }
    /// Columns that do not fit are cut or left out.
    private func limit(_ wanted: [Int]) -> [Int] {
        var left = width, out: [Int] = []
        for (i, w) in wanted.enumerated() {
            let gap = i == 0 ? 0 : 1
            if left - gap <= 0 { break }
            let n = min(w, left - gap)
            out.append(n)
            left -= n + gap
        }
        return out
    }
    private var isOpened = false
    private func header(_ columns: [Column], _ hide: Bool) {
        if !isOpened { opening() }
        isOpened = false
        guard !hide else { return }
        // A label wider than its column goes on below.
        writeRow(columns.map(\.label), true)
        writeRow(columns.enumerated().map { i, c in
            guard i < widths.count else { return "" }
            let n = min(Cells.width(c.label), widths[i])
            // Where columns were left out, the last one's line is filled up.
            return String(repeating: "-", count: n) + (i == widths.count - 1 && widths.count < columns.count ? String(repeating: " ", count: widths[i] - n) : "")
        }, false)
    }
    private func writeRow(_ cells: [String], _ wrap: Bool) {
        if wrap {
            let lines = zip(cells, widths).map { Cells.wrap($0, $1) }
            for i in 0..<(lines.map(\.count).max() ?? 0) { writeLine(lines.map { i < $0.count ? $0[i] : "" }) }
            return
        }
        writeLine(cells.map { c in
            let flat = c.replacingCRLF()
            guard let n = flat.firstIndex(of: "\n") else { return flat }
            return flat[..<n] + "…"
        })
    }
    private func writeLine(_ cells: [String]) {
        var s = ""
        for (i, w) in widths.enumerated() {
            if i > 0 { s += " " }
            let text = Cells.fit(cells[i], w, sides[i])
            // The last column is not filled up.
            s += i == widths.count - 1 && sides[i] != .right ? (sides[i] == .left ? text : Cells.pad(text, w, sides[i]).trimmingEnd()) : Cells.pad(text, w, sides[i])
        }
        out(s + "\n")
    }
    private func flushTable(_ columns: [Column], _ hide: Bool, _ wrap: Bool) {
        guard held.contains(where: { if case .row = $0 { true } else { false } }) else {
            for h in held { if case .line(let s) = h { out(s + "\n") } }
            held = []
            return
        }
        var wanted = columns.map { Cells.width($0.label) }
        var first: [(text: String, isNumber: Bool)]?
        for case .row(let cells) in held {
            if first == nil { first = cells }
            for (i, c) in cells.enumerated() {
                var longest = 0
                let lines = c.text.replacingCRLF().split(separator: "\n", omittingEmptySubsequences: false)
                for (k, l) in lines.enumerated() where wrap || k == 0 { longest = max(longest, Cells.width(String(l)) + (lines.count > 1 && !wrap ? 1 : 0)) }
                // A text of several lines is as wide as all of them.
                if lines.count > 1, !wrap { longest = lines.reduce(0) { $0 + Cells.width(String($1)) } + lines.count - 1 }
                wanted[i] = max(wanted[i], longest)
            }
        }
        sides = columns.enumerated().map { $1.alignment ?? (first?[$0].isNumber == true ? .right : .left) }
        widths = limit(columns.enumerated().map { $1.width ?? max(wanted[$0], 1) })
        header(columns, hide)
        for h in held {
            switch h {
            case .row(let cells): writeRow(cells.map(\.text), wrap)
            case .line(let s): out(s + "\n")
            }
        }
        held = []
        started = true
    }

    // Lists

    private func list(_ columns: [Column], _ v: Value) {
        if columns.isEmpty { return }
        if !started { opening() }
        // Every entry leaves a blank line behind.
        out(lines(columns, v) + "\n")
        listCount += 1
        started = true
    }
    private func lines(_ columns: [Column], _ v: Value) -> String {
        let label = columns.map { Cells.width($0.label) }.max() ?? 0
        let room = max(width - label - 3, 1)
        var text = ""
        for c in columns {
            let lines = Cells.wrap(c.text(display, v, inTable: false), room, keepsBlanks: true)
            text += Cells.pad(c.label, label, .left) + " : " + (lines.first ?? "") + "\n"
            for l in lines.dropFirst() { text += String(repeating: " ", count: label + 3) + l + "\n" }
        }
        return text
    }

    private func flushWide(_ columns: Int?, _ autosize: Bool) {
        guard !wideCells.isEmpty else { return }
        var count = columns ?? 2
        var cell = (width + 1 - (count - 1)) / count
        if autosize, let longest = wideCells.map({ Cells.width($0) }).max() {
            count = max(1, (width + 1) / (longest + 1))
            cell = longest
        }
        opening()
        var i = 0
        while i < wideCells.count {
            var s = ""
            for k in 0..<count {
                if k > 0 { s += " " }
                let text = i + k < wideCells.count ? wideCells[i + k] : ""
                // The last column is not filled up.
                s += k == count - 1 ? Cells.fit(text, cell, .left) : Cells.pad(Cells.fit(text, cell, .left), cell, .left)
            }
            out(s + "\n")
            i += count
        }
        wideCells = []
        started = true
    }

    private func endGroup() {
        guard let layout else { return }
        switch layout {
        case .table(let columns, let autosize, let hide, let wrap): if autosize { flushTable(columns, hide, wrap) }
        case .wide(_, let n, let autosize): flushWide(n, autosize)
        case .list, .custom, .text, .lines: break
        }
        if case .list = layout { started = false; return }
        if started { out("\n") }
        started = false
    }

    /// Ends what is open. A run of output ends with this.
    func end() {
        guard layout != nil else { return }
        endGroup()
        layout = nil
        groupBy = nil
        groupKey = nil
        groupHeader = nil
        shownTypes = []
    }
}

extension String {
    func trimmingNewline() -> String {
        var s = self
        while s.last == "\n" { s.removeLast() }
        return s
    }
}
