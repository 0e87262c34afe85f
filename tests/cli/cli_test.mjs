// ZHENGSHE_PROGRAM=… ZHENGSHE_ASSETS=… node --test tests/cli/cli_test.mjs: the command-line program as its users meet it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";
import test from "node:test";

const [program, assets] = [process.env.ZHENGSHE_PROGRAM, process.env.ZHENGSHE_ASSETS];
const classroom = join(assets, "scenarios", "classroom-12.json");
const folder = mkdtempSync(join(tmpdir(), "zhengshe-cli-"));

function zhengshe(args, input = "") {
  const result = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

test("without a command, with a wrong one or a wrong option, it says what is right and exits with 2", () => {
  for (const args of [[], ["fly"], ["run"], ["run", "--fast", classroom], ["hash", "--seed", "x", classroom], ["run", "--replications", "5..5", classroom],
    ["generate", "--kunming", "--cooperatives", "3"], ["validate", "--json=yes", classroom], ["run", "--plan", "nobody", classroom], ["hash", classroom, "--seed"]]) {
    const result = zhengshe(args);
    assert.equal(result.code, 2, args.join(" "));
    assert.equal(result.out, "");
    assert.match(result.err, /zhengshe/);
  }
});

test("help of the program and of every command exits with 0", () => {
  const help = zhengshe(["--help"]);
  assert.equal(help.code, 0);
  for (const command of ["run", "validate", "hash", "claims", "evaluate", "sensitivity", "compare", "calibrate", "inspection", "sizes", "merge", "generate", "migrate", "diff", "link", "schema"]) {
    assert.match(help.out, new RegExp(`^  ${command} `, "m"));
    assert.match(zhengshe([command, "--help"]).out, /^Usage: zhengshe/);
  }
});

test("files that are not there exit with 3, and nothing is written", () => {
  assert.equal(zhengshe(["run", join(folder, "nothing.json")]).code, 3);
  assert.equal(zhengshe(["migrate", "-o", join(folder, "no", "such", "folder.json"), classroom]).code, 3);
  assert.equal(zhengshe(["validate", folder]).code, 3);
});

test("a file with problems lists them with places, exits with 1 and leaves the output alone", () => {
  const bad = join(folder, "bad.json");
  const kept = join(folder, "kept.json");
  writeFileSync(bad, readFileSync(classroom, "utf8").replace('"horizonDays": 240', '"horizonDays": -1'));
  writeFileSync(kept, "good");
  assert.equal(zhengshe(["migrate", "-o", kept, bad]).code, 1);
  assert.equal(readFileSync(kept, "utf8"), "good");
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes(".part")), []);
  const plain = zhengshe(["validate", bad, classroom]);
  assert.equal(plain.code, 1);
  assert.match(plain.out, /bad\.json:\d+:\d+: error: .*\[out_of_range \/calendar\/horizonDays\]/);
  const [problem] = JSON.parse(zhengshe(["validate", "--json", bad]).out);
  assert.equal(problem.code, "out_of_range");
  assert.ok(problem.line > 1 && problem.column > 1 && problem.zh.length > 0);
  assert.match(zhengshe(["validate", "--language", "zh", bad]).out, /不在/);
});

test("standard input and -o give the same as a file and standard output", () => {
  const text = readFileSync(classroom, "utf8");
  assert.equal(zhengshe(["migrate", "-"], text).out, text);
  const copy = join(folder, "copy.json");
  assert.equal(zhengshe(["migrate", classroom, "-o", copy]).out, "");
  assert.equal(readFileSync(copy, "utf8"), text);
});

test("a run prints a line per arm and day", () => {
  const lines = zhengshe(["run", classroom]).out.trimEnd().split("\r\n");
  assert.equal(lines.length, 1 + 2 * 240);
  assert.match(lines[0], /^replication,arm,date,good_output,/);
  const summary = JSON.parse(zhengshe(["run", "--format", "json", "--replications", "2..4", classroom]).out);
  assert.deepEqual(summary.runs.map((run) => run.replication), ["2", "3"]);
});

test("hashes repeat; the centre run's does not depend on the seed, a replication's does", () => {
  const hash = (...args) => zhengshe(["hash", ...args, classroom]).out;
  assert.equal(hash(), hash("--seed", "99"));
  assert.equal(hash("--replications", "3..4"), hash("--replications", "3..4"));
  assert.notEqual(hash("--replications", "3..4"), hash("--replications", "3..4", "--seed", "99"));
  assert.equal(hash("--each-day").trimEnd().split("\n").length, 2 * 240);
});

test("diff is silent on equals and names day, cooperative and field on differences", () => {
  const changed = join(folder, "changed.json");
  const scenario = JSON.parse(readFileSync(classroom, "utf8"));
  scenario.cooperatives[4].tariffWage += 3;
  writeFileSync(changed, JSON.stringify(scenario));
  assert.deepEqual(zhengshe(["diff", classroom, classroom]), { code: 0, out: "", err: "" });
  const different = zhengshe(["diff", classroom, changed]);
  assert.equal(different.code, 1);
  assert.match(different.out, new RegExp(`cooperative ${scenario.cooperatives[4].id} `));
});

test("a link holds the whole scenario", () => {
  const link = zhengshe(["link", classroom]).out;
  assert.equal(zhengshe(["link", "--read", "-"], link).out, readFileSync(classroom, "utf8"));
  const cut = zhengshe(["link", "--read", "-"], link.slice(0, -50));
  assert.equal(cut.code, 1);
  assert.match(cut.err, /Link damaged: [\d,]+ of [\d,]+ characters/);
});

test("bundled scenarios and the schema are what the program makes", () => {
  for (const name of zhengshe(["generate", "--list"]).out.trim().split("\n")) {
    const file = join(assets, "scenarios", `${name}.json`);
    assert.ok(existsSync(file), name);
    assert.equal(zhengshe(["generate", "--scenario", name]).out, readFileSync(file, "utf8"));
  }
  assert.equal(zhengshe(["schema"]).out, readFileSync(join(assets, "scenario.schema.json"), "utf8"));
  const portfolio = zhengshe(["generate", "--cooperatives", "20", "--seed", "7"]).out;
  assert.equal(portfolio, zhengshe(["generate", "--seed", "7", "--cooperatives", "20"]).out);
  assert.equal(JSON.parse(portfolio).cooperatives.length, 20);
});

test("claims prints a verdict for each claim", () => {
  const rows = JSON.parse(zhengshe(["claims", "--replications", "3", "--format", "json", join(assets, "scenarios", "kunming-1957.json")]).out);
  assert.equal(rows.length, 13);
  assert.ok(rows.every((row) => row.verdict));
});

test("an evaluation puts each estimator beside the truth, and says why before and after misleads", () => {
  const nothing = join(assets, "scenarios", "nothing-works.json");
  const { code, out } = zhengshe(["evaluate", nothing]);
  assert.equal(code, 0);
  for (const words of [/before and after +[+-]/, /difference-in-differences +[+-]/, /two-way fixed effects +[+-]/, /not identified/, /left alone \(season and trend\)/, /p = /, /The best of \d+/])
    assert.match(out, words);
  const [evaluation] = JSON.parse(zhengshe(["evaluate", "--format", "json", "--metric", "rework_rate", nothing]).out);
  assert.ok(Math.abs(evaluation.effect + evaluation.common + evaluation.selection - evaluation.beforeAfter.estimate) < 1e-12);
  assert.match(zhengshe(["evaluate", "--replications", "3", classroom]).out, /group_time +3\/3/);
  assert.equal(zhengshe(["evaluate", "--metric", "members", classroom]).code, 2);
});

test("shards merge to the bytes of one run, and say what it would have said", () => {
  const shard = (range, name, ...more) => {
    const file = join(folder, name);
    assert.equal(zhengshe(["run", "--format", "shard", "--replications", range, "-o", file, ...more, classroom]).code, 0);
    return file;
  };
  const whole = shard("0..10", "whole.shard", "--threads", "2");
  const parts = [shard("7..10", "c.shard", "--threads", "7"), shard("0..3", "a.shard"), shard("3..7", "b.shard")];
  const merged = join(folder, "merged.shard");
  assert.equal(zhengshe(["merge", ...parts, "-o", merged]).code, 0);
  assert.deepEqual(readFileSync(merged), readFileSync(whole));
  const bands = zhengshe(["merge", "--format", "bands", ...parts]).out;
  assert.equal(bands, zhengshe(["run", "--format", "bands", "--replications", "10", classroom]).out);
  assert.match(bands, /^planned,good_output,\d{4}-\d\d-\d\d,10(,[\d.]+){5}\r$/m);
  assert.equal(zhengshe(["merge", classroom]).code, 1);
  assert.equal(zhengshe(["merge", shard("0..1", "other.shard", "--seed", "99"), parts[0]]).code, 1);
  assert.equal(zhengshe(["run", "--format", "shard", classroom]).code, 2);
});

test("assumptions are ranked by their share in what the plan changes", () => {
  const { code, out } = zhengshe(["sensitivity", "--replications", "16", classroom]);
  assert.equal(code, 0);
  const totals = out.trim().split("\r\n").slice(1).map((row) => Number(row.split(",")[1]));
  assert.ok(totals.length > 30 && totals[0] > 0);
  assert.deepEqual(totals, [...totals].sort((a, b) => b - a));
  assert.equal(zhengshe(["sensitivity", "--metric", "happiness", classroom]).code, 2);
});

test("sizes prints both curves, with the best sizes", () => {
  const { code, out } = zhengshe(["sizes", join(assets, "scenarios", "kunming-1957.json")]);
  assert.equal(code, 0);
  const rows = out.trim().split("\r\n").map((row) => row.split(","));
  assert.deepEqual(rows.shift(), ["trade", "best_gross", "best_good", "members", "gross", "good"]);
  const reference = rows.filter((row) => row[0] === "reference").map((row) => row.slice(1).map(Number));
  assert.equal(reference.length, 40);
  assert.ok(reference.every(([gross, good]) => gross === 104 && Math.abs(good - 60) <= 5));
  const peak = (column) => reference.reduce((a, b) => (b[column] > a[column] ? b : a))[2];
  assert.equal(peak(3), 100);
  assert.equal(peak(4), 60);
});

// Every command with input that it cannot use: its exit code, a message that says why, and an -o file left as it was.
const broken = join(folder, "broken.json");
const shard = join(folder, "small.shard");
const kunming = join(assets, "scenarios", "kunming-1957.json");
const refused = [
  ...["run", "hash", "claims", "evaluate", "sensitivity", "sizes", "plan", "compare", "calibrate", "inspection", "migrate", "link"].flatMap((command) => [
    [[command, broken], 1, /broken\.json:\d+:\d+: error: /],
    [[command, join(folder, "none.json")], 3, /none\.json/],
    [[command, classroom, classroom, classroom], 2, /Usage/],
    [[command, "--cooperatives", "3", classroom], 2, /has no option --cooperatives/],
  ]),
  ...["run", "hash", "claims", "evaluate", "sensitivity", "plan", "compare", "calibrate", "inspection"].map((command) => [[command, "--plan", "nobody", kunming], 2, /no plan "nobody"; there are left_alone, \d/]),
  ...["run", "hash", "claims", "evaluate", "sensitivity", "plan", "compare", "diff"].map((command) => [[command, "--seed", "-1", classroom, classroom], 2, /--seed needs a whole number/]),
  ...["", "x", "0", "3..3", "4..3", "-1..2", "1..", "2.5", "99999999999"].map((range) => [["run", "--replications", range, classroom], 2, /--replications /]),
  ...["claims", "evaluate", "compare"].map((command) => [[command, "--format", "shard", classroom], 2, /--format/]),
  [["run", "--format", "xml", classroom], 2, /--format is/],
  [["run", "--threads", "0", classroom], 2, /--threads needs/],
  [["claims", "--replications", "2..5", classroom], 2, /0 to N-1/],
  [["sensitivity", "--replications", "2..5", classroom], 2, /give N/],
  [["compare", "--replications", "2..5", classroom], 2, /give N/],
  [["inspection", "--replications", "2..5", classroom], 2, /give N/],
  [["calibrate", "--replications", "2..5", kunming], 2, /give N/],
  [["calibrate", classroom], 1, /neither monthly outcomes nor claims/],
  [["compare", "--metric", "happiness", classroom], 2, /no metric "happiness"/],
  [["evaluate", "--metric", "happiness", classroom], 2, /--metric is one of/],
  [["plan", "--strategy", "fastest", classroom], 2, /no strategy "fastest"; there are optimal/],
  [["plan", "--effort", "0", classroom], 2, /--effort needs/],
  [["plan", "--plan", "left_alone", classroom], 1, /no plan with a batch/],
  [["diff", classroom, broken], 1, /broken\.json/],
  [["diff", classroom], 2, /Usage/],
  [["merge", shard, shard.replace("small", "none")], 3, /none\.shard/],
  [["merge", broken], 1, /is not a shard/],
  [["merge", "--format", "json", shard], 2, /merge writes/],
  [["generate", "--scenario", "nowhere"], 2, /generate --list/],
  [["generate", "--cooperatives", "0"], 2, /--cooperatives needs/],
  [["generate", "--seed", "3"], 2, /--seed goes with --cooperatives/],
  [["generate", classroom], 2, /Usage/],
  [["link", "--read", broken], 1, /broken\.json/],
  [["schema", classroom], 2, /Usage/],
];

test("what a command cannot use is refused with a reason, and nothing is written", () => {
  writeFileSync(broken, readFileSync(classroom, "utf8").replace('"members": ', '"members": -'));
  assert.equal(zhengshe(["run", "--format", "shard", "--replications", "1", "-o", shard, classroom]).code, 0);
  const kept = join(folder, "kept.txt");
  for (const [args, code, reason] of refused) {
    writeFileSync(kept, "good");
    const result = zhengshe([...args, "-o", kept]);
    assert.equal(result.code, code, `${args.join(" ")}: ${result.err}`);
    assert.match(result.err, reason, args.join(" "));
    assert.equal(result.out, "", args.join(" "));
    assert.equal(readFileSync(kept, "utf8"), "good", args.join(" "));
  }
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes(".part")), []);
});

test("plans are compared by the same luck, with chances, regret and who loses", () => {
  const args = ["compare", "--replications", "20", classroom];
  const { code, out } = zhengshe(args);
  assert.equal(code, 0);
  for (const words of [/^As they come: [\d.]+, regret /m, /^Worst first: .* \[.*\] .* \/ .*, P [\d.]+$/m, /^left alone: .*; -/m, /^trade 1: .*, mean of 2$/m, /^batch 90: /m, /^worse off: \d+ of 12$/m])
    assert.match(out, words);
  const made = JSON.parse(zhengshe([...args, "--format", "json"]).out);
  assert.deepEqual(made.plans.map((plan) => typeof plan.plan), ["number", "number", "string"]);
  const [first, , alone] = made.plans;
  assert.equal(first.difference, 0);
  assert.ok(Math.abs(first.probabilityBetter - 0.5) < 1e-9);
  assert.ok(alone.difference < 0 && alone.meanLow < alone.difference && alone.difference < alone.meanHigh && alone.low <= alone.high);
  assert.ok(Math.abs(alone.difference - (alone.mean - first.mean)) < 1e-9);
  assert.equal(made.cooperatives.length, 12);
  const turned = JSON.parse(zhengshe([...args, "--format", "json", "--plan", "left_alone", "--metric", "rework_rate"]).out);
  assert.equal(turned.plans[0].plan, "left_alone");
  assert.ok(turned.plans[1].difference < 0 && turned.plans[1].probabilityBetter > 0.5, "less rework is better");
  assert.ok(turned.cooperatives.every((one) => one.planned === one.leftAlone));
});

test("calibrate writes narrower ranges inside the documented ones, whatever the number of threads", () => {
  const fitted = join(folder, "fitted.json");
  const modern = join(assets, "scenarios", "modern-programme.json");
  const { code, err } = zhengshe(["calibrate", "--replications", "60", "--threads", "2", "-o", fitted, modern]);
  assert.equal(code, 0);
  assert.match(err, /^fitted to   monthly_wage of cooperative 29, 2026-03-31: 4860\.4$/m);
  assert.match(err, /^worth +[\d.]+ equal replications$/m);
  const text = readFileSync(fitted, "utf8");
  assert.equal(zhengshe(["calibrate", "--replications", "60", modern]).out, text);
  assert.equal(zhengshe(["validate", fitted]).code, 0);
  assert.notEqual(text, readFileSync(modern, "utf8"));
});

test("inspection ranks the cooperatives by what one more day is worth", () => {
  const { code, out } = zhengshe(["inspection", "--replications", "20", classroom]);
  assert.equal(code, 0);
  const rows = out.trim().split("\r\n").map((row) => row.split(","));
  assert.deepEqual(rows.shift(), ["cooperative", "one_more_day", "knowing_all", "usual", "right", "right_one_more_day"]);
  assert.equal(rows.length, 12);
  const worths = rows.map((row) => Number(row[1]));
  assert.deepEqual(worths, [...worths].sort((a, b) => b - a));
});

test("a terminal shows how far a long run is and is left clean, a pipe shows nothing", () => {
  const options = ["run", "--format", "shard", "--replications", "200", "-o", join(folder, "long.shard")];
  assert.equal(zhengshe([...options, join(assets, "scenarios", "kunming-1957.json")].slice(0, 4).concat("64", "-o", join(folder, "short.shard"), classroom)).err, "");
  const command = [program, ...options, join(assets, "scenarios", "kunming-1957.json")].map((word) => `'${word}'`).join(" ");
  const shown = spawnSync("script", ["-qec", command, "/dev/null"], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(shown.status, 0);
  const counts = [...shown.stdout.matchAll(/\r\u001b\[Kreplications \[(#*) *\] (\d+) of 200, \d+ (?:s|min) left/g)];
  assert.ok(counts.length >= 2, shown.stdout);
  assert.ok(counts.every((count, i) => i === 0 || Number(count[2]) > Number(counts[i - 1][2])));
  assert.ok(shown.stdout.endsWith("\r\u001b[K"));
});

test("a scenario without plans has nothing to compare but being left alone", () => {
  const result = zhengshe(["compare", "--replications", "5", join(assets, "scenarios", "kunming-left-alone.json")]);
  assert.equal(result.code, 0, result.err);
  assert.match(result.out, /^left alone: [\d.]+, regret 0$/m);
  assert.doesNotMatch(result.out, /turns on/);
});

test("work of 10^18 steps is asked about at once, with an estimate, and nothing is begun", () => {
  const document = JSON.parse(zhengshe(["generate", "--cooperatives", "20000", "--seed", "1"]).out);
  document.calendar.horizonDays = 36525;
  const long = join(folder, "long.json"), kept = join(folder, "kept.csv");
  writeFileSync(long, JSON.stringify(document));
  writeFileSync(kept, "good");
  const [notice] = JSON.parse(zhengshe(["validate", "--json", long]).out);
  assert.deepEqual([notice.severity, notice.code, notice.path], ["notice", "much_work", "/calendar/horizonDays"]);
  assert.ok(notice.line > 0 && notice.column > 0);
  assert.equal(zhengshe(["validate", long]).code, 0);
  const asked = zhengshe(["run", "--replications", "2000000000", "-o", kept, long]);
  assert.equal(asked.code, 2);
  assert.match(asked.err, /error: Simulating 20000 cooperatives on 36525 days, 2000000000 times, would take about \d+ years.*\[much_work \/calendar\/horizonDays\]/);
  assert.match(asked.err, /--anyway/);
  assert.equal(readFileSync(kept, "utf8"), "good");
  for (const command of ["hash", "claims", "compare", "evaluate", "calibrate", "inspection", "sensitivity", "plan"])
    assert.match(zhengshe([command, "--replications", "2147483647", classroom]).err, /much_work/, command);
});

test("what is asked about is done with --anyway, and gives what it gives without", () => {
  assert.equal(zhengshe(["hash", "--anyway", classroom]).out, zhengshe(["hash", classroom]).out);
});
