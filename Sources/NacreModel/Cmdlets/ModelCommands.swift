import NacreRuntime
import NacreSchema

/// Puts a model's cmdlets into a session: each is made when it is first named.
public enum ModelCommands {
    public static func register(_ context: ModelContext, in session: Session) {
        session.register(context)
        let prefix = "-" + foldedCase(context.model.nounPrefix)
        session.commands.finders.append { name in
            // Most names that are looked for are no cmdlets of the model: the prefix says so at once.
            guard let dash = name.firstIndex(of: "-"), foldedCase(String(name[dash...].prefix(prefix.count))) == prefix,
                  let cmdlet = context.cmdlets.cmdlet(name) else { return nil }
            return CmdletInfo(cmdlet.name, className: cmdlet.className, module: context.model.name,
                              metadata: { CmdletMetadata(context: context).metadata(cmdlet) },
                              make: {
                let run = cmdlet.make?() ?? UnsupportedCmdlet()
                run.context = context
                run.cmdlet = cmdlet
                return run
            })
        }
        session.commands.listers.append { context.cmdlets.cmdletNames }
    }
}
