// What comes with the program, and tables from elsewhere: opened, printed, added, by label.
import { readFileSync } from 'node:fs';
import { launch } from './browser.mjs';
import { becomes, click, comesTrue, handed, openDocument, openForSaving, picker, scenario, words } from './editing.mjs';
import { assert, test } from './harness.mjs';

const example = (name) => readFileSync(new URL(`../../assets/scenarios/${name}.json`, import.meta.url), 'utf8');

async function inPage(url, body) {
  const browser = await launch();
  try {
    const page = await openForSaving(browser, url, { locale: 'en-GB' });
    await body(page);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
}

const shows = (page, label) => comesTrue(async () => (await words(page)).includes(label), `${label} is shown`);

test('the gallery opens a scenario by one click and saves its lesson sheet by another', ({ url }) => inPage(url, async (page) => {
  await click(page, 'Gallery');
  await shows(page, 'Lesson sheet');
  const lesson = await handed(page, () => click(page, 'Lesson sheet'));
  assert.equal(lesson.name, 'kunming-1957-lesson.html');
  assert.match(lesson.text, /What to try[\s\S]*What to look at[\s\S]*What to expect[\s\S]*Sources/);
  const wanted = example('kunming-left-alone');
  const second = (await page.evaluate(() => window.zhengshe.items())).filter((item) => item.label === 'Open' && item.w > 0)[1];
  await page.mouse.click(second.x + second.w / 2, second.y + second.h / 2);
  await becomes(() => scenario(page), wanted);
}));

test('a table of cooperatives is shown before it is added, and undone at once', ({ url }) => inPage(url, async (page) => {
  const before = await scenario(page);
  const trade = JSON.parse(before).trades[0].name.en;
  const chooser = await picker(page, () => click(page, 'Open…'));
  await chooser.setFiles({ name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from(`name,trade,members\nNorth,${trade},40\nSouth,${trade},60\n`) });
  await shows(page, 'Add 2 cooperatives');
  assert.equal(await scenario(page), before);
  await click(page, 'Add 2 cooperatives');
  await comesTrue(async () => (await openDocument(page)).cooperatives.length === 169, 'both are added');
  await page.keyboard.press('Control+Z');
  await becomes(() => scenario(page), before);
}));

// A name in the encodings in which spreadsheets save tables.
const encodings = {
  'GB 18030': [[0xCB, 0xC4, 0xB4, 0xA8, 0xB6, 0xB9, 0xB8, 0xAF, 0xC9, 0xE7], '四川豆腐社'],
  'UTF-16': [[...Buffer.from('四川豆腐社', 'utf16le')], '四川豆腐社'],
  'Windows-1252': [[...Buffer.from('Müller & Söhne', 'latin1')], 'Müller & Söhne'],
};

for (const [encoding, [bytes, name]] of Object.entries(encodings)) {
  test(`a table in ${encoding} has its names right`, ({ url }) => inPage(url, async (page) => {
    const trade = JSON.parse(await scenario(page)).trades[0].name.en;
    const plain = (text) => encoding === 'UTF-16' ? Buffer.from(text, 'utf16le') : Buffer.from(text);
    const mark = Buffer.from(encoding === 'UTF-16' ? [0xFF, 0xFE] : []);
    const buffer = Buffer.concat([mark, plain('name,trade,members\n'), Buffer.from(bytes), plain(`,${trade},40\n`)]);
    const chooser = await picker(page, () => click(page, 'Open…'));
    await chooser.setFiles({ name: 'more.csv', mimeType: 'text/csv', buffer });
    await shows(page, 'Add a cooperative');
    await shows(page, encoding);
    await click(page, 'Add a cooperative');
    await comesTrue(async () => (await openDocument(page)).cooperatives.at(-1).name === name, 'its name is read');
  }));
}

test('the tour shows step after step, and Escape ends it', ({ url }) => inPage(url, async (page) => {
  await click(page, 'Tour');
  await shows(page, 'Next');
  await click(page, 'Next');
  await page.keyboard.press('Escape');
  await comesTrue(async () => !(await words(page)).split('\n').includes('Next'), 'the tour has ended');
}));
