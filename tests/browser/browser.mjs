// Debian's Chromium under Playwright, drawing WebGL in software so that it runs anywhere.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const dist = process.env.ZHENGSHE_DIST || join(root, 'dist');

const settings = ({ ratio = 1, args = [], env = process.env } = {}) => ({
  env,
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--force-device-scale-factor=${ratio}`, ...args],
});

/** Starts Chromium; `ratio` is a true device pixel ratio, not an emulated one. */
export function launch(options) {
  return chromium.launch(settings(options));
}

/** The same with a profile that stays in `folder`, where compiled code is kept from one visit to the next. */
export function launchProfile(folder, context = {}, options) {
  return chromium.launchPersistentContext(folder, { ...settings(options), ...context });
}

/** Opens `url` in a fresh profile of `browser`, where `prepare` runs before the page's own scripts, and waits until the program has drawn. */
export async function open(browser, url, { width = 1280, height = 800, prepare, ...context } = {}) {
  const profile = await browser.newContext({ viewport: { width, height }, ...context });
  const page = await profile.newPage();
  if (prepare) await page.addInitScript(prepare);
  page.complaints = [];
  page.requests = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('request', (request) => page.requests.push(request.url()));
  await page.goto(url);
  await page.evaluate(() => window.zhengshe.ready);
  return page;
}

/** Waits until what was done to the page shows: no frame is on its way, or, where something moves, three were drawn. */
export async function answered(page) {
  const first = await page.evaluate(() => window.zhengshe.frames());
  do {
    await page.waitForTimeout(50);
  } while (await page.evaluate((until) => window.zhengshe.drawing() && window.zhengshe.frames() < until, first + 3));
}

/** Waits until no frame is on its way and none was drawn for `quiet` milliseconds. */
export async function settle(page, quiet = 300) {
  for (let before = -1, now = 0; before !== now;) {
    before = await page.evaluate(() => window.zhengshe.frames());
    await page.waitForTimeout(quiet);
    now = await page.evaluate(() => window.zhengshe.drawing() ? -1 : window.zhengshe.frames());
  }
}

/** Waits until the program computes nothing any more and has drawn what came of it. */
export async function computed(page) {
  await page.waitForFunction(() => !window.zhengshe.busy(), null, { timeout: 120_000, polling: 100 });
  await settle(page);
}
