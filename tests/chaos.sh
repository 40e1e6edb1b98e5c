#!/usr/bin/env bash
# Kills the bot at random moments 300 times, or as often as the first argument says; the second is the seed. The test command does 8.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -c Release -v q -nologo tests/NemoBot.Tests
report=$(mktemp)
trap 'cat "$report"; rm -f "$report"' EXIT
NEMOBOT_CHAOS_KILLS=${1:-300} NEMOBOT_CHAOS_SEED=${2:-16} NEMOBOT_CHAOS_REPORT=$report \
  tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests -noLogo -noColor -class NemoBot.Tests.Host.Chaos.ChaosTests
