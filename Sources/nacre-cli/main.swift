import Glibc
import Nacre

// The shell runs on a thread of its own with a deep stack: scripts recurse.
signal(SIGPIPE, SIG_IGN)
let code = onDeepStack { Program(Array(CommandLine.arguments.dropFirst())).run() }
exit(code)
