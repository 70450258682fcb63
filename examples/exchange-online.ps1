# Integrates an on-premises Lync Server 2013 deployment with Exchange Online: the commands of the product's documentation page.

# A shared SIP address space: federation is allowed at the Edge.
Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True

# Exchange Online as a hosting provider (Office 365 operated by 21Vianet: -ProxyFqdn "exap.um.partner.outlook.cn").
New-CsHostingProvider -Identity "Exchange Online" -Enabled $True -EnabledSharedAddressSpace $True -HostsOCSUsers $False -ProxyFqdn "exap.um.outlook.com" -IsLocal $False -VerificationLevel UseSourceVerification

# Has the change reached the replicas?
Get-CsManagementStoreReplicationStatus

# What the Edge server has: on that server, or here with `nacre -ComputerName atl-edge-001.litwareinc.com`.
Get-CsHostingProvider -LocalStore
