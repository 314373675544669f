# The file /etc/rc.d/init.d/functions of the sandbox: Red Hat's functions as far as scripts use
# them to start something. Nothing runs here.
# shellcheck shell=bash

PATH=/sbin:/usr/sbin:/bin:/usr/bin
export PATH

daemon() {
    printf '%s\n' "daemon $*" >> /rgsim/exchange/started
    success
}

success() {
    echo -n '[  OK  ]'
    return 0
}
failure() {
    local code=$?

    echo -n '[FAILED]'
    return "$code"
}
passed() { echo -n '[PASSED]'; }
warning() { echo -n '[WARNING]'; }
echo_success() { success; }
echo_failure() { echo -n '[FAILED]'; return 1; }

action() {
    local code=0

    echo -n "$1 "
    shift
    if "$@"; then
        success
    else
        code=$?
        failure
    fi
    echo
    return "$code"
}

checkpid() { return 1; }
pidofproc() { return 3; }
pidfileofproc() { return 3; }
killproc() { return 7; }
status() { return 3; }
strstr() { [[ $1 == *"$2"* ]]; }
