#!/usr/bin/env bash
# Makes several hundred small media files and sends each through probing, converting, mixing and rendering.
# Takes about ten minutes on two cores; the test command runs a small part of it.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release -v q -nologo tests/NemoBot.Tests
NEMOBOT_CORPUS=all tests/NemoBot.Tests/bin/Release/net10.0/NemoBot.Tests -noLogo -noColor -class NemoBot.Tests.Corpus.CorpusTests "$@"
