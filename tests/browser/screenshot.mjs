// node tests/browser/screenshot.mjs OUT.png [--width 1440] [--height 900] [--dpr 1] [--dark] [--lang zh]
//   [--wait MS] [--click X,Y | --click LABEL]... [--key CHORD]... [--open FILE.json] [--file] [--embedded] [--items]
// A picture of the built page, for looking at while developing. Clicks and keys happen in their order.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { serve } from '../../web/serve.mjs';
import { dist, launch, open, settle } from './browser.mjs';

const options = { width: 1440, height: 900, dpr: 1, wait: 0 }, actions = [];
const words = process.argv.slice(2);
const output = words.shift();
while (words.length) {
  const name = words.shift().replace(/^--/, '');
  if (['dark', 'file', 'items', 'embedded'].includes(name)) options[name] = true;
  else if (['click', 'key', 'type'].includes(name)) actions.push([name, words.shift()]);
  else options[name] = words.shift();
}

const server = await serve(options.folder ?? dist);
const browser = await launch({ ratio: options.dpr });
const address = options.file ? pathToFileURL(join(dist, 'zhengshe.html')).href : server.url;
const page = await open(browser, options.embedded ? `${address}?font=embedded` : address, {
  width: Number(options.width), height: Number(options.height), deviceScaleFactor: Number(options.dpr),
  colorScheme: options.dark ? 'dark' : 'light', locale: options.lang === 'zh' ? 'zh-CN' : options.lang ?? 'en-GB',
});
if (options.open) console.log(await page.evaluate((text) => window.zhengshe.open(text), readFileSync(options.open, 'utf8')));
await settle(page);

for (const [kind, value] of actions) {
  if (kind === 'key') await page.keyboard.press(value);
  if (kind === 'type') await page.keyboard.insertText(value);
  if (kind === 'click') {
    let [x, y] = value.split(',').map(Number);
    if (Number.isNaN(x) || Number.isNaN(y)) {
      const item = (await page.evaluate(() => window.zhengshe.items())).find(({ label }) => label.includes(value));
      if (!item) throw new Error(`no item is labelled "${value}"`);
      [x, y] = [item.x + item.w / 2, item.y + item.h / 2];
    }
    await page.mouse.click(x, y);
  }
  await settle(page);
}
await page.waitForTimeout(Number(options.wait));
if (options.items) for (const item of await page.evaluate(() => window.zhengshe.items())) console.log(JSON.stringify(item));
await page.screenshot({ path: output });
if (page.complaints.length) console.log(page.complaints.join('\n'));
await browser.close();
server.close();
