enum Usage {
    static let version = "nacre 0.1.0"
    static let text = """

    Usage: nacre [[-File] <script.ps1> [arguments]]
                 [-Command { - | <text> }] [-EncodedCommand <base64>]
                 [-NoProfile] [-NonInteractive] [-NoExit] [-WorkingDirectory <folder>]
                 [-Store <file>] [-ComputerName <fqdn>]
           nacre check [--json] <path>...
           nacre doc <page.md>
           nacre replicate
           nacre [-Version | -Help]

    Runs PowerShell scripts and the Cs cmdlets of Lync Server on a store of its own.
    Without a script: the prompt at a terminal, else standard input as a script.

      -File, a script's name   runs it; the words after it are its arguments; - reads standard input as typed
      -Command, -c             runs the text; - reads commands from standard input
      -Store                   the central store's file (else NACRE_STORE, else the place that XDG_DATA_HOME gives)
      -ComputerName            the computer of the topology that the shell acts as (else NACRE_COMPUTER, else the first Front End)
      check                    what is wrong with scripts and pages, without running them
      doc                      runs the commands of a documentation page on a fresh sample deployment
      replicate                delivers changes to the replicas until it is stopped

    """
}
