// What a person does first: look, play, edit, undo, save, and open again what was saved.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, launch, open, settle } from './browser.mjs';
import { becomes, click, comesTrue, find, handed, items, openForSaving, picker, says, scenario, setTeams, teamsField, words } from './editing.mjs';
import { assert, test } from './harness.mjs';

const forms = { 'the served page': ({ url }) => url, 'the single file': () => pathToFileURL(join(dist, 'zhengshe.html')).href };

/** Drops a file on the page, as from a folder. */
async function drop(page, name, text) {
  await page.evaluate(({ name, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type: 'application/json' }));
    const canvas = document.querySelector('canvas');
    for (const type of ['dragenter', 'dragover', 'drop']) canvas.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, { name, text });
  await settle(page);
}

for (const [form, address] of Object.entries(forms)) {
  test(`${form} plays, edits, undoes, saves and opens again what it saved, without a complaint`, async (context) => {
    const browser = await launch();
    try {
      const page = await openForSaving(browser, address(context));
      const before = await scenario(page), hash = await page.evaluate(() => window.zhengshe.hash());
      assert.equal(before, readFileSync(join(dist, '..', 'assets', 'scenarios', 'kunming-1957.json'), 'utf8'));

      await click(page, 'Play');
      assert.ok(await page.evaluate(() => window.zhengshe.busy()));
      await find(page, 'Pause');
      await click(page, 'Pause');

      const field = await teamsField(page);
      await setTeams(page, field, 7);
      const edited = await scenario(page);
      assert.notEqual(edited, before);
      assert.notEqual(await page.evaluate(() => window.zhengshe.hash()), hash);

      await click(page, 'Undo');
      await becomes(() => scenario(page), before);
      await click(page, 'Redo');
      await becomes(() => scenario(page), edited);

      const saved = await handed(page, () => click(page, 'Save'));
      assert.equal(saved.text, edited);
      await page.reload();
      await page.evaluate(() => window.zhengshe.ready);
      await settle(page);
      await drop(page, saved.name, saved.text);
      await becomes(() => scenario(page), saved.text);

      const own = address(context).replace(/[^/]*$/, '');
      assert.deepEqual(page.requests.filter((request) => !request.startsWith(own) && !/^(data|blob):/.test(request)), []);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });

  test(`${form} opens a file by its picker, refuses a bad one with line numbers and keeps the document`, async (context) => {
    const browser = await launch();
    try {
      const page = await openForSaving(browser, address(context));
      const path = join(mkdtempSync(join(tmpdir(), 'zhengshe-')), 'twelve.json');
      const classroom = readFileSync(join(dist, '..', 'assets', 'scenarios', 'classroom-12.json'), 'utf8');
      writeFileSync(path, classroom);
      const chooser = await picker(page, () => click(page, 'Open…'));
      await chooser.setFiles(path);
      await becomes(() => scenario(page), classroom);

      await drop(page, 'broken.json', classroom.replace('"seed"', '"seed'));
      await comesTrue(async () => (await items(page)).some((item) => item.label === 'Close'), 'the problems are shown');
      assert.equal(await scenario(page), classroom);
      const issues = await page.evaluate((text) => window.zhengshe.open(text), classroom.replace('"seed"', '"seed'));
      const list = typeof issues === 'string' ? JSON.parse(issues) : issues;
      assert.ok(list.length > 0 && list[0].line > 1 && list[0].en && list[0].zh);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });
}

test('the first key reaches the program, before anything was pressed', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openForSaving(browser, url);
    await page.keyboard.press('Control+K');
    await says(page, /Search commands and plans/);
    await page.keyboard.insertText('Chinese');
    await page.keyboard.press('Escape');
    await comesTrue(async () => !/Search commands and plans/.test(await words(page)), 'the palette is closed');
    assert.ok(await picker(page, () => page.keyboard.press('Control+O')));
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
});

test('the interface changes its language at any moment, and keeps it', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openForSaving(browser, url);
    await click(page, '中文');
    await find(page, '总览');
    await page.reload();
    await page.evaluate(() => window.zhengshe.ready);
    await settle(page);
    await find(page, '总览');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans');
  } finally {
    await browser.close();
  }
});

test('a plan is made in the page as on the command line, says what it is worth and why, and is undone', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openForSaving(browser, url);
    const before = await scenario(page);
    await click(page, 'Batches');
    await click(page, 'Make a plan');
    await says(page, /Worth [\d.]+ of at most [\d.]+ points/, 60_000);
    const program = process.env.ZHENGSHE_PROGRAM || join(dist, '..', 'build', 'native', 'zhengshe');
    assert.equal(await scenario(page), execFileSync(program, ['plan', join(dist, '..', 'assets', 'scenarios', 'kunming-1957.json')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    await click(page, 'Undo');
    await becomes(() => scenario(page), before);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
});
