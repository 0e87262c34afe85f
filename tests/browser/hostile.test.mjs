// Files and links from strangers: the page gives the verdict of the command line, and the open document stays.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, open, root, settle } from './browser.mjs';
import { click, comesTrue, items, says, scenario, words } from './editing.mjs';
import { assert, test } from './harness.mjs';
import { classroom, texts } from './hostile_files.mjs';

const program = process.env.ZHENGSHE_PROGRAM || join(root, 'build', 'native', 'zhengshe');
const english = { width: 1440, height: 900, locale: 'en-US' };

const verdict = (issues) => issues.map(({ severity, code, path, line, column }) => ({ severity, code, path, line, column }));

/** Keeps hold of the program's memory, which only ever grows. */
const watchMemory = () => {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given), exported = Object.values((made.instance ?? made).exports);
      window.programMemory = exported.find((value) => value instanceof WebAssembly.Memory) ?? window.programMemory;
      return made;
    };
  }
};
const megabytes = (page) => page.evaluate(() => (window.programMemory.buffer.byteLength + performance.memory.usedJSHeapSize) / 2 ** 20);

function verdictOfProgram(text) {
  const path = join(mkdtempSync(join(tmpdir(), 'zhengshe-hostile-')), 'file.json');
  writeFileSync(path, text);
  const { stdout } = spawnSync(program, ['validate', '--json', path], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return verdict(JSON.parse(stdout));
}

test('malformed and oversized files get the same verdict, code and place from the page and the command line', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, { ...english, prepare: watchMemory });
    let slowest = { milliseconds: 0 }, refused = 0;
    for (const [what, text] of Object.entries(texts)) {
      const before = await scenario(page);
      const { issues, milliseconds } = await page.evaluate((given) => {
        const start = performance.now(), answer = window.zhengshe.open(given);
        return { issues: typeof answer === 'string' ? JSON.parse(answer) : answer, milliseconds: performance.now() - start };
      }, text);
      assert.deepEqual(verdict(issues), verdictOfProgram(text), what);
      if (!issues.some(({ severity }) => severity === 'error')) continue;
      refused++;
      assert.ok((await scenario(page)) === before, `${what}: the open document is as it was`);
      if (milliseconds > slowest.milliseconds) slowest = { what, milliseconds };
    }
    const memory = await megabytes(page);
    console.log(`        ${Object.keys(texts).length} files, ${refused} refused, slowest "${slowest.what}" ${slowest.milliseconds.toFixed(0)} ms, program and script use ${memory.toFixed(0)} MB`);
    assert.ok(memory <= 256, `${memory} MB`);
    assert.ok(refused >= 60);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
}, { seconds: 240 });

const bytes = { 'half a character': [0x7b, 0xe6, 0x95], 'Latin-1': [0x7b, 0x22, 0xe9, 0x22], 'UTF-16': [0xff, 0xfe, 0x7b, 0x00], 'an overlong slash': [0x22, 0xc0, 0xaf, 0x22], 'a picture': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] };
test('bytes that are no text are refused with the problem on the screen', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, english), before = await scenario(page);
    for (const [what, content] of Object.entries(bytes)) {
      await page.evaluate((given) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(given)], 'hostile.json'));
        document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, content);
      await says(page, /hostile\.json could not be opened/);
      assert.ok((await scenario(page)) === before, what);
      await click(page, 'Close');
    }
  } finally {
    await browser.close();
  }
});

test('a link opens exactly, and one that is cut or changed says so and leaves the document alone', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, { ...english, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate((text) => window.zhengshe.open(text), classroom);
    await settle(page);
    await click(page, 'Copy a link');
    const address = await page.evaluate(() => navigator.clipboard.readText()), fragment = address.slice(address.indexOf('#'));
    assert.ok(address.startsWith(url), address);

    const other = await page.context().newPage();
    await other.goto(address);
    await comesTrue(async () => (await other.evaluate(() => window.zhengshe.scenario?.())) === classroom, 'the link opened');
    assert.equal(await other.evaluate(() => location.hash), '');

    const damaged = [4, 12, fragment.length >> 1, fragment.length - 1].map((length) => fragment.slice(0, length));
    damaged.push(fragment.replace(/.{20}$/, (end) => (end[0] === 'A' ? 'B' : 'A') + end.slice(1)));
    for (const link of damaged) {
      await other.evaluate((given) => { location.hash = given; }, link);
      await says(other, /could not be opened/);
      assert.ok((await scenario(other)) === classroom);
      await click(other, 'Close');
      await comesTrue(async () => !/could not be opened/.test(await words(other)), 'the problems are put away');
    }
    console.log(`        a link of ${fragment.length} characters, ${damaged.length} damaged ones`);
  } finally {
    await browser.close();
  }
});

const injections = ['<script>window.injected = 1</script>', '<img src=x onerror="window.injected = 1">', '"><svg onload=window.injected=1>', "'; window.injected = 1; //", '</title><script>window.injected = 1</script>',
  'javascript:window.injected=1', '=1+1', '+SUM(A1)', '-2+3', '@cmd', '=HYPERLINK("http://localhost/x")', '{{7*7}}', '${7*7}', '%s%s%n', '../../etc/passwd', 'CON.json', '\u202egnp.exe', 'a\tb', '𠀀 整社 ẗ̈', '&lt;b&gt;', ']]>', '\\u0000', '%00'];
test('strings that would be code elsewhere stay strings, and come back exactly', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, english);
    for (const text of injections) {
      const document = JSON.parse(classroom);
      document.title = { en: text, zh: text };
      document.cooperatives[0].name = { en: text, zh: text };
      document.notes = text;
      const given = JSON.stringify(document);
      const issues = await page.evaluate((content) => { const answer = window.zhengshe.open(content); return typeof answer === 'string' ? JSON.parse(answer) : answer; }, given);
      await settle(page, 60);
      assert.ok(!issues.some(({ severity }) => severity === 'error'), `${text}: ${JSON.stringify(issues)}`);
      const saved = JSON.parse(await scenario(page));
      assert.equal(saved.title.en ?? saved.title, text);
      assert.equal(saved.cooperatives[0].name.en ?? saved.cooperatives[0].name, text);
    }
    assert.equal(await page.evaluate(() => window.injected), undefined);
    assert.deepEqual(page.requests.filter((request) => !request.startsWith(url) && !/^(data|blob):/.test(request)), []);
    assert.deepEqual(page.complaints, []);
    assert.ok((await items(page)).length > 0);
    console.log(`        ${injections.length} strings`);
  } finally {
    await browser.close();
  }
});
