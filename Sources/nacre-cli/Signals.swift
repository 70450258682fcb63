import Glibc
import NacreRuntime

/// Ctrl-C sets the running session's flag; what runs polls it.
enum Signals {
    nonisolated(unsafe) private static var flag: InterruptFlag?
    static func install(_ session: Session) {
        flag = session.interrupt
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Signals.flag?.set() }
        sigemptyset(&action.sa_mask)
        sigaction(SIGINT, &action, nil)
    }
}
