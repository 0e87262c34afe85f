// Files that are written out: each has its own answer, and one that is refused is told by its name.
import { computed, launch, open } from './browser.mjs';
import { click, comesTrue, says, words } from './editing.mjs';
import { assert, test } from './harness.mjs';

const english = { width: 1440, height: 900, locale: 'en-US' };
const menu = 'Monthly wage: zoom, copy, save';

// Every picker stays open until the test answers it: window.asked[name]('written' | the name of an error).
const answerByHand = () => {
  window.asked = {};
  window.showSaveFilePicker = ({ suggestedName: name }) => new Promise((resolve, reject) => {
    let stored = new Uint8Array(0);
    const stream = { write: async (bytes) => { stored = bytes.slice(); }, close: async () => {} };
    const handle = { name, kind: 'file', createWritable: async () => stream, getFile: async () => new Blob([stored]) };
    window.asked[name] = (answer) => (answer === 'written' ? resolve(handle) : reject(new DOMException('refused', answer)));
  });
};

const isAsked = (page, name) => comesTrue(() => page.evaluate((wanted) => wanted in window.asked, name), `the picker for ${name} is open`);
const answer = (page, name, result) => page.evaluate(([asked, given]) => window.asked[asked](given), [name, result]);

const files = {
  'kunming-1957.json': (page) => click(page, 'Save'),
  'kunming-1957-monthly_wage.svg': (page) => fromMenu(page, 'Save as SVG…'),
  'kunming-1957-monthly_wage.png': (page) => fromMenu(page, 'Save as PNG…'),
  'kunming-1957-monthly_wage.csv': (page) => fromMenu(page, 'Save the values (CSV)…'),
  'kunming-1957.html': async (page) => {
    await click(page, 'Report');
    await click(page, 'Save the report (HTML)…');
  },
  'kunming-1957.csv': async (page) => {
    await click(page, 'Report');
    await click(page, 'Save the table (CSV)…');
  },
};

async function fromMenu(page, entry) {
  await click(page, 'Results');
  await computed(page);
  await click(page, menu);
  await click(page, entry);
}

test('every file that may not be written is told by its name', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, { ...english, prepare: answerByHand });
    for (const [name, save] of Object.entries(files)) {
      await save(page);
      await isAsked(page, name);
      await answer(page, name, 'NotAllowedError');
      await says(page, new RegExp(`${name.replace(/\./g, '\\.')} could not be written`));
    }
    assert.deepEqual(page.complaints, []);
    console.log(`        ${Object.keys(files).length} files`);
  } finally {
    await browser.close();
  }
});

test('two files that are written at once each get their own answer', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, { ...english, prepare: answerByHand });
    const both = ['kunming-1957.json', 'kunming-1957.html'];
    for (const name of both) {
      await files[name](page);
      await isAsked(page, name);
    }
    await answer(page, both[1], 'NotAllowedError');
    await says(page, /kunming-1957\.html could not be written/);
    assert.doesNotMatch(await words(page), /kunming-1957\.json could not be written|Saved as/);
    await answer(page, both[0], 'written');
    await says(page, /Saved as kunming-1957\.json/);

    // A refused export leaves the document's own file as the place for the next save.
    await page.evaluate(() => { window.asked = {}; });
    await files['kunming-1957.html'](page);
    await isAsked(page, both[1]);
    await answer(page, both[1], 'NotAllowedError');
    await click(page, 'Save');
    await page.waitForTimeout(300);
    assert.ok(!(await page.evaluate(() => 'kunming-1957.json' in window.asked)), 'the document goes into its file without asking');
  } finally {
    await browser.close();
  }
});
