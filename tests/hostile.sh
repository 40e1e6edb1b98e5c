#!/usr/bin/env bash
# Sends hostile media files to the real bot: about 80 that are built by hand, and 260 that are valid ones, damaged. The first argument is
# the number of damaged files, the second the seed, the third a file for a line about each. Takes about ten minutes on two cores.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -v q -nologo tests/NemoBot.Tests
report=${3:-$(mktemp)}
trap 'tail -n 1 "$report"; [ $# -ge 3 ] || rm -f "$report"' EXIT
NEMOBOT_HOSTILE_FILES=${1:-260} NEMOBOT_HOSTILE_SEED=${2:-16} NEMOBOT_HOSTILE_REPORT=$report \
  tests/NemoBot.Tests/bin/Debug/net10.0/NemoBot.Tests -noLogo -noColor -class NemoBot.Tests.Hostile.HostileTests
