#!/usr/bin/env bash
# Installs the packages that a build needs and that are missing; does nothing else.
#
#   scripts/setup.sh run    what building and running rgsim needs
#   scripts/setup.sh test   what the tests need on top: benchmarks, a quick linker, clang
#
# The names are the same on Debian 12 and Ubuntu 24.04. Asks for sudo only if something is missing.
set -euo pipefail

purpose=${1:-run}
packages=(cmake g++ ninja-build qt6-base-dev qt6-svg-dev
    qt6-tools-dev qt6-l10n-tools libqcustomplot-dev
    libarchive-dev libdtl-dev libreadline-dev)
case $purpose in
run) ;;
quick) packages+=(libbenchmark-dev lld shellcheck bubblewrap) ;;
test) packages+=(libbenchmark-dev lld shellcheck bubblewrap clang) ;;
*)
    echo "setup: unknown purpose '$purpose'; use run, quick or test" >&2
    exit 2
    ;;
esac

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Leaves in `missing` those of its arguments that are not installed.
find_missing() {
    missing=()
    local package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
}

give_up() {
    echo "setup: $1" >&2
    echo "setup: please install these packages by hand, then start again:" >&2
    echo "         ${missing[*]}" >&2
    exit 1
}

install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || give_up "there is no apt-get here"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || give_up "installing needs root, and there is no sudo here"
        as_root=(sudo)
    fi
    echo "setup: installing ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q ||
        echo "setup: could not refresh the package lists; trying with those that are here" >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
        --no-install-recommends "${missing[@]}" || give_up "the packages could not be installed"
}

# Without dpkg nothing can be looked up: go on if the tools are there, and let CMake find the rest.
if ! command -v dpkg-query >/dev/null; then
    missing=("${packages[@]}")
    for tool in cmake c++ ninja; do
        command -v "$tool" >/dev/null || give_up "this is not a Debian system, and $tool is missing"
    done
    echo "setup: this is not a Debian system; taking the tools that are here"
    exit 0
fi

find_missing "${packages[@]}"
install_missing

# The fuzzing runtime must fit the compiler: clang 14 on Debian 12, clang 18 on Ubuntu 24.04.
if [ "$purpose" = test ]; then
    find_missing "libclang-rt-$(clang++ -dumpversion | cut -d. -f1)-dev"
    install_missing
fi
