// The commands that a report prints give the figures that the page shows.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computed, launch, root } from './browser.mjs';
import { click, handed, openForSaving, setTeams, teamsField } from './editing.mjs';
import { assert, test } from './harness.mjs';

const program = process.env.ZHENGSHE_PROGRAM || join(root, 'build', 'native', 'zhengshe');

/** What a shell makes of a printed command in the folder where the document is. */
function carriedOut(command, folder) {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', `zhengshe() { "${program}" "$@"; }; ${command}`], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 27 });
  assert.equal(status, 0, stderr);
  return stdout;
}

const rows = (csv) => {
  const [head, ...lines] = csv.trimEnd().split('\r\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(cells.map((cell, i) => [head[i], cell])));
};
const near = (a, b) => Math.abs(a - b) <= 1e-6 * Math.max(1e-6, Math.abs(a), Math.abs(b));

test('the commands of a report give the figures of the page', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openForSaving(browser, url);
    await setTeams(page, await teamsField(page), 11);
    await click(page, 'Report');
    await computed(page);
    const folder = mkdtempSync(join(tmpdir(), 'zhengshe-report-'));
    const document = await handed(page, () => click(page, 'Save'));
    writeFileSync(join(folder, document.name), document.bytes);
    const { text } = await handed(page, () => click(page, 'Save the report (HTML)…'));
    const reader = await (await browser.newContext()).newPage();
    await reader.setContent(text);
    const commands = await reader.$$eval('pre', (all) => all.map((one) => one.textContent));
    assert.equal(commands.length, 4, commands.join('\n'));
    const [days, state, bands, claims] = commands.map((command) => carriedOut(command, folder));

    const metrics = await page.evaluate(() => window.zhengshe.metrics()), names = Object.keys(metrics);
    const last = rows(days).filter(({ arm }) => arm === 'planned').at(-1);
    for (const name of names) assert.ok(near(Number(last[name]), metrics[name].centre), `${name}: ${last[name]}, ${metrics[name].centre}`);
    assert.ok(state.includes(await page.evaluate(() => window.zhengshe.hash())), state);
    assert.ok(text.includes(await page.evaluate(() => window.zhengshe.hash())));
    for (const name of names) {
      const row = rows(bands).filter(({ arm, metric }) => arm === 'planned' && metric === name).at(-1);
      assert.ok(near(Number(row.p05), metrics[name].low) && near(Number(row.p95), metrics[name].high), `${name}: ${row.p05} … ${row.p95}, ${metrics[name].low} … ${metrics[name].high}`);
    }
    assert.ok(claims.length > 100, claims);
    const { scenario } = JSON.parse(carriedOut(`${commands[0].replace(' run ', ' run --format json ')}`, folder));
    assert.ok(text.includes(scenario), 'the report names the scenario by its fingerprint');
    console.log(`        ${commands.length} commands, ${3 * names.length} figures compared`);
  } finally {
    await browser.close();
  }
});
