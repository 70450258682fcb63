import NacreFormat
import NacreRuntime

/// Everything a session starts with, in one list.
enum Standard {
    static func register(in session: Session) {
        Formatting.register(in: session)
        StandardVariables.register(in: session)
    }
}
