#!/usr/bin/env bash
# Changes NemoBot.Core in small ways, one at a time, and counts how many of the changes the tests notice.
# Usage: tests/mutation.sh [FOLDER [TESTS]]
#   FOLDER  a folder of src/NemoBot.Core; default: all of it, which takes many hours
#   TESTS   a filter as of "dotnet test --filter"; default: the tests of Core, without those of processes and platforms
# Example: tests/mutation.sh Status 'FullyQualifiedName~NemoBot.Tests.Status'
# What no test looks at on purpose is not counted: log lines, awaits without a context, and checks of arguments that the compiler makes too.
# Fails below 80 %. Not part of tests/run.sh; needs jq. The report is written to tests/NemoBot.Tests/StrykerOutput.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-}
rooms=(Contracts Polling Routing Scenarios Sniffing Status Storage Telemetry.BotMetricsTests Telemetry.TraceTests Timeline Translation)
tests=${2:-$(printf '|FullyQualifiedName~NemoBot.Tests.%s.' "${rooms[@]}")}
version=5.1.0
tools=${XDG_CACHE_HOME:-$HOME/.cache}/nemobot-tools
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if [ -n "$folder" ] && [ ! -d "$root/src/NemoBot.Core/$folder" ]; then
  echo "There is no folder src/NemoBot.Core/$folder." >&2
  exit 2
fi

if ! command -v jq >/dev/null; then
  echo "tests/mutation.sh needs jq, which counts the changes in the report: please install it." >&2
  exit 2
fi

if ! "$tools/dotnet-stryker" --version 2>/dev/null | grep -q "$version"; then
  dotnet tool update dotnet-stryker --version "$version" --tool-path "$tools"
fi

config=$(mktemp --suffix .json)
trap 'rm -f "$config"' EXIT
cat > "$config" <<JSON
{
  "stryker-config": {
    "project": "NemoBot.Core.csproj",
    "mutate": ["${folder:+$folder/}**/*.cs"],
    "ignore-methods": ["ThrowIfNull", "Log*"],
    "test-case-filter": "${tests#|}",
    "test-runner": "mtp",
    "coverage-analysis": "perTest",
    "concurrency": 1,
    "thresholds": { "high": 90, "low": 80, "break": 0 },
    "reporters": ["cleartext", "json"]
  }
}
JSON
cd "$root/tests/NemoBot.Tests"
"$tools/dotnet-stryker" --config-file "$config" --skip-version-check

# ConfigureAwait among the ignored methods would leave out every call that is awaited with it, arguments and all: only its own argument is.
jq -r '
  [.files[] | (.source | split("\n")) as $lines | .mutants[]
    | select(.status | IN("Killed", "Timeout", "Survived", "NoCoverage"))
    | select($lines[.location.start.line - 1][:.location.start.column - 1] | endswith("ConfigureAwait(") | not) | .status]
  | length as $all | map(select(. == "Killed" or . == "Timeout")) | length as $killed
  | "\($killed) of \($all) changes were noticed: \(if $all == 0 then 0 else 1000 * $killed / $all | floor / 10 end) %",
    if 10 * $killed < 8 * $all then "That is below 80 %.\n" | halt_error(1) else empty end' \
  "$(find StrykerOutput -name mutation-report.json -printf '%T@ %p\n' | sort -n | tail -1 | cut -d ' ' -f 2-)"
