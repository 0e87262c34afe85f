// node tests/benchmark/plan_highs.mjs PLAN_INSTANCES [--soak] [--seconds N]: holds the planner against HiGHS on numbered
// instances (tests/plan/instances.h): three of them, or all sixty with --soak. HiGHS has N seconds for each (60); where
// it is not done by then, its bound says how far its value and ours can be from the best. Both use one thread, and times
// are of the processor, which on an idle machine are those of the clock. Fails where a bound is below a known value or
// 0.1 % above the linear relaxation, where a plan does not fit or is more than 0.1 % below the best that HiGHS finds in
// time, or where too little room is not recognised. Ends in the line "plan_highs: N passed, N failed".
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, ...flags] = process.argv.slice(2);
const seconds = flags.includes('--seconds') ? Number(flags[flags.indexOf('--seconds') + 1]) : 60;
const numbers = Array.from({ length: flags.includes('--soak') ? 60 : 3 }, (_, i) => 20 * (i % 3) + Math.floor(i / 3));  // of each kind in turn
const load = createRequire(import.meta.url)('highs');
const tolerance = 1e-3;
const effort = '4';  // of the planner: four to seven seconds

function relaxed(lp) {
  const names = [...new Set(lp.match(/x\d+/g))];
  return lp.replace(/Binary[^]*End/, `Bounds\n${names.map((name) => ` 0 <= ${name} <= 1\n`).join('')}End`);
}

/** What HiGHS makes of it, in a fresh instance, since one that has met its time limit is not always usable again. */
async function highs(lp, options, kind) {
  const solver = await load();
  const { modelStatus, callbackType } = solver.constants;
  const begin = process.cpuUsage();
  const spent = () => { const { user, system } = process.cpuUsage(begin); return (user + system) / 1e3; };
  const stop = (event) => { if (spent() > 1e3 * seconds) event.interrupt(); };
  return solver.withModel({ format: 'lp', data: lp }, (model) => {
    model.options.set({ output_flag: false, ...options });
    model.run({ [callbackType.mipInterrupt]: stop, [callbackType.simplexInterrupt]: stop });
    const status = model.getModelStatus();
    return {
      ms: Math.round(spent()),
      feasible: status !== modelStatus.infeasible,
      done: status === modelStatus.optimal,
      value: model.info.get('primal_solution_status') === 2 ? model.getObjectiveValue() : -Infinity,
      bound: kind === 'whole' ? model.info.get('mip_dual_bound') : model.getObjectiveValue(),
    };
  });
}

function complaints({ ours, linear, exact }) {
  const found = [];
  if (!ours.fits) found.push('does not fit');
  if (!linear.feasible) return ours.tooLittle ? found : [...found, 'too little room not recognised'];
  if (ours.tooLittle) found.push('room not recognised');
  if (ours.bound < exact.value * (1 - 1e-9)) found.push('bound below a known value');
  if (ours.bound > linear.value * (1 + tolerance)) found.push('bound far above the linear relaxation');
  if (ours.value < exact.value * (1 - tolerance)) found.push('not as good');
  return found;
}

const percent = (value, of) => `${(100 * (value / of - 1)).toFixed(4)} %`;

function told({ number, ours, linear, exact }) {
  const head = `${number}: ${ours.items} items, `;
  if (!linear.feasible) return `${head}too little room ${ours.tooLittle ? '' : 'not '}recognised; ${ours.ms} ms against ${exact.ms} ms`;
  const theirs = exact.done ? 'the optimum' : exact.value > -Infinity ? 'HiGHS in time' : 'nothing by HiGHS in time,';
  return `${head}value ${ours.value}, ${theirs} ${exact.value} (${percent(ours.value, exact.value)}); bound ${ours.bound}, ` +
    `HiGHS's ${exact.bound}, the linear relaxation's ${linear.value} (${percent(ours.bound, linear.value)}); the plan below HiGHS's ` +
    `bound ${percent(ours.value, exact.bound)}, HiGHS's own value ${percent(exact.value, exact.bound)}; ${ours.ms} ms against ${exact.ms} ms`;
}

async function tried(number, folder) {
  const file = join(folder, `${number}.lp`);
  const ours = JSON.parse(execFileSync(program, [String(number), effort, file]));
  const lp = readFileSync(file, 'utf8');
  const linear = await highs(relaxed(lp), {}, 'linear');
  const exact = linear.feasible ? await highs(lp, { mip_rel_gap: 1e-6 }, 'whole') : linear;
  return { number, ours, linear, exact };
}

function summary(all) {
  const feasible = all.filter((one) => one.linear.feasible);
  const done = feasible.filter((one) => one.exact.done);
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const spread = (title, list) => list.length && console.log(`${title}: mean ${(100 * mean(list)).toFixed(4)} %, worst ${(100 * Math.max(...list)).toFixed(4)} %`);
  const short = (value, best) => (best - value) / best;
  const bound = ({ ours, exact }) => Math.min(ours.bound, exact.bound);
  const times = feasible.map(({ ours, exact }) => exact.ms / ours.ms);
  console.log(`${feasible.length} feasible: HiGHS proves the optimum of ${done.length}, and meets its ${seconds} s with the others`);
  spread('plans below the best known value', feasible.map(({ ours, exact }) => short(ours.value, Math.max(ours.value, exact.value))));
  const found = feasible.filter(({ exact }) => exact.value > -Infinity);
  if (found.length < feasible.length) console.log(`HiGHS finds no plan in time of ${feasible.length - found.length}`);
  spread('HiGHS below the best known value', found.map(({ ours, exact }) => short(exact.value, Math.max(ours.value, exact.value))));
  spread('plans below the best bound', feasible.map((one) => short(one.ours.value, bound(one))));
  spread('own bound above the linear relaxation', feasible.map(({ ours, linear }) => ours.bound / linear.value - 1));
  const proven = feasible.filter((one) => short(one.ours.value, bound(one)) <= tolerance).length;
  console.log(`plans proven to be within ${100 * tolerance} % of the best possible: ${proven} of ${feasible.length}`);
  console.log(`too little room recognised: ${all.filter((one) => !one.linear.feasible && one.ours.tooLittle).length} of ${all.length - feasible.length}`);
  console.log(`time of HiGHS over ours: ${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)}, median ${times.sort((a, b) => a - b)[times.length >> 1].toFixed(1)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
const all = [];
let failed = 0;
for (const number of numbers) {
  const one = await tried(number, folder);
  const wrong = complaints(one);
  failed += wrong.length > 0;
  all.push(one);
  console.log(told(one) + (wrong.length ? ` FAILED: ${wrong.join(', ')}` : ''));
}
rmSync(folder, { recursive: true });
summary(all);
console.log(`plan_highs: ${numbers.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
