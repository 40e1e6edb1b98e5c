#!/usr/bin/env bash
# Measures the start and the idle memory of the published build with all platforms: bash tests/start.sh [STARTS] (10). Variables as in the unit.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$root"
bash src/publish.sh "$work" linux-x64
export DOTNET_EnableWriteXorExecute=0
dotnet run -c Release -v q --project tests/NemoBot.Bench -- start "$work/linux-x64/NemoBot" "${1:-10}"
