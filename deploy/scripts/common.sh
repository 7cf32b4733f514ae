# shellcheck shell=sh
# What the scripts here share. Needs curl and the tools that every POSIX system has. Not to be run, but read with ".".

# Statuses that every script ends with.
REFUSED=1 WRONG_USE=2 UNREACHABLE=3

name=${0##*/}
work=$(mktemp -d "${TMPDIR:-/tmp}/quayside.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
answer=$work/answer

wrong() {
    printf '%s: %s See: %s --help\n' "$name" "$1" "$name" >&2
    exit "$WRONG_USE"
}

uuid() {
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n' | sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)/\1-\2-4\3-8\4-/'
}

# The first text of that name in the last answer.
field() {
    grep -oE "\"$1\" *: *\"([^\"\\\\]|\\\\.)*\"" "$answer" | head -n 1 | sed 's/^"[^"]*" *: *"//; s/"$//; s/\\"/"/g'
}

# request METHOD URL [curl's arguments]: one call, repeated as it is while the network fails or the shop is overloaded. The lines of
# $headers go with it, by a pipe: on the command line every user of the machine could read them. Sets $status.
request() {
    method=$1 target=$2
    shift 2
    pause=1
    while :; do
        if status=$(printf '%s\n' "${headers:-}" | sed -n 's/^\(..*\)$/header = "\1"/p' |
            curl --config - --silent --show-error --connect-timeout 5 --max-time 40 --request "$method" \
                --output "$answer" --write-out '%{http_code}' "$@" "$target" 2>"$work/error"); then
            case $status in
            502 | 503 | 504) why="the shop answered $status" ;;
            *) return 0 ;;
            esac
        else
            why=$(sed 's/^curl: *//' "$work/error")
        fi
        if [ "$pause" -gt 4 ]; then
            printf '%s: cannot reach %s: %s\n' "$name" "$target" "$why" >&2
            exit "$UNREACHABLE"
        fi
        sleep "$pause"
        pause=$((pause * 2))
    done
}

# Ends the script, with the reason that the shop gave, unless the last call went well.
require_ok() {
    case $status in
    2??) return 0 ;;
    esac
    detail=$(field detail)
    printf '%s: the shop refused it (%s %s): %s\n' "$name" "$status" "$(field code)" "${detail:-$(cat "$answer")}" >&2
    # Which fields were wrong, one a line.
    grep -o '{"field":"[^"]*","code":"[^"]*","message":"[^"]*"}' "$answer" |
        sed 's/{"field":"\([^"]*\)","code":"[^"]*","message":"\([^"]*\)"}/  \1: \2/' >&2
    exit "$REFUSED"
}
