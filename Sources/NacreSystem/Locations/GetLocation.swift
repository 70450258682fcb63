import NacreRuntime

/// `Get-Location`
final class GetLocationCommand: Cmdlet {
    override func process() throws {
        let drives = Drives.of(m)
        if parameterSet == "Stack" {
            for name in strings("StackName") ?? [drives.defaultStack] {
                guard let s = drives.stacks[name.lowercased()] else {
                    if name.isEmpty { try write(.object(PathStack("default", []))); continue }
                    try writeError(Drives.noStack(name).record)
                    continue
                }
                try write(.object(PathStack(name.isEmpty ? "default" : name, s)))
            }
            return
        }
        guard has("PSDrive") || has("PSProvider") else { return try write(.object(PathInfo(drives.location))) }
        for name in strings("PSProvider") ?? [] where drives.provider(name) == nil { try writeError(drives.noProvider(name).record) }
        for name in strings("PSDrive") ?? [] where drives.drive(name) == nil { try writeError(Drives.noDrive(name).record) }
        for d in drives.all {
            if let p = strings("PSProvider"), !p.contains(where: { drives.provider($0) === d.provider }) { continue }
            if let n = strings("PSDrive"), !n.contains(where: { drives.drive($0) === d }) { continue }
            let here = d === drives.current ? drives.location : ItemPath(provider: d.provider, drive: d, path: d.location)
            try write(.object(PathInfo(here)))
        }
    }
}
