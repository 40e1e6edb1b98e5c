#!/usr/bin/env bash
# Prints how many requests of the table are understood, by kind, and how long one interpretation takes.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release -v q -nologo tests/NemoBot.Tests
tests=NemoBot.Tests.LocalNemo.RequestTests
tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests -noLogo -showLiveOutput -explicit on \
  -method "$tests.All_requests_give_the_edits_that_were_meant" -method "$tests.One_interpretation_takes_a_moment"
