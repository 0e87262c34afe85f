// node tests/browser/run.mjs [--soak] [--only WORDS]: the browser tests, on dist/ and on the probe page.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/serve.mjs';
import { dist, root } from './browser.mjs';
import { runTests } from './harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
for (const name of readdirSync(here).filter((file) => file.endsWith('.test.mjs')).sort()) await import(`./${name}`);

const [program, probe, hashes] = await Promise.all([dist, join(root, 'build', 'probe'), join(root, 'build', 'hashes')].map((folder) => serve(folder)));
const only = words.indexOf('--only');
const count = await runTests({
  filter: only >= 0 ? words[only + 1] : '',
  soak: words.includes('--soak'),
  context: { url: program.url, probeUrl: probe.url, hashesUrl: hashes.url },
});
console.log(`browser: ${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
