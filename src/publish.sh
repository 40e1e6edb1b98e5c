#!/usr/bin/env bash
# Builds self-contained programs that need no .NET on the machine: bash src/publish.sh [FOLDER] [linux-x64 | linux-arm64 ...]
# Each goes to FOLDER/RUNTIME (default: publish/RUNTIME); start FOLDER/RUNTIME/NemoBot. FFmpeg and fonts come from the system.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

folder=$root/publish
if [ $# -gt 0 ] && [[ $1 != linux-* ]]; then
  folder=$1
  shift
fi
runtimes=("$@")
[ ${#runtimes[@]} -gt 0 ] || runtimes=(linux-x64 linux-arm64)

for runtime in "${runtimes[@]}"; do
  echo "Publishing for $runtime ..." >&2
  # ReadyToRun: code that is compiled ahead starts in half the time.
  dotnet publish "$root/src/NemoBot/NemoBot.csproj" -c Release -r "$runtime" --self-contained true -o "$folder/$runtime" \
    -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:DebugType=none -p:GenerateDocumentationFile=false \
    --artifacts-path "$folder/.build/$runtime" -v q -nologo -nodeReuse:false
  du -sh "$folder/$runtime" >&2
done
