#!/usr/bin/env bash
# Configures a preset into build/<preset>, if that was not done yet, and builds it.
#
#   scripts/build.sh PRESET [options for the first cmake call...]
#
# RGSIM_JOBS: compile jobs at a time (default: one per processor).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=$1
shift
folder=$root/build/$preset
stamp=$folder/.configured
launcher=

if command -v ccache >/dev/null; then
    launcher=ccache
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}
fi

# Ninja runs CMake again when a CMakeLists.txt changes, but it knows nothing of the presets, nor of
# a checkout that was moved.
settings="$root $launcher $*"
if [ "$(cat "$stamp" 2>/dev/null)" != "$settings" ] ||
    [ "$root/CMakePresets.json" -nt "$stamp" ]; then
    echo "build: configuring build/$preset"
    fresh=()
    [ ! -e "$folder/CMakeCache.txt" ] || fresh=(--fresh)
    (cd "$root" && cmake "${fresh[@]}" --preset "$preset" "$@")
    echo "$settings" >"$stamp"
fi
echo "build: building build/$preset"
cmake --build "$folder" --parallel "${RGSIM_JOBS:-$(nproc)}"
