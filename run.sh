#!/usr/bin/env bash
# Builds rgsim and shows one scenario: ./run.sh [FILE [options of "rgsim run"...]]
#
# Installs missing packages (asks for sudo only then) and builds a release into build/release. With
# a display the window opens, with FILE or on its start page; without one the timeline of FILE, or
# of the collision of two guarded services, is printed and drawn as SVG into build/.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case ${1:-} in
-h | --help)
    sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 0
    ;;
esac
given=${1:-}
file=${1:-$root/scenarios/guard/collision_sequence.json}
[ $# -eq 0 ] || shift
if [ ! -r "$file" ]; then
    echo "run: cannot read $file; give a scenario (see scenarios/README.md) or a cluster.conf" >&2
    exit 2
fi

"$root/scripts/setup.sh" run
"$root/scripts/build.sh" release -DRGSIM_TESTS=OFF -DRGSIM_BENCHMARKS=OFF

rgsim=$root/build/release/rgsim
window=$root/build/release/rgsim-gui
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -x "$window" ]; then
    echo "run: opening the window"
    exec "$window" ${given:+"$given"}
fi
if [ ! -x "$rgsim" ]; then
    echo "run: the build made no $rgsim" >&2
    exit 1
fi

# rgsim ends with 1 when it found something worth a look, such as a hazard: that is no failure here.
show() {
    local code=0
    "$rgsim" run "$file" "$@" || code=$?
    [ "$code" -le 1 ] || exit "$code"
}
echo "run: rgsim run $file $*"
show "$@"
name=$(basename "$file")
svg=$root/build/${name%.*}.svg
show "$@" --format svg --out "$svg"
echo "run: the same timeline as a picture: $svg"
