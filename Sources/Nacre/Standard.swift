import NacreCommands
import NacreFormat
import NacreRuntime
import NacreSystem
import NacreTypes

/// Everything a session starts with, in one list.
enum Standard {
    static func register(in session: Session) {
        StandardTypes.register(in: session)
        SystemCommands.register(in: session)
        Formatting.register(in: session)
        StandardCommands.register(in: session)
        StandardCommands.registerUnsupported(in: session)
        StandardVariables.register(in: session)
    }
}
