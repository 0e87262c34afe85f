// The page as text, where a browser has no WebGL 2: everything can be read and done.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, launch } from './browser.mjs';
import { becomes, comesTrue, handed, picker, scenario } from './editing.mjs';
import { assert, test } from './harness.mjs';

const forms = { 'the served page': ({ url }) => url, 'the single file': () => pathToFileURL(join(dist, 'zhengshe.html')).href };

/** Opens the page in a browser that cannot draw; `prepare` runs before the page's own scripts. */
export async function openAsText(browser, address, prepare = () => {}) {
  const page = await (await browser.newContext({ locale: 'en-US', acceptDownloads: true })).newPage();
  page.complaints = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  await page.addInitScript(prepare);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
    delete window.showSaveFilePicker;
  });
  await page.goto(address);
  await page.evaluate(() => window.zhengshe.ready);
  return page;
}

const press = (page, command) => page.click(`button[data-command=${command}]`);

for (const [form, address] of Object.entries(forms)) {
  test(`${form} without WebGL 2 works as text: reads, edits, undoes, saves, opens`, async (context) => {
    const browser = await launch();
    try {
      const page = await openAsText(browser, address(context));
      const before = await scenario(page);
      assert.match(await page.innerText('#text'), /no WebGL 2[\s\S]*不提供 WebGL 2[\s\S]*Kunming/);
      assert.ok(await page.isHidden('#canvas') && await page.isHidden('#explanation'));

      await page.fill('[data-field=deadline]', '1957-02-28');
      await page.dispatchEvent('[data-field=deadline]', 'change');
      await comesTrue(async () => /"deadline": "1957-02-28"/.test(await scenario(page)), 'the deadline is changed');
      assert.match(await page.innerText('button[data-command=undo]'), /deadline/i);
      const edited = await scenario(page);
      await press(page, 'undo');
      await becomes(() => scenario(page), before);
      assert.ok(await page.isDisabled('button[data-command=undo]'));
      await press(page, 'redo');
      await becomes(() => scenario(page), edited);

      const chosen = await page.innerText('#text table button[data-select] >> nth=0');
      await page.click('#text table button[data-select] >> nth=0');
      await comesTrue(async () => (await page.innerText('#text-part-selected h2')) === chosen, 'the cooperative is shown');

      assert.equal((await handed(page, () => press(page, 'save_file'))).text, edited);
      const chooser = await picker(page, () => press(page, 'open_file'));
      const classroom = join(dist, '..', 'assets', 'scenarios', 'classroom-12.json');
      await chooser.setFiles(classroom);
      await becomes(() => scenario(page), readFileSync(classroom, 'utf8'));

      await press(page, 'switch_language');
      await comesTrue(async () => /总览/.test(await page.innerText('#text')), 'the page speaks Chinese');
      await page.reload();
      await page.evaluate(() => window.zhengshe.ready);
      await becomes(() => scenario(page), readFileSync(classroom, 'utf8'));
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });
}

test('the page as text keeps the keyboard where it was while parts of it change', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openAsText(browser, url);
    await page.focus('button[data-command=last_day]');
    await page.keyboard.press('Enter');
    await comesTrue(() => page.evaluate(() => document.activeElement.dataset.command === 'last_day'), 'the same button has the focus');
  } finally {
    await browser.close();
  }
});
