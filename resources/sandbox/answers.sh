# What the simulated cluster answers to a script that is tried out: one function for each command.
# Both the commands of the sandbox and the driver read this file; exported, the functions save a
# script the start of a process for each question.
# shellcheck shell=bash

clustat() {
    local text line file=clustat.txt service=

    while [ $# -gt 0 ]; do
        case $1 in
        -x) file=clustat.xml ;;
        -s) service=$2 && shift ;;
        esac
        shift
    done
    IFS= read -r -d '' text < "/rgsim/state/$file"
    if [ -z "$service" ] || [ "$file" = clustat.xml ]; then
        printf '%s' "$text"
        return 0
    fi
    # Of the service table only the line of this service: its lines begin with one blank.
    [[ $service == *:* ]] || service=service:$service
    while IFS= read -r line; do
        [[ $line == ' '*:* && "$line " != " $service "* ]] || printf '%s\n' "$line"
    done <<< "$text"
}

date() {
    local clock

    IFS= read -r clock < /rgsim/state/clock
    if [ "$*" = +%s ]; then
        echo "$clock"
    else
        TZ=UTC /rgsim/tools/date -d "@$clock" "$@"
    fi
}

hostname() {
    local host

    IFS= read -r host < /rgsim/state/host
    case $1 in
    -s | --short) echo "${host%%.*}" ;;
    *) echo "$host" ;;
    esac
}

uname() {
    case $1 in
    -n | --nodename) hostname -f ;;
    *) /rgsim/tools/uname "$@" ;;
    esac
}

# Time passes in the simulation, not here.
sleep() {
    echo "$1" >> /rgsim/exchange/slept
}

# Nothing that the script could ask for runs.
ps() {
    echo '  PID TTY          TIME CMD'
    case $1 in
    -C | -p) return 1 ;;
    esac
}
