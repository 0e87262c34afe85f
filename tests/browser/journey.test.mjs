// From the worst cooperative to a report, once by pointer and once by the keyboard alone.
import { computed, launch, settle } from './browser.mjs';
import { readCsv } from './csv.mjs';
import { becomes, comesTrue, find, handed, items, openDocument, openForSaving, says, scenario, words } from './editing.mjs';
import { keyboard, pointer, rows } from './hands.mjs';
import { assert, test } from './harness.mjs';

const label = async (page, pattern) => (await items(page)).map((item) => item.label).find((text) => pattern.test(text));
const isOpen = (page, view) => comesTrue(async () => (await items(page)).some((item) => item.label === view && item.flags.includes('checked')), `${view} is open`);

/** The cooperative whose rework rate is the highest in the table that the program saves, with what the table says of it. */
async function worstOfTable(page, hand) {
  const { text } = await handed(page, () => hand.command(page, 'Save the table (CSV)…'));
  const [headings, ...lines] = readCsv(text);
  const all = lines.map((cells) => Object.fromEntries(headings.map((heading, i) => [heading, cells[i]])));
  assert.equal(all.length, 167);
  return all.reduce((worst, one) => (Number(one['Rework rate']) > Number(worst['Rework rate']) ? one : worst));
}

/** Sorts by the rework rate and selects the first row; the cooperative as the document holds it. */
async function findWorst(page, hand) {
  const worst = await worstOfTable(page, hand);
  await hand.view(page, 'Cooperatives');
  await isOpen(page, 'Cooperatives');
  for (let presses = 0; presses < 2; presses++) await hand.press(page, 'Rework rate');
  await comesTrue(async () => (await rows(page))[0].label === worst.Name, `${worst.Name} comes first`);
  await hand.firstRow(page);
  return { ...worst, ...(await openDocument(page)).cooperatives.find((one) => one.name.en === worst.Name) };
}

/** The inspector says what was found, the worst first. */
async function seesWhy(page, worst) {
  await says(page, new RegExp(`^Batch · ${worst.Batch}$`, 'm'));
  const inspector = (await find(page, 'Clear the selection')).x - 300;
  const findings = (await items(page)).filter((item) => item.x > inspector && /^\D+ · [01]\.\d\d$/.test(item.label)).map((item) => item.label.split(' · '));
  assert.ok(findings.length >= 3, `findings: ${findings}`);
  const severities = findings.map(([, severity]) => Number(severity));
  assert.deepEqual(severities, [...severities].sort((a, b) => b - a));
}

const measuresOf = (plan, id) => plan.treatments.find((one) => one.cooperative === id)?.measures ?? [];

const wageChart = async (page) => (await items(page)).findLast((item) => /^Monthly wage · .* · /.test(item.label));

/** How likely the plan is done in time, and the chart of the cooperative's wage in words and as it is drawn. */
async function outlook(page, hand, name) {
  await hand.view(page, 'Overview');
  await isOpen(page, 'Overview');
  await computed(page);
  const inTime = await label(page, / % · done by /);
  assert.match(inTime, /^\d+ % · done by 31 Mar$/);
  await hand.view(page, 'Results');
  await isOpen(page, 'Results');
  await hand.press(page, 'Monthly wage');
  await hand.press(page, name);
  await settle(page);
  const chart = await wageChart(page);
  const picture = await page.screenshot({ clip: { x: chart.x, y: chart.y, width: chart.w, height: chart.h } });
  return { inTime, wage: chart.label, picture: picture.toString('base64') };
}

/** Puts the cooperative into the first batch: it is done earlier there, and its wage and the deadline's chance move; undone, all is as it was. */
async function triesFirstBatch(page, hand, worst) {
  const before = await scenario(page), seen = await outlook(page, hand, worst.Name);
  await hand.choose(page, `Batch · ${worst.Batch}`, 'First batch');
  await comesTrue(async () => (await openDocument(page)).plans.at(-1).batches[0].cooperatives.includes(worst.id), 'it is in the first batch');
  const moved = await outlook(page, hand, worst.Name);
  for (const what of ['inTime', 'wage', 'picture']) assert.notEqual(moved[what], seen[what], what);
  await hand.command(page, 'Undo');
  await becomes(() => scenario(page), before);
  await comesTrue(async () => (await wageChart(page)).label === seen.wage, 'the chart is as it was');
  console.log(`        ${seen.inTime}; in the first batch ${moved.inTime}`);
}

/** The plan with the measure stands beside the one that it was copied from. */
async function comparesWith(page, hand, [copy, original]) {
  await hand.view(page, 'Compare');
  await isOpen(page, 'Compare');
  await hand.press(page, original);
  const headings = async () => (await items(page)).map((item) => item.label);
  await comesTrue(async () => { const all = await headings(); return all.slice(all.indexOf('Metric')).slice(1, 3).join() === [copy, original].join(); }, `${copy} beside ${original}`);
}

for (const [how, hand] of Object.entries({ 'by pointer': pointer, 'by keyboard alone': keyboard })) {
  test(`from the worst cooperative to a report ${how}`, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await openForSaving(browser, url);
      const original = await openDocument(page);
      await hand.command(page, 'Duplicate a plan');
      await comesTrue(async () => (await openDocument(page)).plans.length === 2, 'there is a second plan');

      const worst = await findWorst(page, hand);
      await seesWhy(page, worst);
      await hand.choose(page, 'Choose measures…', 'Quality control');
      await comesTrue(async () => measuresOf((await openDocument(page)).plans.at(-1), worst.id).includes('quality_control'), 'the measure is chosen');
      assert.deepEqual((await openDocument(page)).plans[0], original.plans[0]);

      await triesFirstBatch(page, hand, worst);
      await comparesWith(page, hand, (await openDocument(page)).plans.map((plan) => plan.name.en).reverse());

      const saved = await handed(page, () => hand.command(page, 'Save'));
      assert.equal(saved.text, await scenario(page));
      assert.match(saved.name, /\.json$/);
      assert.doesNotMatch(await page.title(), /●/);

      await hand.command(page, '中文');
      await isOpen(page, '比较');
      const report = await handed(page, () => hand.command(page, '保存报告（HTML）…'));
      for (const part of ['<html lang="zh-Hans">', original.title.zh, '昆明，分三批（副本）', worst.name.zh, '按期完成的可能性：'])
        assert.ok(report.text.includes(part), `the report has ${part}`);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  }, { seconds: 600 });
}

test('Tab goes through every part of the screen, and keys open the commands, the help and the editor', async ({ url }) => {
  const browser = await launch();
  try {
    const page = await openForSaving(browser, url), passed = new Map();
    await page.keyboard.press('Alt+3');
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press('Tab');
      const item = (await items(page)).find((one) => one.flags.includes('focused'));
      if (passed.has(item.id)) break;
      passed.set(item.id, item.label);
    }
    const order = ['Report', '中文', 'Search###search', 'Rework rate', 'Choose measures…', 'Play'].map((name) => [...passed.values()].indexOf(name));
    assert.ok(order.every((at) => at >= 0), `${order}: ${[...passed.values()].join(' > ')}`);
    for (const [keys, opened] of [['Control+K', /Search commands and plans/], ['F1', /Search commands and plans/], ['Control+E', /Everything that the scenario holds/]]) {
      await page.keyboard.press(keys);
      await says(page, opened);
      await page.keyboard.press('Escape');
      await comesTrue(async () => !opened.test(await words(page)), `Escape closes what ${keys} opened`);
    }
    assert.deepEqual(page.complaints, []);
  } finally {
    await browser.close();
  }
});
