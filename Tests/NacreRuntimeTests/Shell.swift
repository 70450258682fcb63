import ShellSupport

/// The engine alone.
typealias Shell = TestSession
