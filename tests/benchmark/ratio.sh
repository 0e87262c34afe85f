#!/usr/bin/env bash
# How much slower WebAssembly is than the same source for baseline x86-64, from runs that take turns.
#   bash tests/benchmark/ratio.sh NATIVE WASM ROUNDS [arguments of both ...]
# NATIVE: `kernel_benchmark`, or `run_benchmark` with the arguments --width 2 167, of a Release build;
# WASM: the same program's .js of an Emscripten build.
# Prints nanoseconds per cooperative-day of both at two doubles per vector, best of the rounds, and their ratio as JSON.
set -eu
native=$1 wasm=$2 rounds=$3
node=(node)
if node --no-experimental-fetch -e 0 2>/dev/null; then node+=(--no-experimental-fetch); fi
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
for ((round = 0; round < rounds; ++round)); do
  "$native" --json "${@:4}" >"$here/native.$round"
  "${node[@]}" "$wasm" --json "${@:4}" >"$here/wasm.$round"
done
node -e '
const fs = require("fs"), [folder, rounds] = process.argv.slice(1);
const read = (kind, round) => JSON.parse(fs.readFileSync(`${folder}/${kind}.${round}`));
// Rows of the kernel benchmark, or runs of the other.
const times = (told) => Array.isArray(told)
  ? told.filter((row) => row.kernel === "two doubles").map((row) => [`${row.cooperatives} ${row.part}`, row.bestNs])
  : told.runs.map((row) => [`${row.cooperatives} replication`, row.replicationNs]);
const best = (kind) => {
  const least = new Map();
  for (let round = 0; round < rounds; ++round)
    for (const [name, ns] of times(read(kind, round))) least.set(name, Math.min(ns, least.get(name) ?? Infinity));
  return least;
};
const native = best("native"), wasm = best("wasm");
console.log(JSON.stringify([...native].map(([name, ns]) => ({ name, nativeNs: ns, wasmNs: wasm.get(name), ratio: +(wasm.get(name) / ns).toFixed(3) })), null, 1));
' "$here" "$rounds"
