// Work that takes very long: asked about, done beside everything else, and left whenever somebody wants.
import { answered, launch, open } from './browser.mjs';
import { click, comesTrue, items, says, scenario } from './editing.mjs';
import { assert, test } from './harness.mjs';
import { files } from './hostile_files.mjs';

test('a document that would take very long is asked about, shows how far it is and is left within a second', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, { width: 1440, height: 900, locale: 'en-US' }), before = await scenario(page);
    const ask = async () => {
      await page.evaluate((text) => window.zhengshe.open(text), files['work for a long time']().toString());
      await says(page, /takes long to simulate/);
    };
    const isAsking = async () => (await items(page)).some(({ label }) => label === 'Leave it');

    await ask();
    await click(page, 'Leave it');
    assert.ok(!(await isAsking()));
    assert.ok((await scenario(page)) === before);

    await ask();
    await click(page, 'Simulate it all the same');
    await comesTrue(async () => !(await items(page)).some(({ label }) => label === 'Simulate it all the same'), 'it is begun', 30_000);
    assert.ok(await page.evaluate(() => window.zhengshe.busy()));
    const frames = await page.evaluate(() => window.zhengshe.frames());
    await comesTrue(async () => (await page.evaluate(() => window.zhengshe.frames())) >= frames + 3, 'it goes on, and the page draws');
    const { x, y, w, h } = (await items(page)).find(({ label }) => label === 'Leave it');
    const start = performance.now();
    await page.mouse.click(x + w / 2, y + h / 2);
    await comesTrue(async () => !(await isAsking()), 'it is left');
    const milliseconds = performance.now() - start;
    await answered(page);
    assert.ok((await scenario(page)) === before, 'the open document is as it was');
    console.log(`        left after ${milliseconds.toFixed(0)} ms`);
    assert.ok(milliseconds < 1000, `${milliseconds} ms`);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
});
