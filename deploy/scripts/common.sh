# shellcheck shell=sh disable=SC2154
# What the scripts here share. Needs curl and the tools that every POSIX system has. Not to be run, but read with ".".

# Statuses that every script ends with.
REFUSED=1 WRONG_USE=2 UNREACHABLE=3 SOME_FAILED=4

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

# Everything but letters, digits and -._~ in its percent-encoding.
encoded() {
    printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g' |
        sed 's/%2d/-/g; s/%2e/./g; s/%5f/_/g; s/%7e/~/g'
}

# The first text of that name in the last answer.
field() {
    grep -oE "\"$1\" *: *\"([^\"\\\\]|\\\\.)*\"" "$answer" | head -n 1 | sed 's/^"[^"]*" *: *"//; s/"$//; s/\\"/"/g'
}

# The first number of that name in the last answer.
number() {
    grep -oE "\"$1\" *: *-?[0-9]+" "$answer" | head -n 1 | sed 's/.*: *//'
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

# What follows uses what the script has read from its command line: $url, $here, $key_file, $command and $count.

# option_value LEFT OPTION: an option that needs a value is not the last word.
option_value() {
    [ "$1" -ge 2 ] || wrong "Option $2 needs a value."
}

# takes COUNT WHAT: the words that $command needs, itself among them.
takes() {
    [ "$count" -eq "$1" ] || wrong "$command takes $2."
}

# Words that go into a path: nothing in them may mean something there.
plain() {
    case $1 in
    '' | *[!A-Za-z0-9._-]*) wrong "\"$1\" is not a $2." ;;
    esac
}

# The key to call with: from $key_file, else from the environment, else what deploy/up wrote.
api_key() {
    if [ -n "$key_file" ]; then
        [ -r "$key_file" ] || wrong "The key file $key_file cannot be read."
        head -n 1 "$key_file"
    elif [ -n "${QUAYSIDE_API_KEY:-}" ]; then
        printf '%s\n' "$QUAYSIDE_API_KEY"
    elif [ -r "$here/../../.quayside/admin-api-key" ]; then
        head -n 1 "$here/../../.quayside/admin-api-key"
    else
        wrong 'There is no API key: set QUAYSIDE_API_KEY or use --key-file.'
    fi
}

# pages PATH: every page of a list, one a line.
pages() {
    next=$1
    while [ -n "$next" ]; do
        case $next in
        http*) request GET "$next" ;;
        *) request GET "$url$next" ;;
        esac
        require_ok
        cat "$answer"
        echo
        next=$(sed -n 's/.*"next": *"\([^"]*\)".*/\1/p' "$answer")
    done
}
