// node tests/benchmark/plan_highs.mjs PLAN_INSTANCES [--soak] [--seconds N]: holds the planner against HiGHS on numbered
// instances (tests/plan/instances.h): three of them, or all sixty with --soak. Fails where a bound is below a known value,
// where a plan does not fit or is more than 0.1 % below the best that HiGHS finds in time, or where too little room is
// not recognised.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, ...flags] = process.argv.slice(2);
const seconds = flags.includes('--seconds') ? Number(flags[flags.indexOf('--seconds') + 1]) : 60;
const numbers = flags.includes('--soak') ? Array.from({ length: 60 }, (_, i) => i) : [0, 20, 40];
const load = createRequire(import.meta.url)('highs');
const folder = mkdtempSync(join(tmpdir(), 'plan-'));
let failures = 0;

function relaxed(lp) {
  const names = [...new Set(lp.match(/x\d+/g))];
  return lp.replace(/Binary[^]*End/, `Bounds\n${names.map((name) => ` 0 <= ${name} <= 1\n`).join('')}End`);
}

/** What HiGHS makes of it, in a fresh instance, since one that has met its time limit is not always usable again. */
async function highs(lp, options) {
  const solver = await load();
  const begin = Date.now();
  const answer = solver.solve(lp, options);
  return { status: answer.Status, value: answer.ObjectiveValue, ms: Date.now() - begin };
}

for (const number of numbers) {
  const file = join(folder, `${number}.lp`);
  const ours = JSON.parse(execFileSync(program, [String(number), '1', file]));
  const lp = readFileSync(file, 'utf8');
  const linear = await highs(relaxed(lp), {});
  const feasible = linear.status === 'Optimal';
  const exact = feasible ? await highs(lp, { mip_rel_gap: 1e-6, time_limit: seconds }) : linear;
  const complaints = [];
  if (!ours.fits) complaints.push('does not fit');
  if (!feasible && !ours.tooLittle) complaints.push('too little room not recognised');
  if (feasible && ours.tooLittle) complaints.push('room not recognised');
  if (feasible && ours.bound < linear.value * (1 - 1e-9) - 1e-9 && ours.bound < exact.value) complaints.push('bound below a known value');
  if (feasible && ours.value < exact.value * (1 - 1e-3)) complaints.push('not as good');
  failures += complaints.length;
  const share = (value, of) => `${(100 * (value / of - 1)).toFixed(3)} %`;
  console.log(`${number}: ${ours.items} items, unplaced ${ours.unplaced}, too little ${ours.tooLittle}; value ${ours.value}, HiGHS ${exact.status} ${exact.value}` +
    (feasible ? ` (${share(ours.value, exact.value)}); bound ${ours.bound}, linear ${linear.value} (${share(ours.bound, linear.value)})` : '') +
    `; ${ours.ms} ms against ${exact.ms} ms${complaints.length ? ` FAILED: ${complaints.join(', ')}` : ''}`);
}
rmSync(folder, { recursive: true });
process.exit(failures ? 1 : 0);
