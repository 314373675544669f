#!/usr/bin/env bash
# Installs what is missing, builds and runs every test: ./test.sh [--quick | --update-golden]
#
#   (nothing)         debug build with warnings as errors and all tests; the same under the address
#                     and undefined-behaviour sanitizers; each fuzz target for a few seconds
#   --quick           only the debug build and its tests
#   --update-golden   writes the expected texts below tests/golden anew; look at the diff
#
# RGSIM_JOBS: compile and test jobs at a time (default: one per processor).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mode=${1:-all}
case $mode in
all | --quick | --update-golden) ;;
-h | --help)
    sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 0
    ;;
*)
    echo "test: unknown option '$mode'; see ./test.sh --help" >&2
    exit 2
    ;;
esac
export LC_ALL=C.UTF-8
export RGSIM_JOBS=${RGSIM_JOBS:-$(nproc)}

results=()
failed=0
# Keeps a stage's outcome for the summary: note STAGE CODE TEXT
note() {
    results+=("$1: $3")
    [ "$2" -eq 0 ] || failed=1
}

# Builds a preset and runs ctest in it.
run_suite() {
    local preset=$1 log=$root/build/$1/ctest.log code=0
    "$root/scripts/build.sh" "$preset" || code=$?
    if [ "$code" -ne 0 ]; then
        note "$preset" "$code" "the build FAILED"
        return
    fi
    ctest --test-dir "$root/build/$preset" --output-on-failure --no-tests=error \
        --parallel "$RGSIM_JOBS" 2>&1 | tee "$log" || code=$?
    local summary
    summary=$(grep -E '^[0-9]+% tests passed' "$log" || echo "ctest gave no summary")
    [ "$code" -eq 0 ] || summary+=" (FAILED)"
    note "$preset" "$code" "$summary"
}

# Builds the fuzz targets with clang and runs each for a moment on the kept inputs.
run_fuzzers() {
    local code=0
    if [ ! -x "$root/tests/fuzz/run.sh" ]; then
        note fuzz 0 "no fuzz targets here"
        return
    fi
    "$root/scripts/build.sh" fuzz || code=$?
    if [ "$code" -ne 0 ]; then
        note fuzz "$code" "the build FAILED"
        return
    fi
    "$root/tests/fuzz/run.sh" || code=$?
    if [ "$code" -eq 0 ]; then
        note fuzz 0 "all targets survived"
    else
        note fuzz "$code" "FAILED"
    fi
}

case $mode in
--update-golden)
    "$root/scripts/setup.sh" quick
    "$root/scripts/build.sh" dev
    exec "$root/tests/golden/update.sh"
    ;;
--quick)
    "$root/scripts/setup.sh" quick
    run_suite dev
    ;;
all)
    "$root/scripts/setup.sh" test
    run_suite dev
    run_suite asan
    run_fuzzers
    ;;
esac

echo
echo "test: summary"
printf '%s\n' "${results[@]}"
exit "$failed"
