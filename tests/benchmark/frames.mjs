// node tests/benchmark/frames.mjs: what frames cost the page's main thread in Chromium, of both outputs, beside what
// they may cost. Kunming 1957, 167 cooperatives. A frame's cost is all processor time of the main thread, the browser's
// own and what comes from workers included, so that other programs on the machine make it little worse; the rest is by
// the clock, the time from a frame's beginning to its end too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { computed, dist, launchProfile, settle } from '../browser/browser.mjs';
import { serve } from '../../web/serve.mjs';

const size = { width: 1440, height: 900 };
const views = ['Overview', 'Map', 'Cooperatives', 'Inspection', 'Measures', 'Batches', 'Results', 'Compare', 'Evidence', 'Report'];
const most = { firstFrame: 500, frame: 4, task: 100 };

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Does `act`; frames drawn meanwhile, processor time of the main thread for each of them and how long the program's own part took, in ms. */
async function costs(page, session, act) {
  const drawn = () => page.evaluate(() => window.zhengshe.frames());
  const busy = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  await page.evaluate(() => { window.lasted = []; });
  const before = [await drawn(), await busy()];
  await act();
  const after = [await busy(), await drawn()];
  const frames = after[1] - before[0];
  const lasted = await page.evaluate(() => window.lasted);
  return { frames, each: (after[0] - before[1]) / frames, typical: median(lasted), longest: Math.max(...lasted) };
}

/** The time line is dragged through the year and back. */
async function scrub(page) {
  const items = await page.evaluate(() => window.zhengshe.items());
  const track = items.filter(({ y, w }) => y > size.height - 120 && w > 400).sort((a, b) => b.w - a.w)[0];
  const at = (share) => track.x + 10 + share * (track.w - 20);
  await page.mouse.move(at(0), track.y + track.h / 2);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) {
    await page.mouse.move(at(step <= 30 ? step / 30 : 2 - step / 30), track.y + track.h / 2);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

async function visit(profile, url) {
  const page = await profile.newPage();
  await page.addInitScript(() => {
    let page;
    Object.defineProperty(window, 'zhengshe', {
      configurable: true,
      get: () => page,
      set: (value) => { page = value; value.ready.then(() => { window.firstFrame = performance.now(); }); },
    });
    window.lasted = [];
    const schedule = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => schedule((time) => {
      const start = performance.now();
      draw(time);
      window.lasted.push(performance.now() - start);
    });
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => {
      if (startTime > window.firstFrame) window.longest = Math.max(window.longest, duration);
    })).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(url);
  await page.evaluate(() => window.zhengshe.ready);
  return { page, firstFrame: await page.evaluate(() => window.firstFrame) };
}

/** The first visit and the median of later ones to the first frame, in ms. */
async function firstFrames(profile, url) {
  const times = [];
  for (let i = 0; i < 7; i++) {
    const { page, firstFrame } = await visit(profile, url);
    await computed(page);
    await page.close();
    times.push(firstFrame);
  }
  return { cold: times[0], warm: median(times.slice(2)) };
}

const line = (what, value, target, unit = 'ms') =>
  console.log(`  ${what.padEnd(46)} ${value.toFixed(1).padStart(8)} ${unit}   ${target ? `at most ${target}${value > target ? '   MISSED' : ''}` : ''}`);

async function measure(name, url) {
  const folder = mkdtempSync(join(tmpdir(), 'frames-'));
  const profile = await launchProfile(folder, { viewport: size, locale: 'en-US' });
  console.log(`${name}`);
  try {
    const { cold, warm } = await firstFrames(profile, url);
    line('first frame, first visit', cold);
    line('first frame, later visits', warm, most.firstFrame);
    const { page } = await visit(profile, url);
    const session = await profile.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const told = async (what, act) => {
      const { each, frames, typical, longest } = await costs(page, session, act);
      line(`${what} (${frames} frames)`, each, most.frame);
      console.log(`    of which drawing took ${typical.toFixed(1)} ms, at most ${longest.toFixed(1)} ms`);
    };
    await told('a frame, scrubbing while replications run', () => scrub(page));
    await computed(page);
    for (const view of views) {
      const { x, y, w, h } = (await page.evaluate(() => window.zhengshe.items())).find(({ label, x: left }) => label === view && left < 200);
      await page.mouse.click(x + w / 2, y + h / 2);
      await computed(page);
      await told(`a frame, scrubbing, ${view}`, () => scrub(page));
      await settle(page);
    }
    line('longest task meanwhile (0: none above 50)', await page.evaluate(() => window.longest), most.task);
  } finally {
    await profile.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const server = await serve(dist);
await measure('hosted', server.url);
await measure('one file', pathToFileURL(join(dist, 'zhengshe.html')).href);
process.exit(0);
