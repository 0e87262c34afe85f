// Storage that fails: the page starts every time, says what is wrong within two seconds, and overwrites no good data.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, launchProfile, open, settle } from './browser.mjs';
import { click, comesTrue, handed, hasTeams, ready, says, setTeams, smallDocument, teams, teamsField, words } from './editing.mjs';
import { assert, test } from './harness.mjs';
import { pause } from './killing.mjs';
import { areStored, damageNewest, reload, storedRecords } from './stored.mjs';

const english = { width: 1440, height: 900, locale: 'en-US' };
const kNamed = /This browser keeps nothing \(.+\): save the document as a file/;

const refusals = {
  'is denied': () => { indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }; },
  'is null': () => { Object.defineProperty(window, 'indexedDB', { value: null }); },
  'has no room': () => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  'never answers': () => { indexedDB.open = () => ({}); },
};
for (const [how, script] of Object.entries(refusals)) {
  test(`a storage that ${how} is named within two seconds, the document is edited and saved all the same, and what was stored before stays`, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })).newPage();
      await page.addInitScript(`if (location.search === '?fault') (${script})();`);
      await page.addInitScript(() => { delete window.showSaveFilePicker; });
      await page.goto(url);
      await ready(page);
      await setTeams(page, await teamsField(page), 4);
      await areStored(page, 4);
      const before = await storedRecords(page);

      await page.goto(`${url}?fault`);
      await ready(page);
      await settle(page, 150);
      await setTeams(page, await teamsField(page), 5);
      const metrics = () => page.evaluate(() => JSON.stringify(window.zhengshe.metrics()));
      const drawn = await metrics();
      await says(page, kNamed, 2000);
      const saved = await handed(page, () => click(page, 'Save'));
      assert.equal(JSON.parse(saved.text).teams.available[0].teams, 5);
      await comesTrue(async () => (await metrics()) !== drawn, 'replications of the edited document come');

      await page.goto(url);
      await ready(page);
      await comesTrue(async () => [4, 5].includes(await teams(page)), 'a document is open again');
      const after = await storedRecords(page);
      for (const [key, bytes] of Object.entries(before)) assert.equal(after[key], bytes, `record ${key} is as it was`);
    } finally {
      await browser.close();
    }
  });
}

test('a browser that is set to keep nothing of any page is named within two seconds', async ({ url }) => {
  const profile = mkdtempSync(join(tmpdir(), 'zhengshe-denied-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  const context = await launchProfile(profile, { viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await ready(page);
    await says(page, kNamed, 2000);
    await setTeams(page, await teamsField(page), 5);
    await hasTeams(page, 5);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

// What the browser itself gives the page's origin beyond what its files take: a byte less than nothing, or three or four states.
for (const [when, room] of [['has none left at the start', -1], ['fills up in the middle', 150_000]]) {
  test(`a quota of the browser that ${when} is named within two seconds, what was stored before stays, and it keeps on once there is room`, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await open(browser, url, english), session = await page.context().newCDPSession(page), { origin } = new URL(url);
      const usage = () => page.evaluate(async () => (await navigator.storage.estimate()).usage);
      const none = () => ({});
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: room < 0 ? 1 : await usage() + room });
      const field = await teamsField(page);
      let stored = {}, number = 1;
      for (const isNamed = async () => kNamed.test(await words(page)); ; number++) {
        stored = await storedRecords(page).catch(none);
        await setTeams(page, field, number);
        const named = await comesTrue(isNamed, 'named', 2000).then(() => true, () => false);
        if (named) break;
        assert.ok(room > 0 && number < 10, `${number} edits, and nothing is named`);
      }
      assert.ok(room < 0 || Object.keys(stored).length > 1, 'some states were stored');
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await comesTrue(async () => {  // the browser asks again how much room there is after half a minute
        await setTeams(page, field, ++number);
        await pause(1000);
        return !kNamed.test(await words(page));
      }, 'the warning goes', 60_000);
      await areStored(page, number);
      const after = await storedRecords(page);
      for (const [key, bytes] of Object.entries(stored)) assert.equal(after[key], bytes, `record ${key} is as it was`);
      await reload(page);
      await hasTeams(page, number);
    } finally {
      await browser.close();
    }
  });
}

test('a storage that fills up in the middle is named, and keeps on once there is room', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, english), field = await teamsField(page);
    await setTeams(page, field, 5);
    await areStored(page, 5);
    await page.evaluate(() => {
      const put = window.realPut = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
      window.makeRoom = () => { IDBObjectStore.prototype.add = put; };
    });
    await setTeams(page, field, 6);
    await says(page, /keeps nothing \(QuotaExceededError\)/, 2000);
    await page.evaluate(() => window.makeRoom());
    await setTeams(page, field, 7);
    await areStored(page, 7);
    await comesTrue(async () => !/keeps nothing/.test(await words(page)), 'the warning goes');
    await reload(page);
    await hasTeams(page, 7);
  } finally {
    await browser.close();
  }
});

test('a storage that is evicted while the page is open takes the next edit', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, english), field = await teamsField(page);
    await setTeams(page, field, 5);
    await areStored(page, 5);
    await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('zhengshe').onsuccess = resolve; }));
    await setTeams(page, field, 6);
    await areStored(page, 6);
    await reload(page);
    await hasTeams(page, 6);
  } finally {
    await browser.close();
  }
});

const damages = {
  'cut to nothing': [(bytes) => bytes.slice(0, 0), /1 stored states are damaged/],
  'cut in the header': [(bytes) => bytes.slice(0, 20), /1 stored states are damaged/],
  'cut by a byte': [(bytes) => bytes.slice(0, -1), /1 stored states are damaged/],
  'changed in a bit': [(bytes) => bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 4 : byte)), /1 stored states are damaged/],
  'no bytes at all': [() => 'text', /1 stored states are damaged/],
  'of a newer version': [() => new TextEncoder().encode('zhengshe-record 9 0 00000000 unknown\n'), /1 stored states come from a newer version/],
};
for (const [how, [change, said]] of Object.entries(damages)) {
  test(`a newest record ${how}: the one before it opens, it is said, and the record stays as it is`, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await open(browser, url, english);
      let field = await teamsField(page);
      for (const number of [5, 6]) await setTeams(page, field, number);
      await areStored(page, 5, 6);
      await pause(100);
      await damageNewest(page, change);
      await reload(page);
      await hasTeams(page, 5);
      await says(page, said, 2000);
      field = await teamsField(page);
      await setTeams(page, field, 9);
      await pause(500);
      await reload(page);
      await hasTeams(page, 9);
      await says(page, said);
    } finally {
      await browser.close();
    }
  });
}

/** Stores every beginning of the newest record, and the record with each byte changed, `step` bytes apart, as records of documents of their own; how many. */
const storeDamages = (page, step) => page.evaluate((apart) => new Promise((resolve) => {
  indexedDB.open('zhengshe', 1).onsuccess = ({ target: { result: database } }) => {
    const transaction = database.transaction('records', 'readwrite'), records = transaction.objectStore('records');
    let count = 0;
    const add = (bytes) => records.add(bytes, [`damaged ${++count}`, 1]);
    records.openCursor(null, 'prev').onsuccess = ({ target: { result: cursor } }) => {
      const good = cursor.value;
      for (let at = 0; at < good.length; at += apart) {
        add(good.slice(0, at));
        for (const change of [0xFF, 1]) add(good.map((byte, i) => (i === at ? byte ^ change : byte)));
      }
    };
    transaction.oncomplete = () => { database.close(); resolve(count); };
  };
}), step);

for (const [step, soak] of [[20, false], [1, true]]) {
  test(`a record cut and changed at every ${step === 1 ? 'byte' : `${step}th byte`}: each is counted as damaged within two seconds and left alone, and the good one opens`, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await open(browser, url, english);
      await page.evaluate((text) => window.zhengshe.open(text), smallDocument);
      await settle(page, 150);
      await setTeams(page, await teamsField(page), 5);
      await areStored(page, 5);
      const count = await storeDamages(page, step), before = await storedRecords(page);
      await reload(page);
      await says(page, new RegExp(`${count} stored states are damaged`), 2000);
      await hasTeams(page, 5);
      await setTeams(page, await teamsField(page), 6);
      await areStored(page, 6);
      const after = await storedRecords(page);
      assert.equal(Object.keys(after).length, Object.keys(before).length + 1);
      for (const [key, bytes] of Object.entries(before)) assert.equal(after[key], bytes, `record ${key} is as it was`);
      console.log(`        ${count} damaged records`);
    } finally {
      await browser.close();
    }
  }, { soak, seconds: 600 });
}
