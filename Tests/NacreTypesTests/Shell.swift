import NacreTypes
import ShellSupport

/// A session with the standard types.
func Shell() -> TestSession { TestSession(StandardTypes.register) }
