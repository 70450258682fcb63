/// What the line was before each change. Typing a word is one change.
struct UndoLog {
    struct State: Equatable {
        var text: [Unicode.Scalar] = []
        var cursor = 0
    }
    private var states: [State] = []
    private var last = State()
    private var typing = false
    private static let limit = 500

    mutating func begin(_ state: State) {
        states = []
        last = state
        typing = false
    }

    /// Takes note of the line as it is now, before the next key.
    mutating func observe(_ state: State) {
        guard state.text != last.text else {
            if state.cursor != last.cursor { typing = false }
            last = state
            return
        }
        let typed = state.text.count == last.text.count + 1 && state.cursor == last.cursor + 1
        let wordGoesOn = typed && typing && state.text[last.cursor] != " "
        if !wordGoesOn {
            states.append(last)
            if states.count > Self.limit { states.removeFirst() }
        }
        typing = typed
        last = state
    }

    /// The line to go back to.
    mutating func undo(from state: State) -> State? {
        observe(state)
        guard let earlier = states.popLast() else { return nil }
        last = earlier
        typing = false
        return earlier
    }
}
