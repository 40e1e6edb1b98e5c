#!/usr/bin/env bash
# Kills a process that writes to the store at full speed 300 times, or as often as the first argument says. The test command does 3.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -c Release -v q -nologo tests/NemoBot.Tests
NEMOBOT_STORE_KILLS=${1:-300} exec tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests \
  -noLogo -noColor -class NemoBot.Tests.Storage.LiteDb.LiteCrashTests
