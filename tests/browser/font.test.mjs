// The font that the page brings for browsers whose own will not do.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spokenCharacters } from '../../web/fallback_font.mjs';
import { computed, dist, launch, open, root } from './browser.mjs';
import { assert, test } from './harness.mjs';

const classroom = readFileSync(join(root, 'assets', 'scenarios', 'classroom-12.json'), 'utf8');
const bringsFont = (page) => page.evaluate(() => 'fallback.ttf' in Module.assets);

// A system on which the only font has no Chinese.
function withoutChinese() {
  const path = join(mkdtempSync(join(tmpdir(), 'zhengshe-fonts-')), 'fonts.conf');
  writeFileSync(path, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>');
  return { ...process.env, FONTCONFIG_FILE: path };
}

// What a browser does that lets nobody read back what was drawn.
function scramble() {
  const read = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function(...area) {
    const image = read.apply(this, area);
    for (let i = 0; i < image.data.length; i++) image.data[i] = (i * 7919) & 255;
    return image;
  };
}

/** The largest difference between colours of two pictures, 0 to 255. */
async function difference(one, other) {
  const browser = await launch();
  try {
    return await (await browser.newPage()).evaluate(async (pictures) => {
      const [a, b] = await Promise.all(pictures.map(async (text) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }));
      return a.length === b.length ? a.reduce((most, colour, i) => Math.max(most, Math.abs(colour - b[i])), 0) : 255;
    }, [one, other].map((picture) => picture.toString('base64')));
  } finally {
    await browser.close();
  }
}

test('the font of the page has every character that the program says', async () => {
  const table = execFileSync('ttx', ['-q', '-t', 'cmap', '-o', '-', join(dist, 'fallback.ttf')], { encoding: 'utf8' });
  const covered = new Set([...table.matchAll(/<map code="(0x[0-9a-f]+)"/g)].map(([, code]) => String.fromCodePoint(Number(code))));
  const spoken = [...spokenCharacters()];
  console.log(`        ${spoken.length} characters`);
  assert.ok(spoken.includes('整') && spoken.length > 500);
  assert.deepEqual(spoken.filter((character) => !covered.has(character)), []);
});

test('a browser with Chinese fonts does not fetch another', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url);
    assert.equal(await bringsFont(page), false);
    assert.deepEqual(page.requests.filter((request) => request.includes('fallback.ttf')), []);
  } finally {
    await browser.close();
  }
});

for (const [form, address] of [['the hosted page', ({ url }) => url], ['the single file', () => pathToFileURL(join(dist, 'zhengshe.html')).href]]) {
  test(`${form} brings its font where there is no Chinese and where nothing drawn can be read back, and looks the same`, async (context) => {
    const pictures = [], look = { width: 900, height: 640, locale: 'zh-CN' };
    for (const [query, environment, prepare] of [['?font=embedded'], ['', withoutChinese()], ['', process.env, scramble]]) {
      const browser = await launch({ env: environment });
      try {
        const page = await open(browser, address(context) + query, { ...look, prepare });
        assert.ok(await bringsFont(page));
        await page.evaluate((text) => window.zhengshe.open(text), classroom);
        await computed(page);
        pictures.push(await page.screenshot());
        assert.deepEqual(page.complaints, []);
      } finally {
        await browser.close();
      }
    }
    // WebGL in software rounds a blended colour up or down when the machine is busy; another letter differs by half of the range.
    for (const picture of pictures.slice(1)) assert.ok(picture.equals(pictures[0]) || (await difference(picture, pictures[0])) <= 2);
  });
}
