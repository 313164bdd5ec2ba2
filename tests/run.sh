#!/usr/bin/env bash
# Sets up what the tests need and runs all of them:
#
#     bash tests/run.sh            everything
#     bash tests/run.sh --quick    everything that needs no browser
#
# The first run makes .venv and may install Chromium; later runs start testing at once.
# It also runs under bash 3.2, which is what macOS has.
set -u
cd "$(dirname "$0")/.." || exit 1

# What Python has compiled once is kept. Where the environment forbids that, each of a hundred processes compiles all it imports.
unset PYTHONDONTWRITEBYTECODE

python=.venv/bin/python
oldest_python="3.11"
stamp=.venv/installed-from
front_end_stamp=node_modules/installed-from
notes=$(mktemp -d)  # what the checks, of which some run side by side, have to say in the end
trap 'rm -rf "$notes"' EXIT
touch "$notes/failed" "$notes/times"

say() { printf '\n%s\n' "$*"; }

give_up() {
    say "$*" >&2
    exit 1
}

# quietly COMMAND...: shows what a command wrote only if it fails.
quietly() {
    local log status
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null
    status=$?
    [ "$status" -eq 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

# timed NAME COMMAND...: notes how many seconds a command took.
timed() {
    local name="$1" began=$SECONDS status
    shift
    "$@"
    status=$?
    printf '%6d s  %s\n' $((SECONDS - began)) "$name" >>"$notes/times"
    return "$status"
}

# check COMMAND...: a failure is remembered, and the checks after it still run.
check() {
    say "Checking: $*"
    timed "$(printf '%.70s' "$*")" "$@" || has_failed "$*"
}

has_failed() { echo "  $*" >>"$notes/failed"; }

# beside NAME COMMAND...: begins a command that keeps one core busy at most; `both_done NAME` shows what it wrote.
beside() {
    local name="$1"
    shift
    "$@" >"$notes/$name" 2>&1 </dev/null &
    echo "$!" >"$notes/$name.process"
}

both_done() {
    wait "$(cat "$notes/$1.process")"
    cat "$notes/$1"
}

is_new_enough() {
    "$1" -c "import sys; sys.exit(sys.version_info < (${oldest_python/./, }))" >/dev/null 2>&1
}

find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    return 1
}

# install_from_system PACKAGE...: with apt-get, as root or where sudo asks for no password.
install_from_system() {
    local root=""
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        root="sudo -n"
    fi
    quietly $root apt-get update && quietly $root env DEBIAN_FRONTEND=noninteractive apt-get install -y "$@"
}

make_environment() {
    local newest
    if is_new_enough "$python"; then
        return
    fi
    newest=$(find_python) || give_up "These tests need Python $oldest_python or newer, and none was found."
    say "Making a Python environment in .venv with $("$newest" --version)"
    if ! "$newest" -c "import ensurepip, venv" 2>/dev/null; then
        say "Installing python3-venv, which this Python lacks"
        install_from_system python3-venv || give_up "Please install the venv module of $newest, then start again."
    fi
    quietly "$newest" -m venv --clear .venv || give_up "The environment could not be made."
}

install_packages() {
    local wanted
    wanted="$PWD $(cksum <pyproject.toml)"
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
        return
    fi
    say "Installing the packages named in pyproject.toml"
    # Most of what is installed is never imported; the rest is compiled when it is, which costs a third of compiling all.
    quietly "$python" -m pip install --disable-pip-version-check --no-compile --editable ".[test]" ||
        give_up "The packages could not be installed."
    echo "$wanted" >"$stamp"
}

# find_chromium_of_system: sets CHROMIUM.
# Each candidate is started once: Ubuntu's chromium-browser, for one, may only be a pointer to a snap.
find_chromium_of_system() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
            CHROMIUM=$(command -v "$candidate")
            export CHROMIUM
            return
        fi
    done
    unset CHROMIUM
    return 1
}

# find_chromium: sets CHROMIUM, or leaves it unset where Playwright has a Chromium of its own.
find_chromium() {
    find_chromium_of_system && return
    "$python" - <<'PYTHON' 2>/dev/null
import os
import sys

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    sys.exit(not os.path.exists(playwright.chromium.executable_path))
PYTHON
}

provide_chromium() {
    find_chromium && return
    say "Chromium could not come from the system's packages; installing Playwright's own instead"
    quietly "$python" -m playwright install chromium || give_up "Chromium could not be installed. Install it, then start again."
}

# Node.js and what package.json names check the front end; whoever only runs the playground needs neither.
install_front_end_tools() {
    local wanted
    wanted="$(node --version) $(cksum <package-lock.json)"
    if [ -f "$front_end_stamp" ] && [ "$(cat "$front_end_stamp")" = "$wanted" ]; then
        return
    fi
    say "Installing the packages named in package.json"
    quietly npm ci --no-audit --no-fund || return 1
    echo "$wanted" >"$front_end_stamp"
}

check_front_end() {
    local tests
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        say "The front end is checked with Node.js (version 20.19 or newer) and its npm, which are not installed."
        has_failed "the front end: Node.js is missing"
        return
    fi
    if ! timed "the packages of the front end" install_front_end_tools; then
        say "What the front end is checked with could not be installed."
        has_failed "npm ci"
        return
    fi
    check node_modules/.bin/tsc
    check node_modules/.bin/eslint .
    tests=$(find playground tests -name node_modules -prune -o -name '*.test.mjs' -print)
    # shellcheck disable=SC2086 # one word a file; their names have no spaces
    check node --test $tests
}

quick=""
case "${1:-}" in
    "") ;;
    --quick) quick=yes ;;
    *) give_up "Usage: bash tests/run.sh [--quick]" ;;
esac

chromium_from_system() {
    find_chromium_of_system && return
    say "Installing Chromium from the system's packages"
    install_from_system chromium
}

prepare() {
    make_environment
    [ -n "$quick" ] || beside chromium chromium_from_system
    install_packages
    [ -n "$quick" ] || { both_done chromium; provide_chromium; }
}

check_python() {
    check "$python" -m ruff check .
    check "$python" -m ruff format --check .
    check "$python" -m mypy
}

beside front_end check_front_end
timed "Python, its packages and Chromium" prepare
both_done front_end

beside python check_python
# Two processes, as these machines have two cores. The second time each has a server and a browser of its own, and whoever has
# done its half takes tests over from the other, so that none is idle while the other has several to do. Twice, because
# Playwright's own event loop, which stays for as long as its browser, lets no test in the same process run another.
check "$python" -m pytest --numprocesses 2 -m "not browser"
both_done python
# Its folders are named, so that a test elsewhere that cannot even be read stops no test in a browser.
[ -n "$quick" ] || check "$python" -m pytest --numprocesses 2 --dist worksteal -m browser tests/browser tests/server

say "Where the time went; what stands before the first tests ran side by side:"
cat "$notes/times"
if [ -s "$notes/failed" ]; then
    say "Failed:"
    cat "$notes/failed"
    exit 1
fi
say "Everything passed in $SECONDS seconds."
