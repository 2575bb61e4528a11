#!/usr/bin/env bash
# Shows newsgraph at work: tools/demo.sh FOLDER_WITH_PROGRAMS. Starts a daemon on a graph of its own, brings it
# the fixtures, shows claims and conflicts, and stops it. Leaves nothing behind.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
programs=$1

if [ -t 1 ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi
title() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

mkdir -p build
# Relative, since a socket's path may have no more than 107 bytes.
folder=$(mktemp -d build/demo.XXXXXX)
daemon=''
clean_up() {
  local status=$?
  if [ -n "$daemon" ]; then
    kill -TERM "$daemon" 2>/dev/null || true
    wait "$daemon" || status=1
  fi
  [ "$status" -eq 0 ] || { echo "The daemon's log:" >&2; tail -n 20 "$folder/log" >&2 || true; }
  rm -rf "$folder"
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

export NEWSGRAPH_SERVER=unix:$folder/socket
title "1. Starting newsgraphd on an empty graph"
"$programs/newsgraphd" --data "$folder/graph" --listen "$NEWSGRAPH_SERVER" 2>"$folder/log" &
daemon=$!
for _ in $(seq 100); do
  "$programs/newsgraph" info >/dev/null 2>&1 && break
  kill -0 "$daemon" 2>/dev/null || { daemon=''; echo "newsgraphd did not start" >&2; exit 1; }
  sleep 0.1
done
"$programs/newsgraph" info

title "2. Bringing it articles in German, English and Chinese: newsgraph ingest fixtures/articles"
"$programs/newsgraph" ingest fixtures/articles/*/article.jsonl

title "3. What they claim, the latest: newsgraph claims --limit 30"
"$programs/newsgraph" claims --limit 30

title "4. What cannot both be right: newsgraph conflicts"
"$programs/newsgraph" conflicts

title "5. Stopping newsgraphd"
kill -TERM "$daemon"
wait "$daemon"
daemon=''
cat <<TXT
It stopped cleanly; the graph of this demo is gone. Three commands to go on with:

  $programs/newsgraph check fixtures/articles/*/article.jsonl    # the same without a server
  $programs/newsgraph extract fixtures/articles/byd-en-1/article.jsonl    # all that was read, as JSON
  $programs/newsgraphd --data build/graph &    # a graph that stays; then newsgraph ingest, claims, watch
TXT
