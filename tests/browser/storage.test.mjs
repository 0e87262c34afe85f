// What the browser keeps of a document, tried on the probe page: states survive, faults are told, and two
// pages never overwrite each other.
import { readFileSync } from 'node:fs';
import { launch, open, settle } from './browser.mjs';
import { becomes, comesTrue } from './editing.mjs';
import { assert, test } from './harness.mjs';

const state = (page) => page.evaluate(() => JSON.parse(window.zhengshe.scenario()));

async function press(page, label) {
  const item = (await page.evaluate(() => window.zhengshe.items())).find((candidate) => candidate.label === label);
  assert.ok(item, `there is an item "${label}"`);
  await page.mouse.click(item.x + item.w / 2, item.y + item.h / 2);
  await settle(page, 100);
}

async function write(page, text) {
  await press(page, 'Name');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await settle(page, 100);
}

async function load(page) {
  await page.reload();
  await page.evaluate(() => window.zhengshe.ready);
  await settle(page, 100);
}

const found = async (page, which = 'All documents') => {
  await press(page, which);
  return (await state(page)).found;
};

function storageTest(name, body) {
  test(name, async ({ probeUrl }) => {
    const browser = await launch();
    try {
      const page = await open(browser, probeUrl);
      // The exit journal of a page that is reloaded would speak in every test; only its own test wants it.
      const forgetJournals = () => page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('zhengshe.journal.')) localStorage.removeItem(key); });
      await body(page, forgetJournals, probeUrl);
    } finally {
      await browser.close();
    }
  });
}

storageTest('a kept state is there after a reload, and so is the one of the exit', async (page, forgetJournals) => {
  await write(page, 'first 一');
  await press(page, 'Keep');
  await becomes(async () => (await state(page)).kept, 'kept:1');
  await write(page, 'second');
  await press(page, 'Keep');
  await write(page, 'at the exit');
  await load(page);
  await becomes(() => found(page), '0 damaged, 0 newer:3=at the exit;2=second;1=first 一;');
  await forgetJournals();
  await becomes(() => found(page), '0 damaged, 0 newer:2=second;1=first 一;');
});

storageTest('twenty states stay, and ever fewer of older ones', async (page, forgetJournals) => {
  await write(page, 'x');
  await press(page, 'Keep');  // the pointer stays on the button
  for (let i = 2; i <= 60; i++) {
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction((text) => JSON.parse(window.zhengshe.scenario()).kept === text, `kept:${i}`, { polling: 10 });
  }
  await forgetJournals();
  const numbers = (await found(page, 'This document')).match(/\d+(?==)/g).map(Number);
  assert.deepEqual(numbers.slice(0, 20), Array.from({ length: 20 }, (_, i) => 60 - i));
  assert.deepEqual(numbers.slice(20), [32, 16]);
});

storageTest('of two pages the second to write is told that the document has moved on', async (page, forgetJournals, url) => {
  await write(page, 'base');
  await press(page, 'Keep');
  const other = await page.context().newPage();
  await other.goto(url);
  await other.evaluate(() => window.zhengshe.ready);
  await settle(other, 100);
  await found(other);
  await write(other, 'theirs');
  await press(other, 'Keep');
  await becomes(async () => (await state(other)).kept, 'kept:2');
  await write(page, 'mine');
  await press(page, 'Keep');
  await becomes(async () => (await state(page)).kept, 'moved_on:2');
  await forgetJournals();
  await becomes(() => found(page), '0 damaged, 0 newer:2=theirs;1=base;');
});

storageTest('one page holds a document until it ends', async (page, forgetJournals, url) => {
  await press(page, 'Hold');
  await becomes(async () => (await state(page)).held, 'held');
  const other = await page.context().newPage();
  await other.goto(url);
  await other.evaluate(() => window.zhengshe.ready);
  await press(other, 'Hold');
  await becomes(async () => (await state(other)).held, 'taken');
  await page.close();
  await comesTrue(async () => { await press(other, 'Hold'); return (await state(other)).held === 'held'; }, 'the lock goes with the page');
});

storageTest('damaged records and those of a newer version are counted, left alone, and older ones serve', async (page, forgetJournals) => {
  for (const text of ['good', 'cut', 'changed', 'newer']) {
    await write(page, text);
    await press(page, 'Keep');
  }
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open('zhengshe').onsuccess = (opened) => {
      const transaction = opened.target.result.transaction('records', 'readwrite'), records = transaction.objectStore('records');
      const change = (number, how) => { records.get(['probe', number]).onsuccess = (event) => records.put(how(event.target.result), ['probe', number]); };
      change(2, (bytes) => bytes.slice(0, -1));
      change(3, (bytes) => bytes.map((byte, i) => (i === bytes.length - 2 ? byte ^ 1 : byte)));
      change(4, () => new TextEncoder().encode('zhengshe-record 9 0 00000000 unknown\n'));
      transaction.oncomplete = resolve;
    };
  }));
  await forgetJournals();
  await becomes(() => found(page), '2 damaged, 1 newer:1=good;');
  await becomes(() => found(page, 'This document'), '2 damaged, 1 newer:1=good;');
});

const refusals = {
  'is denied': () => { indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }; },
  'is null': () => { Object.defineProperty(window, 'indexedDB', { value: null }); },
  'is full': () => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
};
for (const [how, script] of Object.entries(refusals)) {
  storageTest(`a storage that ${how} is told, and the program goes on`, async (page) => {
    await page.addInitScript(script);
    await load(page);
    await write(page, 'in memory');
    await press(page, 'Keep');
    await comesTrue(async () => (await state(page)).kept.startsWith('refused'), 'it is told');
    assert.match((await state(page)).kept, /^refused:0(SecurityError|TypeError|QuotaExceededError|AbortError)$/);
    await becomes(async () => (await state(page)).text, 'in memory');
  });
}

storageTest('a store that was evicted while the page is open takes the next write', async (page, forgetJournals) => {
  await write(page, 'before');
  await press(page, 'Keep');
  await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('zhengshe').onsuccess = resolve; }));
  await write(page, 'after');
  await press(page, 'Keep');
  await becomes(async () => (await state(page)).kept, 'kept:2');
  await forgetJournals();
  await becomes(() => found(page), '0 damaged, 0 newer:2=after;');
});

for (const answers of [true, false]) {
  test(`a program that falls leaves a page that hands out the document, ${answers ? 'as it is' : 'as it was kept when it answers no more'}`, async ({ probeUrl }) => {
    const browser = await launch();
    try {
      const page = await open(browser, probeUrl);
      await write(page, 'kept 整社');
      await press(page, 'Keep');
      const [x, y] = await page.evaluate(() => { const { x, y } = window.zhengshe.items().find((item) => item.label === 'Fall'); return [x + 5, y + 5]; });
      if (!answers) await page.evaluate(() => { window.zhengshe.scenario = () => { throw new Error('fallen'); }; });
      await page.mouse.click(x, y);
      await page.waitForSelector('#explanation.crash');
      assert.match(await page.innerText('#explanation'), /Zhengshe has stopped[\s\S]*整社已停止运行/);
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('#rescue')]);
      const text = readFileSync(await download.path(), 'utf8');
      if (answers) assert.equal(JSON.parse(text).text, 'kept 整社');
      else assert.equal(text, 'kept 整社');
    } finally {
      await browser.close();
    }
  });
}
