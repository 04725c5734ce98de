# Mødested: sætter den natlige udgivelse op i Opgavestyring. IKKE AFPRØVET. Kør én gang som administrator:
#   powershell -ExecutionPolicy Bypass -File opgave.ps1 -Kommando D:\moedesteder\nat.cmd -Konto KOMMUNE\svc_kort$
# Kontoen er helst en tjenestekonto (gMSA, navnet ender på $): så er der ingen adgangskode. Den skal kunne læse lageret, skrive i
# udgivelsens mappe og have pluginet slået til i sin egen QGIS-profil.
param(
  [Parameter(Mandatory = $true)][string]$Kommando,
  [Parameter(Mandatory = $true)][string]$Konto,
  [string]$Klokken = '02:15'
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not (Test-Path -LiteralPath $Kommando)) { throw "$Kommando findes ikke." }

$handling = New-ScheduledTaskAction -Execute 'cmd.exe' -Argument "/c `"$Kommando`""
$tid = New-ScheduledTaskTrigger -Daily -At $Klokken
$regler = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 4)
$som = New-ScheduledTaskPrincipal -UserId $Konto -LogonType Password
Register-ScheduledTask -TaskName 'Moedested natlig udgivelse' -Action $handling -Trigger $tid -Settings $regler -Principal $som
# Fjernes igen med: Unregister-ScheduledTask -TaskName 'Moedested natlig udgivelse'
