#!/rgsim/tools/bash
# Every command of the sandbox that is not a harmless tool. Which one, is told by the name under
# which it was called.

# shellcheck source=answers.sh
. /rgsim/answers.sh

name=${0##*/}
case $name in
clustat | date | hostname | ps | sleep | uname)
    "$name" "$@"
    ;;
chkconfig | chcon | initlog | ip | ifconfig | iptables | logger | mail | modprobe | mount | \
    restorecon | sync | sysctl | umount | usleep | wall)
    exit 0 # it may have done what it was asked for
    ;;
ccs_tool | clusvcadm | cman_tool | curl | fence_node | killall | nc | pgrep | pidof | ping | \
    pkill | scp | ssh | telnet | wget)
    exit 1 # no such process, no network, no second way to the cluster
    ;;
*)
    # The program that the script is there for, or something that would have started it.
    printf '%s\n' "$0 $*" >> /rgsim/exchange/started
    ;;
esac
