#!/usr/bin/env bash
# The proofs that take too long for every build. The exit code is 0 only if all of them hold.
#
#   eng/nightly.sh                              100,000 seeds of the simulation, 20,000 random flows whose data is analyzed, 20,000 half-typed flows,
#                                               20 losses of power at each change to the disk, 300 processes killed at one
#   SEEDS=1000 KILL_POINTS=20 eng/nightly.sh    fewer, or more; KILL_POINTS counts runners, runners without workers, and workers, so many of each
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=${CONFIGURATION:-Release}

run() { # PROJECT ARGUMENT...: runs a part of a test project
  local project=$1
  shift
  dotnet build "tests/$project" --configuration "$configuration" --verbosity quiet
  dotnet exec "tests/$project/bin/$configuration/net10.0/$project.dll" -noColor -noLogo "$@"
}

FLOWSDK_SIMULATION_SEEDS=${SEEDS:-100000} run FlowSdk.Tests -namespace FlowSdk.Tests.Scheduling.Simulation
FLOWSDK_DATAFLOW_SEEDS=${SEEDS:-20000} run FlowSdk.Generators.Tests -namespace FlowSdk.Generators.Tests.DataFlow.Random
FLOWSDK_TYPING_SEEDS=${SEEDS:-20000} run FlowSdk.Generators.Tests -namespace FlowSdk.Generators.Tests.Robustness
FLOWSDK_TYPING_SESSIONS=${SESSIONS:-100} run FlowSdk.Generators.Tests -class FlowSdk.Generators.Tests.Caching.LongSessionTests
FLOWSDK_POWER_CUTS=20 run FlowSdk.Tests -namespace FlowSdk.Tests.PowerCut
FLOWSDK_KILL_POINTS=${KILL_POINTS:-100} run FlowSdk.Flows.Tests -namespace FlowSdk.Flows.Tests.KillPoints
