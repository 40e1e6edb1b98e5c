#!/usr/bin/env bash
# Cuts the power of the store's simulated disk 5,000 times, or as often as the first argument says. The test command does 500.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -c Release -v q -nologo tests/NemoBot.Tests
NEMOBOT_POWER_CUTS=${1:-5000} exec tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests \
  -noLogo -noColor -class NemoBot.Tests.Storage.LiteDb.PowerCutTests
