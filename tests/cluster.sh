#!/usr/bin/env bash
# The long trial of several instances: 30 random events (kill -9, SIGTERM, a freeze of 20 s, the database gone for 20 s) on all platforms
# under running turns, freezes with the fence on and off, and the speed of one, two and three instances. The first argument says how many
# chats (60), the second how many events, the third is the seed; "speed" alone measures only. Needs PostgreSQL. The test command does a short one.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -c Release -v q -nologo tests/NemoBot.Tests
if [ "${1:-}" = speed ]; then
  exec tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests -noLogo -noColor -showLiveOutput -explicit on -parallel none \
    -class "NemoBot.Tests.Cluster.ClusterSpeedTests" -class "NemoBot.Tests.Cluster.StoreSpeedTests"
fi

NEMOBOT_CLUSTER_CHANNELS=${1:-60} NEMOBOT_CLUSTER_EVENTS=${2:-30} NEMOBOT_CLUSTER_SEED=${3:-14} exec tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests \
  -noLogo -noColor -showLiveOutput -explicit on -parallel none -namespace "NemoBot.Tests.Cluster*"
