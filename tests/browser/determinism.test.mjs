// Chromium's WebAssembly gives the bits that every other build gives.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open, root } from './browser.mjs';
import { assert, test } from './harness.mjs';

const scenarios = join(root, 'assets', 'scenarios');
for (const file of readdirSync(scenarios).filter((name) => name.endsWith('.json')).sort()) {
  test(`every day of ${file} has the recorded state in Chromium`, async ({ hashesUrl }) => {
    const browser = await launch();
    try {
      const page = await open(browser, hashesUrl);
      const lines = await page.evaluate((text) => { window.zhengshe.open(text); return window.zhengshe.scenario(); }, readFileSync(join(scenarios, file), 'utf8'));
      const recorded = readFileSync(join(root, 'tests', 'golden', file.replace('.json', '.hashes')), 'utf8');
      const difference = lines.split(/\s/).findIndex((word, at) => word !== recorded.split(/\s/)[at]);
      assert.ok(lines === recorded, `first difference at word ${difference} of ${lines.split(/\s/).length}`);
    } finally {
      await browser.close();
    }
  });
}
