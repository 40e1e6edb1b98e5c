#!/usr/bin/env bash
# Runs on this machine, step by step, what the Dockerfile runs in the image: its build, the packages it installs, the start as a user
# without rights, its health check. For machines without a container engine. Needs root for the other user; installs nothing.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dockerfile=$root/Dockerfile
work=$(mktemp -d)
chmod 755 "$work"
bot=
trap '[ -z "$bot" ] || kill "$bot" 2>/dev/null || true; rm -rf "$work"' EXIT

say() { echo "== $*"; }

# The logical lines of the file: continued lines joined.
lines=$(sed -e ':a' -e '/\\$/N; s/\\\n/ /; ta' "$dockerfile" | tr -s ' ')
run=$(grep '^RUN dotnet publish' <<<"$lines" | cut -d' ' -f2-)
packages=$(grep '^RUN apt-get' <<<"$lines" | sed -e 's/.*--no-install-recommends//' -e 's/&&.*//')
entry=$(grep '^ENTRYPOINT' <<<"$lines" | sed -e 's/^ENTRYPOINT //' | tr -d '[]",')
health=$(grep '^HEALTHCHECK' <<<"$lines" | sed -e 's/.*CMD //' | tr -d '[]",')

say "build: $run"
mkdir -p "$work/source"
cp "$root/.editorconfig" "$work/source/"
(cd "$root" && tar -cf - --exclude=bin --exclude=obj src) | tar -xf - -C "$work/source"
(cd "$work/source" && eval "${run/-o \/app/-o $work/app}" -nodeReuse:false)
test -f "$work/app/NemoBot.dll"

say "packages:$packages"
for package in $packages; do
  dpkg -s "$package" >/dev/null 2>&1 || apt-cache show "$package" >/dev/null || { echo "There is no package $package." >&2; exit 1; }
done

say "start as nobody: $entry"
mkdir "$work/data"
chown nobody "$work/data"
# An array, not a function: in the background a function is a shell of its own, and its end would leave the bot behind.
as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs env -i "PATH=$PATH" "DOTNET_ROOT=${DOTNET_ROOT:-}" HOME=/nonexistent
  "NEMOBOT__DataFolder=$work/data" NEMOBOT__Web__AccessToken=a-token-for-this-run ASPNETCORE_URLS=http://127.0.0.1:5099)
cd "$work/app"
# shellcheck disable=SC2086
"${as_nobody[@]}" $entry check
# shellcheck disable=SC2086
"${as_nobody[@]}" $entry >"$work/log" 2>&1 &
bot=$!
for _ in $(seq 600); do
  grep -q 'NemoBot is ready' "$work/log" && break
  kill -0 "$bot" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
grep 'NemoBot is ready' "$work/log"

say "health check: $health"
# shellcheck disable=SC2086
"${as_nobody[@]}" $health
kill -TERM "$bot"
wait "$bot" || true
bot=
say "all steps of the Dockerfile work"
