import NacreSchema
import Testing

/// The cmdlets as an administrator calls them.
@Suite struct CmdletTests {
    let shell: TestShell
    init() throws { shell = try TestShell() }

    static let exchangeOnline = """
        New-CsHostingProvider -Identity "Exchange Online" -Enabled $True -EnabledSharedAddressSpace $True -HostsOCSUsers $False -ProxyFqdn "exap.um.outlook.com" -IsLocal $False -VerificationLevel UseSourceVerification
        """

    @Test func theDocumentationPageRuns() {
        #expect(shell.run("Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True") == [])
        #expect(shell.run("(Get-CsAccessEdgeConfiguration).AllowFederatedUsers") == ["True"])
        #expect(shell.run(CmdletTests.exchangeOnline) == ["""
            Identity=Exchange Online; Name=Exchange Online; ProxyFqdn=exap.um.outlook.com; VerificationLevel=UseSourceVerification; Enabled=True; EnabledSharedAddressSpace=True; HostsOCSUsers=False; IsLocal=False; SipClientPort=443
            """])
        #expect(shell.run("Get-CsHostingProvider -LocalStore") == [])
        shell.clock.now = shell.clock.now + .seconds(60)
        #expect(shell.run("(Get-CsHostingProvider -LocalStore).Name") == ["Exchange Online"])
        #expect(shell.session.errors.count == 0)
    }

    @Test func theSecondTimeIsAnErrorWithAnIdOfItsOwn() throws {
        shell.run(CmdletTests.exchangeOnline)
        let revision = try shell.store.revision()
        let error = try #require(shell.failure(CmdletTests.exchangeOnline))
        #expect(error.id == "ItemAlreadyExists,Microsoft.Rtc.Management.WritableConfig.Settings.Edge.NewHostingProviderCmdlet")
        #expect(try #require(shell.failure("New-CsHostingProvider Other -Enabled 1 -ProxyFqdn exap.um.outlook.com")).id.hasPrefix("DuplicateKey,"))
        #expect(try #require(shell.failure("Set-CsHostingProvider -ProxyFqdn x")).id.hasPrefix("NamedParameterNotFound,"))
        #expect(try shell.store.revision() == revision)
        #expect(shell.run("'go on'") == ["go on"])
    }

    @Test func theRoutingSwitchesChooseTheFace() throws {
        #expect(shell.run("Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn atl-edge-001.litwareinc.com; (Get-CsAccessEdgeConfiguration).RoutingMethod") == ["UseDefaultRouting"])
        #expect(shell.failure("Set-CsAccessEdgeConfiguration -UseDnsSrvRouting")?.id.hasPrefix("PropertyRequired,") == true)
        #expect(shell.run("Set-CSAccessEdgeConfiguration -AllowOutsideUsers 1 -AllowFederatedUsers 1 -UseDnsSrvRouting -EnablePartnerDiscovery $True; $e = Get-CsAccessEdgeConfiguration; $e.RoutingMethod; $e.EnablePartnerDiscovery")
                == ["UseDnsSrvRouting", "True"])
    }

    @Test func objectsComeThroughThePipeline() {
        shell.run(CmdletTests.exchangeOnline)
        #expect(shell.run("Get-CsHostingProvider | Set-CsHostingProvider -Enabled $False; (Get-CsHostingProvider).Enabled") == ["False"])
        #expect(shell.run("Get-CsHostingProvider | Enable-CsHostingProvider; (Get-CsHostingProvider).Enabled") == ["True"])
        #expect(shell.run("Disable-CsHostingProvider 'exchange online'; (Get-CsHostingProvider).Enabled") == ["False"])
        #expect(shell.run("Get-CsHostingProvider | Remove-CsHostingProvider; Get-CsHostingProvider") == [])
        #expect(shell.session.errors.count == 0)
    }

    @Test func anObjectInMemoryIsCommittedBySet() {
        let script = """
            $x = New-CsPublicProvider -Identity Fabrikam -ProxyFqdn proxyserver.fabrikam.com -Enabled $True -InMemory
            $x.VerificationLevel = 'AlwaysUnverifiable'
            (Get-CsPublicProvider -Filter Fab*).Name
            Set-CsPublicProvider -Instance $x
            (Get-CsPublicProvider Fabrikam).VerificationLevel
            """
        #expect(shell.run(script).filter { !$0.isEmpty } == ["AlwaysUnverifiable"])
        #expect(shell.failure("Set-CsPublicProvider -Instance 'Fabrikam'")?.id.hasPrefix("InvalidInstance,") == true)
    }

    @Test func filtersAreWildcardsOnTheIdentity() {
        #expect(shell.run("foreach ($p in Get-CsExternalAccessPolicy -Filter 'TAG:*') { $p.Identity }").allSatisfy { $0.hasPrefix("Tag:") })
        #expect(shell.run("foreach ($p in Get-CsExternalAccessPolicy -Filter *redmond*) { $p.Identity }") == ["Tag:RedmondExternalAccessPolicy"])
        #expect(shell.failure("Get-CsExternalAccessPolicy nowhere")?.message == "Cannot find \"ExternalAccessPolicy\" \"Tag:nowhere\" because it does not exist.")
    }

    @Test func whatIfChangesNothing() throws {
        shell.run("Get-CsSite")
        let revision = try shell.store.revision()
        for script in ["Set-CsAccessEdgeConfiguration -AllowFederatedUsers 1 -WhatIf", "New-CsAllowedDomain x.com -WhatIf", "Remove-CsExternalAccessPolicy global -WhatIf", "Grant-CsExternalAccessPolicy 'Ken Myer' $null -WhatIf"] {
            #expect(shell.run(script) == [])
        }
        #expect(try shell.store.revision() == revision)
        #expect(shell.host.out.contains("What if: Performing the operation \"New-CsAllowedDomain\" on target \"x.com\"."))
    }

    @Test func removingTheGlobalOneWarns() {
        shell.run("Set-CsExternalAccessPolicy -EnableOutsideAccess $True; Remove-CsExternalAccessPolicy -Identity global")
        #expect(shell.run("(Get-CsExternalAccessPolicy global).EnableOutsideAccess") == ["False"])
        #expect((shell.host.out + shell.host.errors).contains("Global configuration for \"ExternalAccessPolicy\" cannot be removed."))
    }

    @Test func grantsGoToUsers() {
        #expect(shell.run("Grant-CsExternalAccessPolicy -Identity 'Ken Myer' -PolicyName USAExternalAccessPolicy; (Get-CsUser 'Ken Myer').ExternalAccessPolicy") == ["USAExternalAccessPolicy"])
        #expect(shell.run("Get-CsUser -Filter {ExternalAccessPolicy -eq $Null} | Grant-CsExternalAccessPolicy -PolicyName tag:UserEAPPolicy; foreach ($u in Get-CsUser -Filter {ExternalAccessPolicy -eq $Null}) { $u.DisplayName }") == [])
        #expect(shell.run("(Get-CsUser sip:kenmyer@litwareinc.com | Grant-CsExternalAccessPolicy -PolicyName $Null -PassThru).SipAddress; (Get-CsEffectivePolicy 'Ken Myer').ExternalAccessPolicy") == ["sip:kenmyer@litwareinc.com", "Global"])
        #expect(shell.failure("Grant-CsExternalAccessPolicy 'Ken Myer' global")?.message == "Policy \"global\" is not a user policy. You can assign only a user policy to a specific user.")
        #expect(shell.failure("Grant-CsExternalAccessPolicy kenmyer USAExternalAccessPolicy")?.message == "Management object not found for identity \"kenmyer\".")
    }

    @Test func listsTakeTables() {
        #expect(shell.run("Set-CsPstnUsage -Usage @{Add='Redmond','Dublin'}; Set-CsPstnUsage -Usage @{remove='Local'}; (Get-CsPstnUsage).Usage") == ["Internal", "Long Distance", "Redmond", "Dublin"])
        #expect(shell.run("Set-CsPstnUsage global -Usage @{Replace='A','B'}; (Get-CsPstnUsage).Usage; Set-CsPstnUsage -Usage $null; (Get-CsPstnUsage).Usage") == ["A", "B"])
        #expect(shell.run("$u = Get-CsPstnUsage; $u.Usage += 'C'; Set-CsPstnUsage -Instance $u; (Get-CsPstnUsage).Usage") == ["C"])
    }

    @Test func replicationIsSeen() {
        #expect(shell.run("Set-CsAccessEdgeConfiguration -AllowFederatedUsers 1; (Get-CsManagementStoreReplicationStatus atl-edge-001.litwareinc.com).UpToDate") == ["False"])
        #expect(shell.run("Invoke-CsManagementStoreReplication -ReplicaFqdn atl-edge-001.litwareinc.com; (Get-CsManagementStoreReplicationStatus -ReplicaFqdn ATL-EDGE-001.litwareinc.com).UpToDate") == ["True"])
        #expect(shell.run("(Get-CsManagementStoreReplicationStatus atl-cs-001.litwareinc.com).UpToDate") == ["False"])
        #expect(shell.run("Invoke-CsManagementStoreReplication; foreach ($r in Get-CsManagementStoreReplicationStatus) { if (-not $r.UpToDate) { $r.ReplicaFqdn } }") == [])
        #expect(shell.run("(Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus).ActiveMasterFqdn") == ["atl-cs-001.litwareinc.com"])
        #expect(shell.failure("Invoke-CsManagementStoreReplication nowhere.com")?.id.hasPrefix("ReplicaNotFound,") == true)
    }

    @Test func theTopologyIsRead() {
        #expect(shell.run("(Get-CsSite Redmond).Identity; (Get-CsSite site:dublin).DisplayName") == ["Site:Redmond", "Dublin"])
        #expect(shell.run("foreach ($p in Get-CsPool -Site Dublin) { $p.Fqdn }") == ["dublin-cs-001.litwareinc.com", "dublin-edge-001.litwareinc.com"])
        #expect(shell.run("(Get-CsComputer -Local).Fqdn; (Get-CsComputer -Pool pool0.litwareinc.com).Count") == ["atl-cs-001.litwareinc.com", "2"])
        #expect(shell.run("(Get-CsService -EdgeServer -PoolFqdn atl-edge-001.litwareinc.com).AccessEdgeExternalFqdn") == ["sip.litwareinc.com"])
        #expect(shell.run("(Get-CsTopology).Sites[0]; (Get-CsTopology -AsXml) -like '*<Machine Fqdn=\"atl-edge-001.litwareinc.com\" />*'") == ["Site:Redmond", "True"])
    }

    @Test func theShellActsAsOneComputer() throws {
        let edge = try TestShell(computer: "ATL-Edge-001.litwareinc.com")
        #expect(edge.run("(Get-CsComputer -Local).Fqdn") == ["atl-edge-001.litwareinc.com"])
        let nowhere = try TestShell(computer: "nowhere.com")
        #expect(nowhere.failure("Get-CsSite")?.id.hasPrefix("ComputerNotFound,") == true)
    }

    @Test func usersAreFound() {
        #expect(shell.run("foreach ($u in Get-CsUser -LdapFilter 'Department=Human Resources') { $u.DisplayName }") == ["Katie Jordan"])
        #expect(shell.run("foreach ($u in Get-CsUser -OU 'ou=Finance,ou=North America,dc=litwareinc,dc=com') { $u.DisplayName }") == ["Pilar Ackerman", "David Longmire"])
        #expect(shell.run("foreach ($u in 'Ken Myer','Pilar Ackerman' | Get-CsUser) { $u.SipAddress }").last == "sip:pilar@litwareinc.com")
        #expect(shell.run("(Get-CsUser -UnassignedUser).DisplayName; @(Get-CsUser -ResultSize 3).Count") == ["Toni Poe", "3"])
        #expect(shell.failure("Get-CsUser -Filter {Shoe -eq 1}")?.id.hasPrefix("InvalidFilter,") == true)
    }

    @Test func accountsBecomeUsersAndCeaseToBe() {
        #expect(shell.failure("Get-CsUser 'Carol Philips'")?.id.hasPrefix("ManagementObjectNotFound,") == true)
        #expect(shell.run("(Get-CsAdUser 'Carol Philips').SamAccountName") == ["cphilips"])
        #expect(shell.run("Enable-CsUser 'Carol Philips' -RegistrarPool atl-cs-001.litwareinc.com -SipAddressType SAMAccountName -SipDomain litwareinc.com; (Get-CsUser 'Carol Philips').SipAddress") == ["sip:cphilips@litwareinc.com"])
        #expect(shell.failure("Enable-CsUser 'Carol Philips' -RegistrarPool atl-cs-001.litwareinc.com -SipAddress sip:c@litwareinc.com")?.id.hasPrefix("AlreadyEnabled,") == true)
        #expect(shell.run("Disable-CsUser 'Ken Myer'; @(Get-CsUser -Filter {DisplayName -eq 'Ken Myer'}).Count") == ["0"])
    }

    @Test func whatIsNotDoneSaysSo() {
        #expect(shell.failure("Get-CsCertificate")?.message == "not supported by Nacre: Get-CsCertificate")
        #expect(shell.failure("Get-CsNoSuchThing")?.id == "CommandNotFoundException")
    }
}
