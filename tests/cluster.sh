#!/usr/bin/env bash
# The long trial of several instances: kills and freezes one of three under 60 running turns, or as many as the first argument says,
# and shows that the same goes wrong with the fence switched off. Needs PostgreSQL. The test command does a short one.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -c Release -v q -nologo tests/NemoBot.Tests
NEMOBOT_CLUSTER_CHANNELS=${1:-60} exec tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests \
  -noLogo -noColor -showLiveOutput -explicit on -parallel none -namespace "NemoBot.Tests.Cluster"
