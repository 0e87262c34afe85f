// Files and links from strangers: the page gives the verdict of the command line, and the open document stays.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, open, root, settle } from './browser.mjs';
import { click, comesTrue, items, says, scenario, words } from './editing.mjs';
import { assert, test } from './harness.mjs';
import { classroom, files, links, tooLargeBytes } from './hostile_files.mjs';
import { openAsText } from './text.test.mjs';

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
/** Of the program and of scripts, once what the test itself handed over is forgotten. */
async function megabytes(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return [await page.evaluate(() => window.programMemory.buffer.byteLength), usedSize].map((bytes) => bytes / 2 ** 20);
}

const folder = mkdtempSync(join(tmpdir(), 'zhengshe-hostile-'));

/** The file on the disk, for the command line. */
function stored(content) {
  const path = join(folder, 'file.json');
  writeFileSync(path, content);
  return path;
}

const command = (...words) => spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 27 });
const verdictOfProgram = (content) => JSON.parse(command('validate', '--json', stored(content)).stdout);

/** What the page says of bytes, and how long it took. */
const verdictOfPage = (page, content) => page.evaluate((base64) => {
  const text = atob(base64), bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const start = performance.now(), issues = window.zhengshe.open(bytes);
  return { issues, milliseconds: performance.now() - start };
}, content.toString('base64'));

const isRefused = (issues) => issues.some(({ severity }) => severity === 'error');
const isAsked = (issues) => issues.some(({ code }) => code === 'much_work');

test('malformed and oversized files get the same verdict, code and place from the page and the command line', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url, { ...english, prepare: watchMemory });
    let slowest = { milliseconds: 0 }, refused = 0, asked = 0;
    for (const [what, make] of Object.entries(files)) {
      const content = make(), before = await scenario(page), expected = verdictOfProgram(content);
      const { issues, milliseconds } = await verdictOfPage(page, content);
      assert.deepEqual(verdict(issues), verdict(expected), what);
      if (isAsked(issues)) asked++;
      if (!isRefused(issues) && !isAsked(issues)) continue;
      assert.ok((await scenario(page)) === before, `${what}: the open document is as it was`);
      if (!isRefused(issues)) continue;
      refused++;
      if (milliseconds > slowest.milliseconds) slowest = { what, milliseconds };
    }
    const [compiled, script] = await megabytes(page);
    console.log(`        ${Object.keys(files).length} files compared, ${refused} refused, ${asked} asked about, slowest "${slowest.what}" ${slowest.milliseconds.toFixed(0)} ms, program and script use ${compiled.toFixed(0)} and ${script.toFixed(0)} MB`);
    assert.ok(compiled + script <= 256, `${compiled} and ${script} MB`);
    assert.ok(refused >= 60);
    assert.ok(asked >= 1);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
}, { seconds: 300 });

/** Drops a file of these parts; each is base64, or a number of zeros. */
const drop = (page, name, parts) => page.evaluate(([as, given]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File(given.map((part) => (typeof part === 'number' ? new Uint8Array(part) : Uint8Array.from(atob(part), (character) => character.charCodeAt(0)))), as));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}, [name, parts]);

/** The problems as the page as text lists them, once it has answered about `name`; nothing where it opened. */
async function answerAbout(page, name) {
  let answer;
  await comesTrue(async () => {
    answer = await page.evaluate((wanted) => {
      const alert = [...document.querySelectorAll('#text [role=alert]')].find((one) => one.querySelector('h2').textContent.includes(wanted));
      if (alert) return { heading: alert.querySelector('h2').textContent, problems: [...alert.querySelectorAll('li')].map((one) => one.textContent) };
      return [...document.querySelectorAll('#text [role=status]')].some((one) => one.textContent.includes(`Opened ${wanted}`)) ? { problems: [] } : null;
    }, name);
    return answer !== null;
  }, `an answer about ${name}`, 20_000);
  return answer;
}

const listed = ({ line, column, path, en }) => `Line ${line}, column ${column} · ${path} · ${en}`;

test('dropped files are refused, asked about or opened as the command line says, each with the same problems in the same places', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openAsText(browser, url);
    await page.evaluate((text) => window.zhengshe.open(text), classroom);  // little to write anew each time
    let compared = 0;
    for (const [what, make] of Object.entries(files)) {
      const content = make(), name = `hostile ${++compared}.json`, before = await scenario(page), expected = verdictOfProgram(content);
      await drop(page, name, [content.toString('base64')]);
      const { heading, problems } = await answerAbout(page, name);
      if (isRefused(expected)) {
        assert.match(heading, /could not be opened/, what);
        assert.deepEqual(problems, expected.map(listed), what);
      } else if (isAsked(expected)) {
        assert.match(heading, /takes long to simulate/, what);
      } else {
        assert.equal(heading, undefined, what);
        assert.ok((await scenario(page)) === command('migrate', stored(content)).stdout, `${what}: opened as the command line reads it`);
      }
      if (heading) assert.ok((await scenario(page)) === before, `${what}: the open document is as it was`);
    }
    const before = await scenario(page), path = join(folder, 'large.json');
    writeFileSync(path, '');
    truncateSync(path, tooLargeBytes);
    await drop(page, 'too large.json', [tooLargeBytes]);
    assert.deepEqual((await answerAbout(page, 'too large.json')).problems, JSON.parse(command('validate', '--json', path).stdout).map(listed));
    assert.ok((await scenario(page)) === before);
    console.log(`        ${compared + 1} files compared`);
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
}, { seconds: 600 });

test('links are refused with the words of the command line, and leave the document alone', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openAsText(browser, url);
    let refused = 0;
    for (const [what, link] of Object.entries(links)) {
      const before = await scenario(page), { status, stdout, stderr } = command('link', '--read', '--json', stored(link));
      await page.evaluate((given) => { location.hash = given; }, link);
      await comesTrue(() => page.evaluate(() => location.hash === ''), `${what}: the link is taken`);
      if (status === 0) {
        await comesTrue(async () => (await scenario(page)) === stdout, `${what}: opened as the command line reads it`);
        continue;
      }
      refused++;
      const expected = JSON.parse(stderr).map(listed);
      await comesTrue(async () => (await page.evaluate(() => [...document.querySelectorAll('#text [role=alert] li')].map((one) => one.textContent))).join('\n') === expected.join('\n'), `${what}: ${expected}`);
      assert.ok((await scenario(page)) === before, `${what}: the open document is as it was`);
    }
    console.log(`        ${Object.keys(links).length} links compared, ${refused} refused`);
    assert.ok(refused >= 20);
    assert.deepEqual(page.complaints, []);
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
    // What the browser has kept for the next page is another document than the link's.
    await page.evaluate((text) => window.zhengshe.open(text), JSON.stringify({ ...JSON.parse(classroom), notes: 'kept' }));
    await settle(page);

    const other = await page.context().newPage();
    await other.goto(address);
    await comesTrue(() => other.evaluate(() => location.hash === ''), 'the link is taken');
    assert.ok((await scenario(other)) === classroom, 'the link opened');

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
