#!/usr/bin/env bash
# Lets the real bot work for MINUTES (the first argument, 60) in the web chat and prints a line about its memory each minute. Fails if the
# memory of the last third is on average more than a tenth above that of the middle third, or if a request gets no end. The last step of
# the database's page cache, 8 MB once a thousand pages have been read, may come late.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
minutes=${1:-60}
work=$(mktemp -d)
bot=
trap '[ -z "$bot" ] || kill "$bot" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

# As src/run.sh builds and starts it.
cd "$root"
export DOTNET_EnableWriteXorExecute=0
dotnet build -c Release -v q -nologo -p:RunAnalyzers=false src/NemoBot
cp -r src/NemoBot/bin/Release/net10.0 "$work/app"
ffmpeg -v error -f lavfi -i sine=f=440:d=2 "$work/talk.mp3"

export NEMOBOT__DataFolder=$work/data NEMOBOT__Budget__RequestsPerPerson=0 NEMOBOT__Rendering__FirstPoll=00:00:00.5
dotnet "$work/app/NemoBot.dll" --urls http://127.0.0.1:0 >"$work/log" 2>&1 &
bot=$!
for _ in $(seq 600); do
  grep -q 'NemoBot is ready' "$work/log" && break
  kill -0 "$bot" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
address=$(grep -o 'NemoBot is ready: [^ ]*' "$work/log" | cut -d' ' -f4)

# Asks in a channel, and waits until each request there has come to its end.
ask() {
  local channel=$1 text=$2 before
  shift 2
  before=$(ends "$channel")
  curl -fsS -o /dev/null "$@" -F "text=$text" -F user=Ana -F lang=en "$address/api/channels/$channel/messages"
  for _ in $(seq 600); do
    [ "$(ends "$channel")" -gt "$before" ] && return
    sleep 0.2
  done
  echo "No end in $channel: $text" >&2
  return 1
}
ends() { { curl -fsS "$address/api/channels/$1/messages" | grep -o '"final":true' || true; } | wc -l; }
value() { grep "^$1:" "/proc/$bot/status" | tr -dc 0-9; }
# The heap that the last collection left: a leak grows here, whatever the allocator and the system do.
heap() { curl -fsS "$address/metrics" | awk '/^dotnet_gc_last_collection_heap_size/ { bytes += $NF } END { print int(bytes / 1048576) }'; }

requests=0
lines=()
start=$SECONDS
next=1
while [ $((SECONDS - start)) -lt $((minutes * 60)) ]; do
  # Thirty visits to each of 25 rooms, whose history still shows all of them then, and on to new rooms.
  channel=room$((requests % 25))-$((requests / 1500))
  ask "$channel" 'make a waveform video in 240p' -F "files=@$work/talk.mp3"
  ask "$channel" "add the title 'Take $requests'"
  requests=$((requests + 2))
  if [ $((SECONDS - start)) -ge $((next * 60)) ]; then
    lines+=("$(($(value VmRSS) / 1024))")
    echo "$next min: ${lines[-1]} MB, $(heap) MB heap, $(value Threads) threads, $(find "/proc/$bot/fd" -mindepth 1 2>/dev/null | wc -l) handles, $requests requests, $(du -sm "$work/data" | cut -f1) MB on disk"
    next=$(((SECONDS - start) / 60 + 1))
  fi
done

third=$((${#lines[@]} / 3))
[ "$third" -gt 0 ] || exit 0
sum() { local total=0; for l in "$@"; do total=$((total + l)); done; echo "$total"; }
middle=$(($(sum "${lines[@]:third:third}") / third))
last=$(($(sum "${lines[@]: -third}") / third))
echo "$requests requests in $minutes minutes: $middle MB in the middle, $last MB at the end"
[ "$last" -le $((middle * 11 / 10)) ]
