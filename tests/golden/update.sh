#!/usr/bin/env bash
# Writes the expected text of every scenario anew, removes those without one, and writes the outputs
# in the README and the user guide anew: tests/golden/update.sh [RGSIM]
#
# RGSIM: the program to ask (default: the dev preset's). Read the diff before committing it: an
# expected text that nobody has understood proves nothing.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rgsim=${1:-$root/build/dev/rgsim}
expected=$root/tests/golden/expected
export LC_ALL=C.UTF-8
if [ ! -x "$rgsim" ]; then
    echo "update: there is no $rgsim; build it first, or use ./test.sh --update-golden" >&2
    exit 2
fi

new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT

# Everything is made before anything is replaced, so that a failure leaves all as it was.
count=0
while IFS= read -r -d '' scenario; do
    situation=${scenario#"$root/scenarios/"}
    situation=${situation%.json}
    mkdir -p "$new/$(dirname "$situation")"
    code=0
    "$rgsim" run --log --all --width 100 "$scenario" \
        >"$new/$situation.txt" 2>"$new/messages" || code=$?
    # 1 only says that services were together that must be apart.
    if [ "$code" -gt 1 ]; then
        cat "$new/messages" >&2
        echo "update: rgsim cannot run scenarios/$situation.json" >&2
        exit 1
    fi
    count=$((count + 1))
done < <(find "$root/scenarios" -name '*.json' -print0 | sort -z)
rm -f "$new/messages"

mkdir -p "$expected"
find "$expected" -name '*.txt' -print0 | while IFS= read -r -d '' text; do
    [ -e "$new/${text#"$expected/"}" ] || rm "$text"
done
(cd "$new" && find . -name '*.txt' -print0) | while IFS= read -r -d '' text; do
    mkdir -p "$expected/$(dirname "$text")"
    cmp -s "$new/$text" "$expected/$text" || cp "$new/$text" "$expected/$text"
done
find "$expected" -type d -empty -delete
pages=$(dirname "$rgsim")/tests/tst_documented_outputs
if [ -x "$pages" ]; then
    RGSIM_UPDATE_GOLDEN=1 "$pages" -silent >/dev/null || true # the test itself judges, next time
else
    echo "update: there is no $pages: the outputs in README.md and docs/ stay as they are" >&2
fi
echo "update: $count texts in tests/golden/expected; now read: git diff tests/golden README.md docs"
