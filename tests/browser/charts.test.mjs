// A chart's menu on the page: its picture and its values as files, its values in the clipboard, its zoom.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { answered, computed, dist, launch } from './browser.mjs';
import { becomes, click, comesTrue, handed, items, openDocument, openForSaving } from './editing.mjs';
import { assert, test } from './harness.mjs';

const forms = { 'the served page': ({ url }) => url, 'the single file': () => pathToFileURL(join(dist, 'zhengshe.html')).href };
const menu = 'Monthly wage: zoom, copy, save';

const chart = async (page) => (await items(page)).find((item) => item.label.startsWith('Monthly wage · '));
const isOpen = async (page) => (await items(page)).some((item) => item.label === 'Save as PNG…');

async function openResults(browser, address) {
  const page = await openForSaving(browser, address, {
    permissions: ['clipboard-read', 'clipboard-write'],
    prepare: () => document.addEventListener('securitypolicyviolation', (event) => console.error(`refused: ${event.violatedDirective}`)),
  });
  await click(page, 'Results');
  await computed(page);
  return page;
}

async function saved(page, entry) {
  await click(page, menu);
  return handed(page, () => click(page, entry));
}

// What the browser makes of a file: whether it is well formed, its size, and how many of its pixels are of the plan's colour.
const readSvg = (page, text) => page.evaluate((svg) => {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return { root: parsed.documentElement.localName, errors: parsed.querySelectorAll('parsererror').length, scripts: parsed.querySelectorAll('script').length, words: parsed.documentElement.textContent };
}, text);
const readPng = (page, base64) => page.evaluate(async (text) => {
  const image = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let plan = 0;
  for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i] - 0x1b) + Math.abs(data[i + 1] - 0x6f) + Math.abs(data[i + 2] - 0x6c) < 12) plan++;
  return { width: image.width, height: image.height, plan, corner: [...data.slice(0, 4)] };
}, base64);

for (const [form, address] of Object.entries(forms)) {
  test(`${form} saves a chart as SVG, PNG and CSV and copies its values`, async (context) => {
    const browser = await launch();
    try {
      const page = await openResults(browser, address(context));
      const reader = await (await browser.newContext()).newPage();
      const svg = await saved(page, 'Save as SVG…');
      assert.equal(svg.name, 'kunming-1957-monthly_wage.svg');
      const { words, ...parsed } = await readSvg(reader, svg.text);
      assert.deepEqual(parsed, { root: 'svg', errors: 0, scripts: 0 });
      for (const part of ['Monthly wage', 'Left alone', 'Deadline', 'behaviour version 1', '1000 replications']) assert.ok(words.includes(part), part);

      const png = await saved(page, 'Save as PNG…');
      assert.equal(png.name, 'kunming-1957-monthly_wage.png');
      assert.equal(png.bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
      const { plan, ...picture } = await readPng(reader, png.bytes.toString('base64'));
      assert.deepEqual(picture, { width: 1920, height: 1080, corner: [0xff, 0xfd, 0xf8, 0xff] });
      assert.ok(plan > 2000, `${plan} pixels of the plan's colour`);

      const csv = await saved(page, 'Save the values (CSV)…');
      assert.equal(csv.name, 'kunming-1957-monthly_wage.csv');
      const rows = csv.text.split('\r\n');
      assert.ok(rows[0].startsWith('\ufeffDate,'), rows[0]);
      assert.equal(rows.length, (await openDocument(page)).calendar.horizonDays + 2);

      await click(page, menu);
      await click(page, 'Copy the values');
      await becomes(() => page.evaluate(async () => (await navigator.clipboard.readText()).split(/\r?\n/)[0].split('\t').length), rows[0].split(/,(?! )/).length);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });
}

test('a chart is zoomed by the wheel with Ctrl and no other part of the page is, and its menu opens by a right press', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openResults(browser, url);
    await page.evaluate(() => {
      window.turned = [];
      addEventListener('wheel', (event) => window.turned.push(event.defaultPrevented), { passive: true });
    });
    const turn = async (x, y) => {
      await page.mouse.move(x, y);
      await page.keyboard.down('Control');
      await answered(page);
      await page.mouse.wheel(0, -300);
      await page.keyboard.up('Control');
      await answered(page);
      return page.evaluate(() => window.turned.pop());
    };
    const { x, y, w, h } = await chart(page);
    const before = (await page.screenshot({ clip: { x, y, width: w, height: h } })).toString('base64');
    assert.equal(await turn(20, 700), false, 'over the list of views the wheel is the browser\'s');
    assert.equal(await turn(x + w / 2, y + h / 2), true, 'over the chart the program takes it');
    await page.mouse.move(20, 700);
    await answered(page);
    assert.notEqual((await page.screenshot({ clip: { x, y, width: w, height: h } })).toString('base64'), before);
    await page.mouse.click(x + w / 2, y + h / 2, { button: 'right' });
    await comesTrue(() => isOpen(page), 'the menu opens');
    await click(page, 'Show all');
    await page.mouse.move(20, 700);
    await becomes(async () => (await page.screenshot({ clip: { x, y, width: w, height: h } })).toString('base64') === before, true);
  } finally {
    await browser.close();
  }
});
