#!/usr/bin/env bash
# Installs what is missing, builds if the sources changed, starts the bot. Arguments go to the bot.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
host=$root/src/NemoBot
output=$host/bin/Release/net10.0
stamp=$output/.built
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 PATH="$PATH:/usr/sbin:/sbin"

# shellcheck source=setup.sh
source "$root/src/setup.sh"

if [[ $'\n'$(dotnet --list-sdks 2>/dev/null || true) != *$'\n'10.* ]]; then
  echo "NemoBot needs the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi

# Without FFmpeg or fonts the bot still starts, and says itself what it cannot do.
want_runtime
install_missing || true

# A folder changes when a file is removed; those of the projects change when they are built.
sources_changed() {
  [ ! -f "$stamp" ] || [ ! -f "$output/NemoBot.dll" ] || [ -n "$(
    find "$root/src" \( -name bin -o -name obj \) -prune -o -newer "$stamp" \( -type f -o -path "$root/src/*/*" \) -print -quit)" ]
}

if sources_changed; then
  echo "Building NemoBot ..." >&2
  # As old as the start of the build: what is edited while it runs counts as changed.
  started=$(mktemp)
  # The rules are for who changes the sources: tests/run.sh checks them.
  if ! build "$host/NemoBot.csproj" -c Release -p:RunAnalyzers=false; then
    rm -f "$started"
    echo "The build failed." >&2
    exit 1
  fi
  mv "$started" "$stamp"
fi

# Compiled code is mapped once instead of twice, which takes less processor time and memory.
export DOTNET_EnableWriteXorExecute=${DOTNET_EnableWriteXorExecute:-0}
export NEMOBOT__DataFolder=${NEMOBOT__DataFolder:-$root/data}
exec dotnet "$output/NemoBot.dll" "$@"
