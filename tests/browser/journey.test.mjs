// The whole task, from a cooperative's trouble to the report, by pointer and with the keyboard alone.
import { readFileSync } from 'node:fs';
import { computed, launch, open, settle } from './browser.mjs';
import { becomes, comesTrue, items, scenario } from './editing.mjs';
import { is, keyboard, pointer, shown } from './hands.mjs';
import { assert, test } from './harness.mjs';

const plan = 'Kunming, three batches';

async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** The cells of a table with quotes where there are commas. */
const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));

/** Who has the highest rework rate, by the table that the program saves. */
async function worstByTable(page, hand) {
  const { text } = await downloaded(page, () => hand.command(page, 'Save the table'));
  const [head, ...rows] = text.replace(/^\ufeff/, '').trim().split(/\r?\n/).map(cells);
  const rework = head.indexOf('Rework rate');
  return rows.reduce((worst, row) => (Number(row[rework]) > Number(worst[rework]) ? row : worst))[0];
}

/** The chance of finishing in time and the wage chart, as they stand on the screen. */
async function outcome(page, hand) {
  const chance = (item) => item.w > 0 && /^[\d.]+ % · /.test(item.label);
  await hand.press(page, 'Overview');
  await computed(page);
  await comesTrue(async () => (await items(page)).some(chance), 'the chance of finishing in time is on the screen');
  const inTime = (await items(page)).find(chance).label;
  await hand.press(page, 'Results');
  await computed(page);
  const chart = (await items(page)).findLast(is('Monthly wage'));
  const clip = { x: chart.x, y: chart.y, width: chart.w, height: chart.h };
  return { inTime, wage: chart.label, picture: (await page.screenshot({ clip })).toString('base64') };
}

const treatmentOf = async (page, id) => JSON.parse(await scenario(page)).plans.at(-1).treatments?.find((one) => one.cooperative === id);

for (const hand of [keyboard, pointer])
  test(`the whole task is done ${hand.name}: trouble, cause, measure, batch, outcome, undo, comparison, file, report`, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await open(browser, url, { width: 1440, height: 900, locale: 'en-US', acceptDownloads: true });
      await page.evaluate(() => { delete window.showSaveFilePicker; });
      await settle(page);
      const before = await scenario(page), worst = await worstByTable(page, hand);
      await hand.command(page, 'Duplicate a plan');
      const start = await scenario(page), old = await outcome(page, hand);

      // Find it, and see why.
      await hand.press(page, 'Cooperatives');
      await hand.press(page, 'Rework rate');
      await hand.press(page, 'Rework rate');
      assert.equal(await hand.firstRow(page, 'Rework rate'), worst);
      const id = JSON.parse(before).cooperatives.find((one) => one.name.en === worst).id;
      await comesTrue(async () => (await items(page)).filter((item) => /^[A-Z].* · 0\.\d\d$/.test(item.label)).length >= 3, 'the inspection\'s findings are shown');

      // A measure of one's own, and the first batch.
      await hand.press(page, 'Choose measures…');
      await hand.press(page, 'Re-election', { inList: true });
      assert.ok((await treatmentOf(page, id)).measures.some(({ measure }) => measure === 're_election'));
      await hand.press(page, 'Batch');
      await hand.press(page, 'First batch', { inList: true });
      assert.ok(JSON.parse(await scenario(page)).plans.at(-1).batches[0].cooperatives.includes(id));

      const changed = await outcome(page, hand), edited = await scenario(page);
      assert.notEqual(changed.inTime, old.inTime);
      assert.notEqual(changed.wage, old.wage);
      assert.notEqual(changed.picture, old.picture);

      // Undone, all is as it was; done again, it is held against the plan before.
      await hand.press(page, 'Undo');
      await hand.press(page, 'Undo');
      await becomes(() => scenario(page), start);
      assert.deepEqual(await outcome(page, hand), old);
      await hand.press(page, 'Redo');
      await hand.press(page, 'Redo');
      await becomes(() => scenario(page), edited);
      await hand.press(page, 'Compare');
      await hand.press(page, plan, { last: true });
      await computed(page);
      await shown(page, 'Monthly wage');

      // Handed over.
      const saved = await downloaded(page, () => hand.press(page, 'Save'));
      assert.equal(saved.text, edited);
      await hand.press(page, '中文');
      await shown(page, '总览');
      const report = await downloaded(page, () => hand.command(page, '保存报告'));
      assert.match(report.text, /<html lang="zh-Hans">[\s\S]*月平均工资/);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  }, { seconds: 400 });
