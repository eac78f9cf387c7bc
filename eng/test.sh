#!/usr/bin/env bash
# Builds everything and runs every test. The last line says `N passed, N failed`; the exit code is 0 only if tests ran and none failed.
#
#   eng/test.sh                      all test projects
#   eng/test.sh Storage Generators   only the test projects whose names contain one of the words
#   CONFIGURATION=Release eng/test.sh
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
# Build nodes that stay behind would keep the output of a continuous integration job open.
export MSBUILDDISABLENODEREUSE=1
configuration=${CONFIGURATION:-Debug}
results=artifacts/test-results
passed=0 failed=0 skipped=0 ran=0

finish() {
  local summary="$passed passed, $failed failed"
  ((skipped == 0)) || summary+=", $skipped skipped"
  echo
  echo "$summary"
  ((failed == 0 && ran > 0)) && exit 0
  exit 1
}

stop() {
  echo "error: $1" >&2
  ((failed += 1))
  finish
}

# Some tests have another language read what was written here. Without it they fail, so it is installed where that can be done.
install_python_msgpack() {
  local python=/usr/bin/python3
  [[ -x $python ]] || python=python3
  "$python" -c 'import msgpack' 2>/dev/null && return
  if ! command -v apt-get >/dev/null; then
    echo "python3-msgpack is missing, and this system has no apt-get: install it with 'python3 -m pip install msgpack'." >&2
    return
  fi
  local root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "python3-msgpack is missing: install it as root with 'apt-get install python3-msgpack'." >&2; return; }
    root=(sudo -n)
  fi
  echo "Installing python3-msgpack"
  { "${root[@]}" apt-get update -qq && "${root[@]}" apt-get install -y -qq --no-install-recommends python3 python3-msgpack; } </dev/null >/dev/null ||
    echo "python3-msgpack could not be installed; the tests that need it will say so." >&2
}

attribute() { # FILE NAME: adds up an attribute of the <assembly> elements of a report
  grep -o '<assembly [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}

wanted() { # PROJECT WORD...: whether the project was asked for
  local project=$1 word
  shift
  (($# == 0)) && return 0
  for word in "$@"; do [[ $project == *"$word"* ]] && return 0; done
  return 1
}

run_project() { # PROJECT-DIRECTORY
  local name assembly report code=0
  name=$(basename "$1")
  assembly=$1/bin/$configuration/net10.0/$name.dll
  report=$results/$name.xml
  echo
  echo "== $name"
  local limit=()
  command -v timeout >/dev/null && limit=(timeout --kill-after=10 900)
  ${limit[@]+"${limit[@]}"} dotnet exec "$assembly" -noColor -noLogo -xml "$report" </dev/null || code=$?
  if [[ ! -s $report ]] || ! grep -q '</assemblies>' "$report"; then
    echo "error: $name ended with exit code $code before it wrote its report." >&2
    ((failed += 1))
    return
  fi
  local bad
  bad=$(($(attribute "$report" failed) + $(attribute "$report" errors)))
  # A runner that ends badly although its report is clean has crashed on the way out.
  ((bad == 0 && code != 0)) && { echo "error: $name ended with exit code $code." >&2; bad=1; }
  ((passed += $(attribute "$report" passed), failed += bad, skipped += $(attribute "$report" skipped), ran += $(attribute "$report" total)))
}

command -v dotnet >/dev/null || stop "the .NET SDK named in global.json is not installed: https://dot.net/download"
install_python_msgpack
rm -rf "$results"
mkdir -p "$results"
# The programs that tests start find the runtime where this script found it.
export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}

dotnet build FlowSdk.sln --configuration "$configuration" --verbosity quiet </dev/null || stop "the build failed."
for project in tests/*.Tests/; do
  wanted "$(basename "$project")" "$@" && run_project "${project%/}"
done
finish
