// node tests/benchmark/replications.mjs [RUNS]: how soon the page shows bands of Kunming 1957, how soon all its
// replications are there, and the longest task of its main thread meanwhile; with one worker and with as many as
// the browser has processors. Prints a table and a line of JSON.
import { dist, launch } from '../browser/browser.mjs';
import { serve } from '../../web/serve.mjs';

const runs = Number(process.argv[2] ?? 3);

/** Opens the page in a fresh browser and watches it until no work is left; times in ms since the page was ready. */
async function watch(url, workers) {
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })).newPage();
    await page.addInitScript((count) => {
      window.tasks = [];
      new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => window.tasks.push([startTime, duration]))).observe({ entryTypes: ['longtask'] });
      if (count) Object.defineProperty(navigator, 'hardwareConcurrency', { value: count });
    }, workers);
    await page.goto(url);
    await page.evaluate(() => window.zhengshe.ready);
    return await page.evaluate(async () => {
      const start = performance.now(), before = JSON.stringify(window.zhengshe.metrics());
      let firstBands = 0;
      while (window.zhengshe.busy()) {
        if (!firstBands && JSON.stringify(window.zhengshe.metrics()) !== before) firstBands = performance.now() - start;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const longest = Math.max(0, ...window.tasks.filter(([at]) => at >= start).map(([, duration]) => duration));
      return { workers: Math.min(8, navigator.hardwareConcurrency), firstBands, all: performance.now() - start, longest };
    });
  } finally {
    await browser.close();
  }
}

const server = await serve(dist);
const results = [];
console.log('workers  first bands ms  all ms  longest task ms (0: none above 50)');
for (let run = 0; run < runs; run++) {
  for (const workers of [1, undefined]) {
    const result = await watch(server.url, workers);
    results.push(result);
    console.log(`${String(result.workers).padStart(7)}  ${result.firstBands.toFixed(0).padStart(14)}  ${result.all.toFixed(0).padStart(6)}  ${result.longest.toFixed(0).padStart(15)}`);
  }
}
console.log(JSON.stringify(results));
process.exit(0);
