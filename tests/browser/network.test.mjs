// What a full session asks the network for: the page's own files, and nothing else from anybody.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { dist, launch, open, settle } from './browser.mjs';
import { click, comesTrue, find, items, scenario, setTeams, teamsField } from './editing.mjs';
import { assert, test } from './harness.mjs';

const forms = { 'the served page': ({ url }) => url, 'the single file': () => pathToFileURL(join(dist, 'zhengshe.html')).href };

// Chromium asks its maker by itself; were it the page that asks, the page's own list of requests would name them.
const ofChromium = /^(https?:\/\/)?([a-z0-9-]+\.)*(google|googleapis|gvt1)\.com[:/]/;

/** A proxy that answers nothing and remembers for which hosts it was asked; what is on this machine goes past it. */
async function listenForStrangers() {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { asked, port: server.address().port, close: () => server.close() };
}

/** Everything that a person does with the page, one after the other. */
async function session(page) {
  const saved = (label) => Promise.all([page.waitForEvent('download'), click(page, label)]);
  await click(page, 'Play');
  await click(page, 'Pause');
  await setTeams(page, await teamsField(page), 7);
  await click(page, 'Undo');
  await click(page, 'Redo');
  for (const view of ['Overview', 'Map', 'Cooperatives', 'Measures', 'Batches', 'Inspection', 'Results', 'Compare', 'Evidence']) await click(page, view);
  await saved('Save');
  await click(page, 'Report');
  await saved('Save the report (HTML)…');
  await saved('Save the table (CSV)…');
  await click(page, 'Copy a link');
  const link = await page.evaluate(() => navigator.clipboard.readText()), before = await scenario(page);
  await page.evaluate((fragment) => { location.hash = fragment; }, link.slice(link.indexOf('#')));
  await comesTrue(async () => (await page.evaluate(() => location.hash)) === '', 'the link is opened');
  assert.equal(await scenario(page), before);
  await click(page, '中文');
  await find(page, 'English');
  await page.reload();
  await page.evaluate(() => window.zhengshe.ready);
  await settle(page);
}

for (const [form, address] of Object.entries(forms)) {
  test(`${form} asks nobody for anything in a full session`, async (context) => {
    const strangers = await listenForStrangers(), browser = await launch({ args: [`--proxy-server=127.0.0.1:${strangers.port}`] });
    try {
      const page = await open(browser, address(context), {
        width: 1440, height: 900, locale: 'en-US', acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'], prepare: () => { delete window.showSaveFilePicker; },
      });
      const asked = new Set(page.requests);
      page.context().on('request', (request) => asked.add(request.url()));  // also of workers
      await settle(page);
      await session(page);
      assert.ok((await items(page)).length > 0);
      const own = address(context).replace(/[^/]*$/, ''), files = [...asked].filter((one) => !/^(data|blob):/.test(one)).map((one) => one.replace(/[?#].*/, ''));
      for (const file of files) assert.ok(file.startsWith(own) && existsSync(join(dist, decodeURI(file.slice(own.length)))), file);
      assert.deepEqual(strangers.asked.filter((host) => !ofChromium.test(host)), []);
      assert.deepEqual(page.complaints, []);
      console.log(`        ${new Set(files).size} files of its own: ${[...new Set(files)].map((file) => file.slice(own.length) || '/').join(', ')}`);
    } finally {
      await browser.close();
      strangers.close();
    }
  });
}
