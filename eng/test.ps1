# Builds everything and runs every test. The last line says `N passed, N failed`; the exit code is 0 only if tests ran and none failed.
#
#   eng/test.ps1                        all test projects
#   eng/test.ps1 Storage Generators     only the test projects whose names contain one of the words
#   $env:CONFIGURATION = 'Release'; eng/test.ps1
param([Parameter(ValueFromRemainingArguments)] [string[]] $Words)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = '1'
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
# Build nodes that stay behind would keep the output of a continuous integration job open.
$env:MSBUILDDISABLENODEREUSE = '1'
$configuration = if ($env:CONFIGURATION) { $env:CONFIGURATION } else { 'Debug' }
$results = Join-Path 'artifacts' 'test-results'
$script:passed = 0
$script:failed = 0
$script:skipped = 0
$script:ran = 0

function Complete-Tests {
    $summary = "$($script:passed) passed, $($script:failed) failed"
    if ($script:skipped -gt 0) { $summary += ", $($script:skipped) skipped" }
    Write-Host ''
    Write-Host $summary
    exit $(if ($script:failed -eq 0 -and $script:ran -gt 0) { 0 } else { 1 })
}

function Invoke-TestProject([string] $Directory) {
    $name = Split-Path $Directory -Leaf
    $assembly = Join-Path $Directory "bin/$configuration/net10.0/$name.dll"
    $report = Join-Path $results "$name.xml"
    Write-Host ''
    Write-Host "== $name"
    & dotnet exec $assembly -noColor -noLogo -xml $report
    $code = $LASTEXITCODE
    $assemblies = try { @(([xml](Get-Content -Raw $report)).assemblies.assembly) } catch { $null }
    if ($null -eq $assemblies) {
        Write-Host "error: $name ended with exit code $code before it wrote its report."
        $script:failed++
        return
    }

    $bad = 0
    foreach ($summary in $assemblies) {
        $script:passed += [int]$summary.passed
        $script:skipped += [int]$summary.skipped
        $script:ran += [int]$summary.total
        $bad += [int]$summary.failed + [int]$summary.errors
    }

    # A runner that ends badly although its report is clean has crashed on the way out.
    if ($bad -eq 0 -and $code -ne 0) {
        Write-Host "error: $name ended with exit code $code."
        $bad = 1
    }

    $script:failed += $bad
}

if (Test-Path $results) { Remove-Item -Recurse -Force $results }
New-Item -ItemType Directory -Force $results | Out-Null
& dotnet build FlowSdk.sln --configuration $configuration --verbosity quiet
if ($LASTEXITCODE -ne 0) {
    Write-Host 'error: the build failed.'
    $script:failed++
    Complete-Tests
}

foreach ($project in Get-ChildItem -Directory tests -Filter '*.Tests') {
    if (-not $Words -or ($Words | Where-Object { $project.Name -like "*$_*" })) { Invoke-TestProject $project.FullName }
}

Complete-Tests
