#!/usr/bin/env bash
# Instructions of a replication of Kunming 1957, per width of vectors, held to ±1 % of the record where the compiler is
# the one it was made with.
#   bash tests/benchmark/instructions.sh PROGRAM            compares
#   UPDATE_GOLDEN=1 bash tests/benchmark/instructions.sh PROGRAM   records
# PROGRAM: the benchmark `instructions` of a Release build. Without valgrind or with another compiler it is skipped: exit code 77.
set -eu
program=$1
record=$(dirname "${BASH_SOURCE[0]}")/instructions.txt
if ! command -v valgrind >/dev/null; then echo "instructions: skipped, there is no valgrind"; exit 77; fi
compiler="$(readelf -p .comment "$program" | sed -n 's/.*GCC: (\(.*\)) .*/\1/p' | head -1)"

# Collected instructions at a width.
count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null '--toggle-collect=zhengshe::sim::run(*' "$program" "$1" 2>&1 |
    sed -n 's/.*Collected : *\([0-9]*\).*/\1/p'
}

if [ -n "${UPDATE_GOLDEN:-}" ]; then
  echo "compiler $compiler" >"$record"
  for width in 2 4; do echo "width $width $(count $width)" >>"$record"; done
  cat "$record"
  exit 0
fi
if [ "$(sed -n 's/^compiler //p' "$record")" != "$compiler" ]; then
  echo "instructions: skipped, recorded with another compiler than $compiler"
  exit 77
fi
failed=0
for width in 2 4; do
  recorded=$(sed -n "s/^width $width //p" "$record")
  now=$(count $width)
  verdict=ok
  if [ $((now * 100)) -gt $((recorded * 101)) ] || [ $((now * 100)) -lt $((recorded * 99)) ]; then verdict=FAILED failed=1; fi
  echo "instructions at width $width: $now, recorded $recorded: $verdict"
done
exit $failed
