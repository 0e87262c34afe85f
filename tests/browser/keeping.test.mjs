// The open document outlives whatever happens to its page, and no page overwrites what another has stored.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { answered, dist, launch, open, settle } from './browser.mjs';
import { click, comesTrue, crash, hasTeams, items, ready, says, scenario, setTeams, smallDocument, teams, teamsField } from './editing.mjs';
import { assert, test } from './harness.mjs';
import { killWhileEditing, pause } from './killing.mjs';
import { areStored, plantRecords, reload, storedRecords, storedTeams } from './stored.mjs';

const forms = { http: ({ url }) => url, 'file://': () => pathToFileURL(join(dist, 'zhengshe.html')).href };
const english = { width: 1440, height: 900, locale: 'en-US' };

test('after a reload the document is open again, with its undo and redo', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, english), field = await teamsField(page);
    for (const number of [7, 8, 9]) await setTeams(page, field, number);
    await click(page, 'Undo');
    const before = await scenario(page);
    await reload(page);
    await says(page, /Your document as of .* is open again/);
    assert.equal(await scenario(page), before);
    await comesTrue(async () => { await click(page, 'Redo'); return (await teams(page)) === 9; }, 'what was undone before the reload is done again');
    for (const expected of [8, 7, 18]) {
      await click(page, 'Undo');
      await hasTeams(page, expected);
    }
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
});

test('twenty earlier states can be looked through and restored, and restoring can be undone', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, english), field = await teamsField(page);
    for (let number = 1; number <= 24; number++) await setTeams(page, field, number);
    await click(page, 'Earlier states');
    await says(page, /^Restore /m);
    await page.mouse.move(720, 450);
    const seen = new Set();
    for (let unmoved = 0, before = ''; unmoved < 3;) {
      const shown = (await items(page)).filter((item) => item.label.startsWith('Restore '));
      for (const item of shown) seen.add(item.id);
      const now = JSON.stringify(shown);
      unmoved = now === before ? unmoved + 1 : 0;
      before = now;
      await page.mouse.wheel(0, 100);
      await answered(page);
    }
    console.log(`        ${seen.size} states listed`);
    assert.ok(seen.size >= 20, `${seen.size} states are listed`);
    const last = (await items(page)).filter((item) => item.label.startsWith('Restore ')).pop();
    await page.mouse.click(last.x + 10, last.y + last.h / 2);
    await comesTrue(async () => (await teams(page)) !== 24, 'an earlier state is open');
    await click(page, 'Undo');
    await hasTeams(page, 24);
  } finally {
    await browser.close();
  }
});

test('a disk that is slower than the edits gets every one of them', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })).newPage();
    await page.addInitScript(() => {
      IDBTransaction.prototype.commit = function () {  // holds the transaction open: the next one waits for it
        const end = performance.now() + 600, records = this.objectStore('records');
        const hold = () => { if (performance.now() < end) records.count().onsuccess = hold; };
        hold();
      };
    });
    await page.goto(url);
    await ready(page);
    const field = await teamsField(page), numbers = Array.from({ length: 15 }, (_, i) => 30 + i);
    for (const number of numbers) await setTeams(page, field, number);
    await areStored(page, ...numbers);
  } finally {
    await browser.close();
  }
});

/** Puts files with a way to write into them behind both dialogues of the browser; window.files tells their content. */
const fakeFiles = (page, content) => page.evaluate((given) => {
  window.files = given;
  const handle = (name) => ({
    name, kind: 'file',
    getFile: async () => new File([window.files[name]], name),
    createWritable: async () => ({ write: async (bytes) => { window.files[name] = new TextDecoder().decode(bytes); }, close: async () => {} }),
  });
  window.showOpenFilePicker = async () => [handle('picked.json')];
  window.showSaveFilePicker = async () => handle('asked.json');
}, content);

test('a save goes into the file that was opened, and never into that of another document', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, english);
    const scenarios = join(dist, 'scenarios'), classroom = readFileSync(join(scenarios, 'classroom-12.json'), 'utf8'), merging = readFileSync(join(scenarios, 'merging-1956.json'), 'utf8');
    await fakeFiles(page, { 'picked.json': classroom, 'asked.json': '' });
    await click(page, 'Open…');
    await comesTrue(async () => (await scenario(page)) === classroom, 'the picked file opens');
    await setTeams(page, await teamsField(page), 3);
    const edited = await scenario(page);
    await click(page, 'Save');
    await says(page, /Saved as picked\.json/);
    assert.equal(await page.evaluate(() => window.files['picked.json']), edited);
    assert.doesNotMatch(await page.title(), /●/);

    await page.evaluate((text) => window.zhengshe.open(text), merging);
    await settle(page, 150);
    await click(page, 'Save');
    await comesTrue(async () => (await page.evaluate(() => window.files['asked.json'])) === merging, 'another document asks for its file');
    assert.equal(await page.evaluate(() => window.files['picked.json']), edited);
  } finally {
    await browser.close();
  }
});

const exits = {
  'is reloaded': (page) => page.reload(),
  'goes elsewhere': (page) => page.goto('about:blank'),
  'goes elsewhere and comes back': async (page) => { await page.goto('about:blank'); await page.goBack(); },
  'is closed': async (page) => { await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]); },
  'falls with its renderer': crash,
};
for (const [how, leave] of Object.entries(exits)) {
  for (const [times, soak] of [[2, false], [10, true]]) {
    test(`nothing is lost when the page ${how}, ${times} times`, async ({ url }) => {
      const browser = await launch();
      try {
        let page = await open(browser, url, english);
        for (let trial = 1; trial <= times; trial++) {
          await setTeams(page, await teamsField(page), 20 + trial);
          await leave(page);
          if (!how.endsWith('comes back') && !how.endsWith('reloaded')) {
            page = await page.context().newPage();
            await page.goto(url);
          }
          await ready(page);
          await hasTeams(page, 20 + trial);
          if (!how.endsWith('comes back')) await says(page, /is open again/);
        }
        console.log(`        ${times} of ${times}`);
      } finally {
        await browser.close();
      }
    }, { soak, seconds: 60 * times });
  }
}

/** Chromium as a process of its own, which can be killed. */
async function spawnChromium(profile) {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(process.env.CHROMIUM || '/usr/bin/chromium', ['--headless', '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en-US', '--window-size=1440,900', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
                      { detached: true, stdio: 'ignore' });
  for (let tries = 0; !existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n'); tries++) {
    assert.ok(tries < 300, 'Chromium starts');
    await pause(50);
  }
  const [port, path] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
  return { page: browser.contexts()[0].pages()[0], kill: () => process.kill(-child.pid, 'SIGKILL') };
}

for (const [form, address] of Object.entries(forms)) {
  for (const [trials, soak] of [[2, false], [20, true]]) {
    test(`Chromium killed while editing over ${form}, ${trials} times: recovered and announced, at most 300 ms lost`, async (context) => {
      const results = [];
      for (let trial = 0; trial < trials; trial++) results.push(await killWhileEditing(spawnChromium, address(context)));
      const worst = Math.max(...results.map((result) => result.lostMs));
      console.log(`        ${results.length} trials, ${results.reduce((sum, result) => sum + result.edits, 0)} edits, at most ${worst.toFixed(0)} ms lost`);
      assert.ok(results.every((result) => result.announced && result.edits > 0), JSON.stringify(results));
      assert.ok(worst <= 300, `the last ${worst.toFixed(0)} ms of edits were lost`);
    }, { soak, seconds: 90 * trials });
  }
}

/** The records of a small document with 29 teams, as two tabs find them. */
async function smallRecords(url, browser) {
  const page = await open(browser, url, english);
  await page.evaluate((text) => window.zhengshe.open(text), smallDocument);
  await settle(page, 150);
  await setTeams(page, await teamsField(page), 29);
  await areStored(page, 29);
  const records = await storedRecords(page);
  await page.context().close();
  return records;
}

/** Two pages of one browser with one stored document in a random order of edits, reloads, crashes and openings; every edit must be stored somewhere. */
async function interleave(url, browser, records, random) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' }), first = await context.newPage();
  await first.goto(`${url}icon.svg`);
  await plantRecords(first, records);
  const start = async (old) => {
    const page = old ?? await context.newPage();
    await page.goto(url);
    await ready(page);
    return page;
  };
  const pages = [await start(first), await start()], fields = [];  // where a page's field is, once it was looked for
  for (const page of pages) await hasTeams(page, 29);
  const made = new Set(), done = { edit: 0, reload: 0, crash: 0, open: 0 };
  for (let step = 0; step < 8; step++) {
    const which = Math.floor(random() * 2), chance = random(), what = chance < 0.6 ? 'edit' : chance < 0.75 ? 'reload' : chance < 0.9 ? 'crash' : 'open';
    done[what]++;
    if (what === 'edit') {
      const number = 30 + made.size;
      fields[which] ??= await teamsField(pages[which]);
      await setTeams(pages[which], fields[which], number);
      made.add(number);
      continue;
    }
    fields[which] = undefined;
    if (what === 'reload') {
      await pages[which].reload();
      await ready(pages[which]);
    } else if (what === 'crash') {
      await pause(50);
      await crash(pages[which]);
      pages[which] = await start();
    } else {
      await start(pages[which]);
    }
  }
  let lost;
  for (const start = performance.now(); lost === undefined || (lost.length > 0 && performance.now() - start < 10_000); await pause(20)) {
    const stored = new Set(await storedTeams(pages[0]));
    lost = [29, ...made].filter((number) => !stored.has(number));
  }
  await context.close();
  return { lost, done };
}

for (const [runs, soak] of [[6, false], [200, true]]) {
  test(`two tabs in ${runs} random orders of edit, reload, crash and open: no edit is overwritten`, async ({ url }) => {
    const browser = await launch();
    let seed = 20260211;
    const random = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 2 ** 32; };
    const counts = { edit: 0, reload: 0, crash: 0, open: 0 };
    try {
      const records = await smallRecords(url, browser);
      for (let run = 0; run < runs; run++) {
        const { lost, done } = await interleave(url, browser, records, random);
        assert.deepEqual(lost, [], `run ${run}`);
        for (const what of Object.keys(counts)) counts[what] += done[what];
        if ((run + 1) % 20 === 0) console.log(`        ${run + 1} runs`);
      }
      console.log(`        ${runs} runs, nothing overwritten: ${counts.edit} edits, ${counts.reload} reloads, ${counts.crash} crashes, ${counts.open} openings`);
    } finally {
      await browser.close();
    }
  }, { soak, seconds: 60 * runs });
}
