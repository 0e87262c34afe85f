// node tests/benchmark/refusals.mjs [FILES]: how long the page takes to refuse each hostile file, slowest first, the
// best of three. The page is dist/.
import { serve } from '../../web/serve.mjs';
import { dist, launch, open } from '../browser/browser.mjs';
import { files } from '../browser/hostile_files.mjs';

const shown = Number(process.argv[2] ?? 10), repetitions = 3;
const { url } = await serve(dist), browser = await launch();
const page = await open(browser, url, { locale: 'en-US' });
const refusals = [];
for (const [what, make] of Object.entries(files)) {
  const content = make();
  const { refused, milliseconds } = await page.evaluate(({ base64, repetitions }) => {
    const text = atob(base64), bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    let milliseconds = Infinity, refused = false;
    for (let i = 0; i < repetitions; i++) {
      const start = performance.now();
      refused = window.zhengshe.open(bytes).some(({ severity }) => severity === 'error');
      milliseconds = Math.min(milliseconds, performance.now() - start);
    }
    return { refused, milliseconds };
  }, { base64: content.toString('base64'), repetitions });
  if (refused) refusals.push({ what, bytes: content.length, milliseconds });
}
await browser.close();
refusals.sort((a, b) => b.milliseconds - a.milliseconds);
for (const { what, bytes, milliseconds } of refusals.slice(0, shown)) console.log(`${milliseconds.toFixed(1).padStart(8)} ms  ${String(bytes).padStart(9)} bytes  ${what}`);
console.log(`slowest of ${refusals.length} refusals: ${refusals[0].milliseconds.toFixed(1)} ms (aim: 250 ms)`);
process.exit(0);
