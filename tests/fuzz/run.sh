#!/bin/sh
# Runs every fuzz target for some seconds on a copy of its kept inputs. Usage:
#   tests/fuzz/run.sh [seconds per target, default 20] [build folder, default build/fuzz]
# Ends with 1 at the first crash; the input is then in the folder that is printed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
seconds=${1:-20}
build=${2:-"$here/../../build/fuzz"}
work=$(mktemp -d)
for source in "$here"/fuzz_*.cpp; do
    name=$(basename "$source" .cpp)
    corpus=$here/corpus/${name#fuzz_}
    mkdir -p "$work/$name"
    if [ -d "$corpus" ]; then
        cp -r "$corpus/." "$work/$name/"
    fi
    echo "== $name, $seconds s"
    if ! "$build/tests/fuzz/$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 \
        -max_len=65536 -artifact_prefix="$work/$name-" "$work/$name" >"$work/$name.log" 2>&1; then
        tail -40 "$work/$name.log"
        echo "crashed; see $work"
        exit 1
    fi
    tail -1 "$work/$name.log"
done
rm -rf "$work"
echo "no crash"
