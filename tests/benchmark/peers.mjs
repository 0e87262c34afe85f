// node tests/benchmark/peers.mjs [--engine build/node/tests/peer_engine.js] [--seconds 5]
// How fast the same simplified model runs on one core in the product's engine (WebAssembly under node), in plain
// JavaScript over typed arrays, and in the npm package "simulation", each in a process of its own.
//
// The simplified model: every day each cooperative makes output·exp(shock)·(1 − loss·kinds), shock an AR(1); orders
// arrive with noise; deliveries are the lesser of output and waiting orders; a surplus is sold at a discount; kinds of
// goods return to those that attention keeps up, which are those at the start. The product runs it as a scenario whose other mechanisms are switched off by their
// coefficients; it still computes them. First all three must give the same days without noise.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const option = (name, usual) => (words.includes(name) ? words[words.indexOf(name) + 1] : usual);
const seconds = option('--seconds', '5'), engine = resolve(option('--engine', join(here, '..', '..', 'build', 'node', 'tests', 'peer_engine.js')));

const members = 104, cadres = 4, persistence = 0.6 ** (1 / 25.5);
const model = {
  cooperatives: 167, days: 365, output: (members - cadres) * 8, changeoverLoss: 0.01, varieties: 4, varietyRate: 1 - Math.exp(-1 / 60),
  orders: 700, backlog: 3000, orderNoise: 0.1, persistence, innovation: 0.09 * Math.sqrt(1 - persistence ** 2), surplusPrice: 0.95, surplusShare: 0.15,
};

// A bundled scenario with all cooperatives alike and every other mechanism at nothing.
function scenario() {
  const given = JSON.parse(readFileSync(join(here, '..', '..', 'assets', 'scenarios', 'classroom-12.json'), 'utf8'));
  const [trade] = given.trades, [cooperative] = given.cooperatives;
  const off = ['size_exponent', 'mixed_trades', 'distance_loss', 'practice_gain', 'democracy_gain', 'leave_hazard'];
  for (const name of off) given.assumptions[name] = { value: 0, distribution: 'fixed', unit: given.assumptions[name]?.unit ?? '1', provenance: 'assumed' };
  Object.assign(trade, { baseOutput: 8, reworkLabour: 0, priceOfSecond: 1, changeoverLoss: model.changeoverLoss, season: Array(12).fill(1) });
  const alike = (_, i) => ({
    ...cooperative, id: 1000 + 2 * i, workshops: [{ id: 1001 + 2 * i, trade: trade.id, x: 0, y: 0, members, skill: 1 }], bodies: 0.5, planning: 0.5, labourOrganisation: 0.5,
    nonProducingCadres: cadres, varieties: model.varieties, repertoire: 10, ordersPerDay: model.orders, backlog: model.backlog, repairShare: 0,
  });
  return { ...given, nextId: 5000, calendar: { start: '1956-10-01', horizonDays: model.days, restDay: null, holidays: [] }, trades: [trade], cooperatives: Array.from({ length: model.cooperatives }, alike), plans: [], claims: [] };
}

const path = join(mkdtempSync(join(tmpdir(), 'zhengshe-peers-')), 'simplified.json');
writeFileSync(path, JSON.stringify(scenario()));
const node = (...command) => JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 26 }));
const fetchless = ['--no-experimental-fetch'];  // Emscripten 3.1.6 takes node's fetch for a browser's
const told = {
  'product, WebAssembly': node(...fetchless, engine, path, seconds),
  'typed arrays': node(join(here, 'peer_arrays.mjs'), JSON.stringify(model), seconds),
  'npm simulation 9.0.0': node(join(here, 'peer_simulation.mjs'), JSON.stringify(model), seconds),
};

const [product, ...peers] = Object.entries(told);
for (const [name, peer] of peers)
  for (const series of ['good', 'backlogDays', 'varieties']) {
    assert.equal(peer[series].length, model.days, `${name}: ${series}`);
    peer[series].forEach((value, day) => {
      const own = product[1][series][day];
      assert.ok(Math.abs(value - own) <= 1e-5 * Math.max(Math.abs(own), 1), `${name}: ${series} of day ${day} is ${value}, the product's ${own}`);
    });
  }
console.log(`the same ${model.days} days without noise from all three, within 1e-5`);
for (const [name, { stepsPerSecond }] of Object.entries(told))
  console.log(`${name.padEnd(22)} ${stepsPerSecond.toExponential(3)} cooperative-days a second, product ${(product[1].stepsPerSecond / stepsPerSecond).toFixed(2)} times as fast`);
