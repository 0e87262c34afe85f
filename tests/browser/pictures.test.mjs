// Every view as it was when somebody last looked at it and found it good: both languages, both themes, drawn with the
// page's own font. UPDATE_GOLDEN=1 writes tests/golden/pictures anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { computed, launch, open, root, settle } from './browser.mjs';
import { click, find } from './editing.mjs';
import { assert, test } from './harness.mjs';

const folder = join(root, 'tests', 'golden', 'pictures');
const views = [['overview', 'Overview', '总览'], ['map', 'Map', '地图'], ['cooperatives', 'Cooperatives', '合作社'], ['inspection', 'Inspection', '检查总结'], ['measures', 'Measures', '措施'],
               ['batches', 'Batches', '分批'], ['results', 'Results', '结果'], ['compare', 'Compare', '比较'], ['evidence', 'Evidence', '证据'], ['report', 'Report', '报告']];
const width = 1440, height = 900;
const looks = [['light', 'en'], ['dark', 'en'], ['light', 'zh'], ['dark', 'zh']];

// What runs in the browser, which reads and writes pictures by itself. A picture is kept as the means of blocks of
// four by four pixels: what moves or changes its colour shows in them, and how a browser smooths an edge hardly.
function installTools() {
  const block = 4;
  const surface = (w, h) => new OffscreenCanvas(w, h).getContext('2d', { willReadFrequently: true });
  const base64 = (bytes) => { let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return btoa(text); };
  const pixels = async (png) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
    const context = surface(image.width, image.height);
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const tools = {
    async small(png, changes = []) {
      const source = await pixels(png);
      for (const change of changes) tools[change.kind](source, change);
      const { width: w, height: h, data } = source, result = new ImageData(w / block, h / block);
      const sums = new Float64Array(result.data.length);
      for (let y = 0; y < h; y++)
        for (let x = 0; x < w; x++) {
          const from = 4 * (y * w + x), to = 4 * (Math.floor(y / block) * result.width + Math.floor(x / block));
          for (let c = 0; c < 4; c++) sums[to + c] += data[from + c];
        }
      sums.forEach((sum, i) => { result.data[i] = Math.round(sum / (block * block)); });
      return result;
    },
    move(image, { x, y, w, h, by }) {
      const copy = image.data.slice();
      for (let row = y; row < y + h; row++) for (let column = x; column < x + w; column++) for (let c = 0; c < 4; c++) image.data[4 * (row * image.width + column + by) + c] = copy[4 * (row * image.width + column) + c];
    },
    recolour(image, { x, y, w, h }) {
      for (let row = y; row < y + h; row++) for (let column = x; column < x + w; column++) {
        const at = 4 * (row * image.width + column);
        [image.data[at], image.data[at + 2]] = [image.data[at + 2], image.data[at]];
      }
    },
    // As another browser smooths edges and rounds colours.
    smooth(image) {
      const copy = image.data.slice();
      for (let i = 4; i < copy.length - 4; i++) if (i % 4 !== 3) image.data[i] = 0.9 * copy[i] + 0.05 * (copy[i - 4] + copy[i + 4]) + (i % 3) - 1;
    },
    // Blocks in which a colour differs by more than a twentieth of its range.
    different(a, b) {
      let count = 0;
      for (let i = 0; i < a.data.length; i += 4) if ([0, 1, 2].some((c) => Math.abs(a.data[i + c] - b.data[i + c]) > 12)) count++;
      return count;
    },
    async sheet(images) {
      const context = surface(2 * images[0].width, 2 * images[0].height);
      images.forEach((image, i) => context.putImageData(image, (i % 2) * image.width, (i >> 1) * image.height));
      return base64(new Uint8Array(await (await context.canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()));
    },
    async cut(sheet, i) {
      const all = await pixels(sheet), w = all.width / 2, h = all.height / 2, context = surface(all.width, all.height);
      context.putImageData(all, 0, 0);
      return context.getImageData((i % 2) * w, (i >> 1) * h, w, h);
    },
  };
  window.tools = tools;
}

async function withTools(browser, work) {
  const page = await (await browser.newContext()).newPage();
  await page.evaluate(installTools);
  return work(page);
}

async function setLook(page, scheme, language, shown) {
  await page.emulateMedia({ colorScheme: scheme });
  if (language !== shown) await click(page, language === 'zh' ? '中文' : 'English');
}

// Screenshots by view, in the order of looks.
async function takePictures(browser, url) {
  const page = await open(browser, `${url}?font=embedded`, { width, height, locale: 'en-GB' });
  const taken = Object.fromEntries(views.map(([name]) => [name, []]));
  let shown = 'en';
  for (const [scheme, language] of looks) {
    await setLook(page, scheme, language, shown);
    shown = language;
    for (const [name, english, chinese] of views) {
      await click(page, language === 'en' ? english : chinese);
      await page.mouse.move(width - 3, height - 3);
      await computed(page);
      taken[name].push((await page.screenshot()).toString('base64'));
    }
  }
  return taken;
}

const most = 25;  // blocks of 81,000 that may differ

test('every view looks as it did, in both languages and themes', async ({ url }) => {
  const browser = await launch();
  try {
    const taken = await takePictures(browser, url);
    await withTools(browser, async (page) => {
      const differing = [];
      for (const [name] of views) {
        const path = join(folder, `${name}.png`);
        if (process.env.UPDATE_GOLDEN) {
          const sheet = await page.evaluate(async (pictures) => window.tools.sheet(await Promise.all(pictures.map((png) => window.tools.small(png)))), taken[name]);
          mkdirSync(folder, { recursive: true });
          writeFileSync(path, Buffer.from(sheet, 'base64'));
        }
        assert.ok(existsSync(path), `${path} is missing; UPDATE_GOLDEN=1 writes it`);
        const sheet = readFileSync(path).toString('base64');
        for (const [i, picture] of taken[name].entries()) {
          const count = await page.evaluate(async ([golden, png, at]) => window.tools.different(await window.tools.cut(golden, at), await window.tools.small(png)), [sheet, picture, i]);
          if (count <= most) continue;
          differing.push(`${name}, ${looks[i].join(', ')}: ${count} blocks`);
          mkdirSync(join(root, 'build', 'pictures'), { recursive: true });
          writeFileSync(join(root, 'build', 'pictures', `${name}-${looks[i].join('-')}.png`), Buffer.from(picture, 'base64'));
        }
      }
      assert.deepEqual(differing, [], 'see build/pictures');
    });
  } finally {
    await browser.close();
  }
}, { seconds: 400 });

test('a picture differs where a widget moved by two pixels or changed its colour, and not where edges are smoothed otherwise', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, `${url}?font=embedded`, { width, height, locale: 'en-GB' });
    await settle(page);
    const { x, y, w, h } = await find(page, 'Play');
    const widget = { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
    const picture = (await page.screenshot()).toString('base64');
    const differences = (changes) => withTools(browser, (tools) => tools.evaluate(async ([png, list]) => window.tools.different(await window.tools.small(png), await window.tools.small(png, list)), [picture, changes]));
    const [same, moved, recoloured, smoothed] = [await differences([]), await differences([{ kind: 'move', by: 2, ...widget }]), await differences([{ kind: 'recolour', ...widget }]), await differences([{ kind: 'smooth' }])];
    console.log(`        blocks that differ: moved ${moved}, recoloured ${recoloured}, smoothed ${smoothed}`);
    assert.equal(same, 0);
    assert.ok(moved > most && recoloured > most && smoothed <= most);
  } finally {
    await browser.close();
  }
});
