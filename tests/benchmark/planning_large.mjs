// node tests/benchmark/planning_large.mjs ZHENGSHE [COOPERATIVES]: plans a portfolio of 10,000 cooperatives over the 52 weeks
// of a year with the command-line program, natively and on one thread. The generated portfolio's campaign of four months
// is spread over the year: three batches of the same sizes, four months apart, and teams for the same work, less in
// proportion. Prints value, bound, gap and seconds beside what they may be.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, cooperatives = '10000'] = process.argv.slice(2);
const most = { gap: 1, seconds: 20 };
const year = { starts: ['1956-10-03', '1957-02-01', '1957-06-01'], deadline: '1957-09-30' };

const day = (date) => Date.parse(date) / 86_400_000;

/** Teams that work as many days from the year's first start to its end as those of the campaign do until its deadline. */
function teamsForTheYear({ available }, deadline) {
  const teamDays = available.reduce((sum, { first, teams }, i) => {
    const end = i + 1 < available.length ? day(available[i + 1].first) : day(deadline) + 1;
    return sum + teams * (end - day(first));
  }, 0);
  return Math.ceil(teamDays / (day(year.deadline) + 1 - day(year.starts[0])));
}

const folder = mkdtempSync(join(tmpdir(), 'large-'));
const file = join(folder, 'large.json');
execFileSync(program, ['generate', '--cooperatives', cooperatives, '-o', file]);
const scenario = JSON.parse(readFileSync(file, 'utf8'));
const [plan] = scenario.plans;
scenario.teams.available = [{ first: year.starts[0], teams: teamsForTheYear(scenario.teams, plan.deadline) }];
plan.deadline = year.deadline;
plan.batches.forEach((batch, i) => { batch.earliestStart = year.starts[i]; });
writeFileSync(file, JSON.stringify(scenario));

const begin = process.hrtime.bigint();
const { stderr, status } = spawnSync(program, ['plan', file, '-o', join(folder, 'planned.json')], { encoding: 'utf8' });
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
rmSync(folder, { recursive: true });
process.stdout.write(stderr);
const gap = Number(/gap\s+([\d.]+) %/.exec(stderr)?.[1] ?? NaN);
const told = (what, value, limit, unit) => console.log(`${what} ${value} ${unit}   at most ${limit}${value <= limit ? '' : '   MISSED'}`);
told('gap', gap, most.gap, '%');
told('time', seconds.toFixed(1), most.seconds, 's');
process.exit(status === 0 && gap <= most.gap ? 0 : 1);
