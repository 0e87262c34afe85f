// One of the three programs of peers.mjs: the simplified model in the npm package "simulation" (AGPL; this program runs
// by itself and is no part of the product).
//   node peer_simulation.mjs MODEL SECONDS
import { Model } from 'simulation';

const model = JSON.parse(process.argv[2]), seconds = Number(process.argv[3]);

// The model in `place`: a Model, or an agent of one. Its stocks, and what is read of them.
function describe(place, noise) {
  const variable = (name, value, ...on) => link(place.Variable({ name, value }), on);
  const link = (to, on) => { on.forEach((from) => place.Link(from, to)); return to; };
  const shock = place.Stock({ name: 'Shock', initial: 0 }), backlog = place.Stock({ name: 'Backlog', initial: model.backlog });
  const varieties = place.Stock({ name: 'Varieties', initial: model.varieties }), cash = place.Stock({ name: 'Cash', initial: 0 });
  const drawn = noise ? 'RandNormal(0, 1)' : '0';
  const today = variable('Today', `${model.persistence} * [Shock] + ${model.innovation} * ${drawn}`, shock);
  const good = variable('Good', `${model.output} * Exp([Today]) * (1 - ${model.changeoverLoss} * [Varieties])`, today, varieties);
  const orders = variable('Orders', `${model.orders} * Max(1 + ${model.orderNoise} * ${drawn}, 0)`);
  const deliveries = variable('Deliveries', 'Min([Good], [Backlog] + [Orders])', good, backlog, orders);
  link(place.Flow(null, shock, { name: 'Move', rate: '[Today] - [Shock]', nonNegative: false }), [today, shock]);
  link(place.Flow(null, backlog, { name: 'Wait', rate: '[Orders] - [Deliveries]', nonNegative: false }), [orders, deliveries]);
  link(place.Flow(null, varieties, { name: 'Restore', rate: `(${model.varieties} - [Varieties]) * ${model.varietyRate}`, nonNegative: false }), [varieties]);
  link(place.Flow(null, cash, { name: 'Earn', rate: `[Deliveries] + ${model.surplusPrice} * Min([Good] - [Deliveries], ${model.surplusShare} * [Orders])` }), [deliveries, good, orders]);
  return { good, backlog, varieties };
}

const fresh = () => new Model({ timeStart: 0, timeLength: model.days, timeUnits: 'Days', timeStep: 1 });

// Of one cooperative without noise, times their number. A stock has the value of the morning.
function series() {
  const one = fresh(), parts = describe(one, false), result = one.simulate();
  const n = model.cooperatives, days = model.days;
  return {
    good: result.series(parts.good).slice(0, days).map((x) => x * n),
    backlogDays: result.series(parts.backlog).slice(1, days + 1).map((x) => x / model.orders),
    varieties: result.series(parts.varieties).slice(0, days).map((x) => x * n),
  };
}

function run() {
  const city = fresh(), agent = city.Agent({ name: 'Cooperative' });
  describe(agent, true);
  city.Population({ name: 'Cooperatives', agentBase: agent, populationSize: model.cooperatives });
  city.simulate();
}

const told = series();
run();  // warms up
let runs = 0;
const start = process.cpuUsage();
const taken = () => { const used = process.cpuUsage(start); return (used.user + used.system) / 1e6; };
for (; taken() < seconds || runs === 0; runs++) run();
console.log(JSON.stringify({ ...told, stepsPerSecond: (runs * model.cooperatives * model.days) / taken() }));
