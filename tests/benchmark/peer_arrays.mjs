// One of the three programs of peers.mjs: the simplified model in plain JavaScript over typed arrays.
//   node peer_arrays.mjs MODEL SECONDS
const model = JSON.parse(process.argv[2]), seconds = Number(process.argv[3]);
const { cooperatives: n, days } = model;
const columns = () => new Float64Array(n);
const shock = columns(), backlog = columns(), varieties = columns(), cash = columns();
let state = 88172645;

function uniform() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return ((state >>> 0) + 0.5) / 4294967296;
}

let spare = NaN;
function normal() {
  if (!Number.isNaN(spare)) {
    const kept = spare;
    spare = NaN;
    return kept;
  }
  const radius = Math.sqrt(-2 * Math.log(uniform())), angle = 2 * Math.PI * uniform();
  spare = radius * Math.sin(angle);
  return radius * Math.cos(angle);
}

function begin() {
  shock.fill(0);
  backlog.fill(model.backlog);
  varieties.fill(model.varieties);
  cash.fill(0);
}

// A day of everybody; the city's good output.
function step(noise) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    shock[i] = model.persistence * shock[i] + noise * model.innovation * (noise ? normal() : 0);
    const good = model.output * Math.exp(shock[i]) * (1 - model.changeoverLoss * varieties[i]);
    const orders = model.orders * Math.max(1 + noise * model.orderNoise * (noise ? normal() : 0), 0);
    const waiting = backlog[i] + orders, deliveries = Math.min(good, waiting);
    backlog[i] = waiting - deliveries;
    cash[i] += deliveries + model.surplusPrice * Math.min(good - deliveries, model.surplusShare * orders);
    varieties[i] += (model.varieties - varieties[i]) * model.varietyRate;
    sum += good;
  }
  return sum;
}

const total = (column) => column.reduce((sum, x) => sum + x, 0);
const series = { good: [], backlogDays: [], varieties: [] };
begin();
for (let day = 0; day < days; day++) {
  series.varieties.push(total(varieties));
  series.good.push(step(0));
  series.backlogDays.push(total(backlog) / (n * model.orders));
}

let runs = 0;
const start = process.cpuUsage();
const taken = () => { const used = process.cpuUsage(start); return (used.user + used.system) / 1e6; };
while (taken() < seconds) {
  begin();
  for (let day = 0; day < days; day++) step(1);
  runs++;
}
console.log(JSON.stringify({ ...series, stepsPerSecond: (runs * n * days) / taken() }));
