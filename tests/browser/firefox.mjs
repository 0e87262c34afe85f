// node tests/browser/firefox.mjs [--trials N]: whether Firefox ESR keeps the open document, whatever happens to its page.
// Headless Firefox has no WebGL 2, so it draws on a screen of its own (Xvfb).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { serve } from '../../web/serve.mjs';
import { dist } from './browser.mjs';
import { hasTeams, ready, says, setTeams, teamsField } from './editing.mjs';
import { assert, runTests, test } from './harness.mjs';
import { killWhileEditing, pause } from './killing.mjs';

const installed = (program) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));
for (const program of ['firefox-esr', 'Xvfb']) {
  if (installed(program)) continue;
  console.log(`firefox: not tried, ${program} is not installed`);
  process.exit(0);
}

const words = process.argv.slice(2), trials = Number(words[words.indexOf('--trials') + 1]) || 10;

/** A screen that nobody sees. */
async function openScreen() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x1000x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve) => child.stdio[3].once('data', (data) => resolve(String(data).trim())));
  return { name: `:${number}`, close: () => child.kill() };
}
const screen = await openScreen();

const preferences = {
  'webgl.force-enabled': true,
  'intl.accept_languages': 'en-US',
  'security.fileuri.strict_origin_policy': true,  // as for every user; the driver turns it off
  'browser.sessionstore.resume_from_crash': false,
};

/** A page of puppeteer with the verbs by which editing.mjs edits. */
function asPage(page) {
  const press = async (keys) => {
    const all = keys.split('+').map((key) => (key.length === 1 ? key.toLowerCase() : key)), last = all.pop();
    for (const key of all) await page.keyboard.down(key);
    await page.keyboard.press(last);
    for (const key of all) await page.keyboard.up(key);
  };
  // Control opens a field with one click; the second of two may come too late from a busy machine.
  const openField = async (x, y) => {
    await page.keyboard.down('Control');
    await page.mouse.click(x, y);
    await page.keyboard.up('Control');
  };
  return {
    evaluate: (...given) => page.evaluate(...given),
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    close: () => page.close({ runBeforeUnload: true }),
    isClosed: () => page.isClosed(),
    waitForTimeout: pause,
    mouse: { click: (x, y) => page.mouse.click(x, y), dblclick: openField },
    keyboard: { press, insertText: (text) => page.keyboard.type(text) },
  };
}

/** Firefox on a profile, with a page in it. */
async function start(profile) {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: false, userDataDir: profile, defaultViewport: null, extraPrefsFirefox: preferences,
    args: ['--width=1440', '--height=1000'], env: { ...process.env, DISPLAY: screen.name, LIBGL_ALWAYS_SOFTWARE: '1', HOME: profile },
  });
  const open = async () => asPage(await browser.newPage());
  return { page: await open(), open, kill: () => process.kill(-browser.process().pid, 'SIGKILL') };
}

const exits = {
  'is reloaded': async (page) => { await page.reload(); return page; },
  'goes elsewhere': async (page, open, address) => {
    await page.goto('about:blank');
    await page.goto(address);
    return page;
  },
  'is closed': async (page, open, address) => {
    await page.close();
    for (let tries = 0; !page.isClosed() && tries < 100; tries++) await pause(50);
    const next = await open();
    await next.goto(address);
    return next;
  },
};

const served = await serve(dist);
for (const [form, address] of [['http', served.url], ['file://', pathToFileURL(join(dist, 'zhengshe.html')).href]]) {
  for (const [how, leave] of Object.entries(exits)) {
    test(`Firefox over ${form}: nothing is lost when the page ${how}, ${trials} times`, async () => {
      const profile = mkdtempSync(join(tmpdir(), 'zhengshe-firefox-')), { page: first, open, kill } = await start(profile);
      try {
        let page = first;
        await page.goto(address);
        await ready(page);
        for (let trial = 1; trial <= trials; trial++) {
          await setTeams(page, await teamsField(page), 20 + trial);
          page = await leave(page, open, address);
          await ready(page);
          await hasTeams(page, 20 + trial);
          await says(page, /is open again/);
        }
      } finally {
        kill();
        await pause(200);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    }, { seconds: 60 * trials });
  }

  test(`Firefox killed while editing over ${form}, ${trials} times: recovered and announced, at most 300 ms lost`, async () => {
    const results = [];
    for (let trial = 0; trial < trials; trial++) results.push(await killWhileEditing(start, address));
    const worst = Math.max(...results.map((result) => result.lostMs));
    console.log(`        ${results.length} trials, ${results.reduce((sum, result) => sum + result.edits, 0)} edits, at most ${worst.toFixed(0)} ms lost`);
    assert.ok(results.every((result) => result.announced && result.edits > 0), JSON.stringify(results));
    assert.ok(worst <= 300, `the last ${worst.toFixed(0)} ms of edits were lost`);
  }, { seconds: 90 * trials });
}

const count = await runTests({ filter: words.includes('--only') ? words[words.indexOf('--only') + 1] : '' });
screen.close();
console.log(`firefox: ${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
