// The built page in its two forms: served, and as one file opened from the disk.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, launch, open, root, settle } from './browser.mjs';
import { assert, test, missed } from './harness.mjs';

const forms = { 'the served page': ({ url }) => url, 'the single file': () => pathToFileURL(join(dist, 'zhengshe.html')).href };

for (const [form, address] of Object.entries(forms)) {
  test(`${form} opens, answers window.zhengshe, asks for nothing but its own files and complains of nothing`, async (context) => {
    const browser = await launch();
    try {
      const page = await open(browser, address(context));
      await settle(page);
      const answers = await page.evaluate(async () => ({
        items: Array.isArray(window.zhengshe.items()), scenario: typeof window.zhengshe.scenario(), hash: typeof window.zhengshe.hash(),
        metrics: typeof window.zhengshe.metrics(), frames: window.zhengshe.frames() > 0, busy: typeof window.zhengshe.busy(), ready: await window.zhengshe.ready,
      }));
      assert.deepEqual(answers, { items: true, scenario: 'string', hash: 'string', metrics: 'object', frames: true, busy: 'boolean', ready: undefined });
      const own = address(context).replace(/[^/]*$/, '');
      assert.deepEqual(page.requests.filter((request) => !request.startsWith(own) && !/^(data|blob):/.test(request)), []);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });

  test(`${form} draws no frame while nothing happens`, async (context) => {
    const browser = await launch();
    try {
      const page = await open(browser, address(context));
      await page.waitForFunction(() => !window.zhengshe.busy());
      await settle(page);
      const before = await page.evaluate(() => window.zhengshe.frames());
      await page.waitForTimeout(5000);
      assert.equal(await page.evaluate(() => window.zhengshe.frames()), before);
    } finally {
      await browser.close();
    }
  });
}

/** Opens the served page with `script` run before it and returns the text it shows. */
async function explanationAfter(url, script) {
  const browser = await launch();
  try {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(script);
    await page.goto(url);
    await page.waitForFunction(() => !document.getElementById('explanation').hidden);
    return await page.evaluate(() => document.getElementById('explanation').innerText);
  } finally {
    await browser.close();
  }
}

const lacks = {
  WebAssembly: [() => { delete window.WebAssembly; }, /lacks WebAssembly[\s\S]*缺少/],
  'SIMD in WebAssembly': [() => { WebAssembly.validate = () => false; }, /lacks WebAssembly[\s\S]*缺少/],
};
for (const [what, [script, expected]] of Object.entries(lacks)) {
  test(`a browser without ${what} is told so in both languages`, async ({ url }) => {
    assert.match(await explanationAfter(url, script), expected);
  });
}

test('a browser without JavaScript is told so in both languages', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(url);
    assert.match(await page.innerText('noscript'), /needs JavaScript[\s\S]*需要 JavaScript/);
  } finally {
    await browser.close();
  }
});

test('the served page works without a network after the first visit', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await open(browser, url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.reload();
    await page.evaluate(() => window.zhengshe.ready);
    await settle(page);
    assert.ok(await page.evaluate(() => window.zhengshe.frames() > 0));
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
});

test('the page keeps within its size', async () => {
  const compressed = (name) => statSync(join(dist, existsSync(join(dist, `${name}.br`)) ? `${name}.br` : name)).size;
  const shell = ['index.html', 'zhengshe.js', 'zhengshe.wasm', 'service_worker.js', 'manifest.webmanifest', 'icon.svg'];
  const total = shell.map(compressed).reduce((sum, size) => sum + size, 0);
  console.log(`        ${shell.map((name) => `${name} ${compressed(name)}`).join(', ')} = ${total} bytes; single file ${statSync(join(dist, 'zhengshe.html')).size}`);
  assert.ok(statSync(join(dist, 'zhengshe.html')).size <= 1.3 * 1024 * 1024);
  const target = 300 * 1024, grownNoFurtherThan = 424 * 1024;
  assert.ok(total <= grownNoFurtherThan, `${total} bytes in brotli`);
  if (total > target) missed(`${total} bytes in brotli, ${total - target} above the target, since it also makes plans, answers studies, edits every record and computes fast`);
});

test('the schema lies where scenario files look for it', async ({ url }) => {
  const own = readFileSync(join(root, 'assets', 'scenario.schema.json'), 'utf8');
  for (const place of ['', 'scenarios/']) {
    const answer = await fetch(new URL(`${place}scenario.schema.json`, url));
    assert.equal(answer.status, 200, place);
    assert.equal(await answer.text(), own, place);
  }
});

test('the page ends in the same state as the command line', async (context) => {
  const scenario = join(root, 'assets', 'scenarios', 'kunming-1957.json');
  const [, expected] = /^centre planned (\S+)/.exec(execFileSync(join(root, 'build', 'native', 'zhengshe'), ['hash', scenario], { encoding: 'utf8' }));
  const browser = await launch();
  try {
    for (const address of Object.values(forms)) {
      const page = await open(browser, address(context));
      assert.equal(await page.evaluate(() => window.zhengshe.hash()), expected);
    }
  } finally {
    await browser.close();
  }
});
