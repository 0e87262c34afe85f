// node tests/benchmark/planning.mjs [FILE] [TIMES]: how soon a plan is good in Chromium. Opens FILE (Kunming 1957) in the
// hosted page, freshly loaded each time, presses "Make a plan" in Batches and reads every 40 ms what the best plan so
// far is worth and no plan passes: by the clock, from the press until at most .2 % and .05 % are between
// them, and to the end. Prints TIMES (5) lines, their medians beside what they may be, and the plan's simulated value.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { dist, launch, open, settle } from '../browser/browser.mjs';
import { find } from '../browser/editing.mjs';
import { serve } from '../../web/serve.mjs';

const [file, times = '5'] = process.argv.slice(2);
const gaps = [0.002, 0.0005];
const most = 250;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Notes when the page was pressed. */
function noted() {
  window.presses = [];
  window.addEventListener('pointerdown', () => window.presses.push(performance.now()), { capture: true });
}

/** Reads until the plan is made: from the press of that number when each gap was first shown, the end, and the last words. */
function watched([press, wanted]) {
  return new Promise((done) => {
    const firsts = wanted.map(() => NaN);
    const look = () => {
      const words = window.zhengshe.items().map(({ label }) => label).find((label) => /of at most [\d.]+ points/.test(label)) || '';
      const [, value, bound] = /([\d.]+) of at most ([\d.]+) points/.exec(words) || [];
      const now = performance.now() - window.presses[press];  // NaN before it
      wanted.forEach((gap, i) => { if (value && (bound - value) / bound <= gap && Number.isNaN(firsts[i])) firsts[i] = now; });
      if (words.startsWith('Worth')) done({ firsts, end: now, words });
      else setTimeout(look, 40);
    };
    look();
  });
}

async function tried(browser, url) {
  const page = await open(browser, url, { width: 1440, height: 900, locale: 'en-US', prepare: noted });
  if (file) await page.evaluate(([text]) => window.zhengshe.open(text), [readFileSync(file, 'utf8'), basename(file)]);
  const middle = async (label) => {
    const { x, y, w, h } = await find(page, label);
    return [x + w / 2, y + h / 2];
  };
  await settle(page);
  await page.mouse.click(...await middle('Batches'));
  await settle(page);
  const button = await middle('Make a plan');
  const seen = page.evaluate(watched, [1, gaps]);
  await page.mouse.click(...button);
  const result = await seen;
  await page.close();
  return result;
}

const server = await serve(dist);
const browser = await launch();
const all = [];
for (let i = 0; i < Number(times); i++) {
  all.push(await tried(browser, server.url));
  const { firsts, end, words } = all.at(-1);
  console.log(`${firsts.map((ms, k) => `gap of ${100 * gaps[k]} % after ${ms.toFixed(0)} ms`).join(', ')}, done after ${end.toFixed(0)} ms: ${words}`);
}
gaps.forEach((gap, k) => {
  const ms = median(all.map(({ firsts }) => firsts[k]));
  console.log(`median: gap of ${100 * gap} % after ${ms.toFixed(0)} ms${k === 0 ? `   at most ${most}${ms > most ? '   MISSED' : ''}` : ''}`);
});
console.log(`median: done after ${median(all.map(({ end }) => end)).toFixed(0)} ms`);
await browser.close();
process.exit(0);
