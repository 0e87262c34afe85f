// What axe finds in the page as it is drawn, and in the page as text.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, open, settle } from './browser.mjs';
import { click } from './editing.mjs';
import { assert, test } from './harness.mjs';
import { openAsText } from './text.test.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Findings that keep somebody from using the page, each with the elements it is about. */
async function barriers(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  assert.ok(passes.length > 5, 'axe looked at something');
  return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}

for (const [locale, scheme] of [['en-GB', 'light'], ['zh-CN', 'dark']]) {
  test(`axe finds no barrier in the page, ${locale} and ${scheme}`, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await open(browser, url, { locale, colorScheme: scheme });
      await settle(page);
      await page.keyboard.press('Tab');  // what the keyboard is on is mirrored as an element from then on
      assert.deepEqual(await barriers(page), []);
      await click(page, locale === 'zh-CN' ? '报告' : 'Report');
      assert.deepEqual(await barriers(page), []);
    } finally {
      await browser.close();
    }
  });
}

test('axe finds no barrier in the page as text, in either language, and would find one', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openAsText(browser, url);
    assert.deepEqual(await barriers(page), []);
    await page.click('button[data-command=switch_language]');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    assert.deepEqual(await barriers(page), []);
    await page.evaluate(() => document.querySelector('#text').append(document.createElement('button')));
    assert.deepEqual(await barriers(page), ['button-name: #text > button']);
  } finally {
    await browser.close();
  }
});
