#!/usr/bin/env bash
# Runs the tests that the test command leaves out: further rows of what it tests already, each a second or more. Takes a few minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build -c Release -v q -nologo tests/NemoBot.Tests

# The cluster, the power cuts and the pictures to look at have scripts of their own.
tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests -noLogo -noColor -explicit only \
  -class- "NemoBot.Tests.Cluster.*" -class- "NemoBot.Tests.Storage.LiteDb.LiteCrashTests" -class- "NemoBot.Tests.Rendering.LookTests" "$@"
