import NacreRuntime

/// Everything a session starts with, in one list.
enum Standard {
    static func register(in session: Session) {
        StandardVariables.register(in: session)
    }
}
