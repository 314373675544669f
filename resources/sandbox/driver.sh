#!/rgsim/tools/bash
# Runs the start of scripts, one after the other, within the sandbox: reads a script's path and a
# host's name on two lines, answers with the exit code on one. `quick`: what the cluster answers is
# also given as functions, which saves processes.

# It ends all processes that it can see: outside a process namespace that would be the user's.
[ "$$" -le 3 ] || exit 1

# shellcheck source=answers.sh
. /rgsim/answers.sh
[ "$1" = quick ] && export -f clustat date hostname ps sleep uname

# What is called by its name and is not there would have been started.
command_not_found_handle() { printf '%s\n' "$*" >> /rgsim/exchange/started; }
export -f command_not_found_handle

ulimit -f 20000   # KiB of a file
ulimit -v 2000000 # KiB of memory
shopt -s nullglob dotglob

while IFS= read -r script && IFS= read -r HOSTNAME; do
    left=(/run/* /tmp/* /var/lock/subsys/*)
    [ ${#left[@]} -gt 0 ] && /rgsim/tools/rm -rf "${left[@]}"
    : > /rgsim/exchange/started
    : > /rgsim/exchange/slept
    export HOSTNAME
    "$script" start < /dev/null > /rgsim/exchange/output 2>&1
    code=$?
    kill -KILL -1 2> /dev/null # what it left running
    echo "$code"
done
