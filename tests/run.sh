#!/usr/bin/env bash
# Installs what the tests need, builds, checks the formatting and runs every suite.
# The last line is "N passed, N failed"; the exit code is 0 only if something ran and nothing failed.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 PATH="$PATH:/usr/sbin:/sbin"
# A profile of the running code never pays off in processes that live for seconds, and mapping it twice takes more than it gives.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

# shellcheck source=../src/setup.sh
source "$root/src/setup.sh"

# Longest time of one suite in seconds; far more than it takes, so that only a hang meets it.
suite_limit=${NEMOBOT_TESTS_LIMIT:-1200}
suites=(NemoBot.Tests NemoBot.Browser)
reports=$(mktemp -d)
running=()
passed=0
failed=0

finish() {
  stop_running
  rm -rf "$reports"
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit $?
}

# Each suite is a process group of its own: whatever it leaves behind ends with the group.
stop_running() {
  local group
  for group in "${running[@]}"; do
    kill -KILL -- "-$group" 2>/dev/null
  done
  running=()
}

fail() {
  echo "FAILED: $1"
  failed=$((failed + 1))
}

trap 'fail "interrupted"; finish' INT TERM HUP

# attribute NAME FILE: a number from the <assembly> element of an xunit report.
attribute() {
  grep -o -m 1 '<assembly [^>]*>' "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9'
}

# Starts a suite in the background; a test that does not end is named while it runs.
start_suite() {
  local program=tests/$1/bin/Release/net10.0/$1
  if [ ! -x "$program" ]; then
    fail "$1 was not built"
    return 1
  fi

  timeout --kill-after=10 "$suite_limit" "$program" -noLogo -noColor -reporter quiet -diagnostics -longRunning 120 -xml "$reports/$1.xml" </dev/null &
  running+=($!)
}

count() {
  local suite=$1 report=$2 status=$3 bad
  if [ ! -s "$report" ]; then
    [ "$status" = 124 ] && fail "$suite did not end within $suite_limit s" || fail "$suite ended with code $status and no report"
    return
  fi

  bad=$(($(attribute failed "$report") + $(attribute errors "$report")))
  passed=$((passed + $(attribute passed "$report")))
  failed=$((failed + bad))
  echo "$suite: $(attribute passed "$report") passed, $bad failed, $(attribute skipped "$report") skipped"
  if [ "$status" != 0 ] && [ "$bad" = 0 ]; then
    fail "$suite ended with code $status"
  fi
}

# Debian keeps the server out of the path.
has_postgres() { command -v postgres || compgen -G "/usr/lib/postgresql/*/bin/postgres"; }

want_runtime
want chromium command -v chromium
want postgresql has_postgres
install_missing || fail "what the tests need is missing"

# Style rules are errors of the build already; white space is all that is left to check, and the build leaves a processor free.
dotnet format whitespace . --folder --verify-no-changes --include src/ tests/ </dev/null >"$reports/format" 2>&1 &
formatting=$!

if ! build NemoBot.sln -c Release; then
  kill "$formatting" 2>/dev/null
  fail "the build"
  finish
fi

if ! wait "$formatting"; then
  cat "$reports/format"
  fail "the formatting: run 'dotnet format'"
fi

# The tests and dozens of bots run for seconds: compiling their code a second time takes more than it gives.
export DOTNET_TC_CallCountThreshold=0x3E8

# Side by side: much of the browser's time is waiting.
started=()
for suite in "${suites[@]}"; do
  start_suite "$suite" && started+=("$suite")
done
groups=("${running[@]}")
for i in "${!started[@]}"; do
  wait "${groups[i]}"
  status=$?
  kill -KILL -- "-${groups[i]}" 2>/dev/null
  count "${started[i]}" "$reports/${started[i]}.xml" "$status"
done
finish
