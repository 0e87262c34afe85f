// What is dragged, and what is written into a record: each gesture is one step back.
import { answered, launch, open, settle } from './browser.mjs';
import { becomes, click, comesTrue, find, items, openDocument, says, scenario } from './editing.mjs';
import { assert, test } from './harness.mjs';

const middle = ({ x, y, w, h }) => [x + w / 2, y + h / 2];
const day = (date) => Date.parse(date) / 86_400_000;

/** Runs `body` on the open page; what it did must be one step of undo, which gives back the document byte for byte. */
function gestureTest(name, body) {
  test(name, async ({ url }) => {
    const browser = await launch();
    try {
      const page = await open(browser, url, { width: 1440, height: 900, locale: 'en-US' });
      await settle(page);
      const before = await scenario(page);
      await body(page);
      const after = await scenario(page);
      assert.notEqual(after, before);
      await click(page, 'Undo');
      await becomes(() => scenario(page), before);
      assert.ok((await find(page, 'Undo')).flags.includes('disabled'), 'it was one step');
      await click(page, 'Redo');
      await becomes(() => scenario(page), after);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });
}

/** Drags from one place to another in several moves; the document stays as it is until the pointer lets go. */
async function drag(page, [x, y], [toX, toY]) {
  const before = await scenario(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(x + ((toX - x) * step) / 6, y + ((toY - y) * step) / 6);
    await answered(page);
  }
  assert.equal(await scenario(page), before, 'nothing is edited on the way');
  await page.mouse.up();
  await answered(page);
}

gestureTest('the start of a batch is dragged along the days', async (page) => {
  await click(page, 'Batches');
  const starts = (await items(page)).filter((item) => item.label.startsWith('Earliest start of '));
  assert.equal(starts.length, 3);
  const batches = async () => (await openDocument(page)).plans[0].batches.map((batch) => day(batch.earliestStart));
  const [first, second, third] = await batches(), [a, b] = [middle(starts[0]), middle(starts[1])];
  const dayWidth = (b[0] - a[0]) / (second - first);
  await drag(page, b, [b[0] - 10 * dayWidth, b[1]]);
  assert.deepEqual(await batches(), [first, second - 10, third]);
});

/** Drags the first item of this name; it must be drawn where it was let go, and its place in kilometres must follow. */
async function dragOnMap(page, name, placeOf) {
  const item = (await items(page)).find((one) => one.label === name), before = await placeOf(), [x, y] = middle(item);
  await drag(page, [x, y], [x + 60, y - 40]);
  const after = await placeOf(), moved = middle((await items(page)).find((one) => one.label === name));
  assert.ok(Math.abs(moved[0] - x - 60) < 2 && Math.abs(moved[1] - y + 40) < 2, `${name} is drawn where it was let go`);
  const [east, north] = [after.x - before.x, after.y - before.y];
  assert.ok(east > 0 && north > 0 && Math.abs(east / north - 1.5) < 0.05, `${east} km east, ${north} km north`);
}

gestureTest('residents are dragged over the map', async (page) => {
  await click(page, 'Map');
  await dragOnMap(page, 'Residents', async () => (await openDocument(page)).city.zones[0]);
});

gestureTest('a repair point is dragged over the map', async (page) => {
  await click(page, 'Map');
  const { name } = (await openDocument(page)).city.repairPoints[0];
  await dragOnMap(page, name.en, async () => (await openDocument(page)).city.repairPoints[0]);
});

gestureTest('a record is written anew in the editor', async (page) => {
  await page.keyboard.press('Control+E');
  await says(page, /Everything that the scenario holds/);
  await click(page, 'Title, English');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Kunming 昆明, again');
  await page.keyboard.press('Enter');
  await comesTrue(async () => (await openDocument(page)).title.en === 'Kunming 昆明, again', 'the title is changed');
  await page.keyboard.press('Escape');
  await comesTrue(async () => !(await items(page)).some((item) => item.label === 'Title, English'), 'the editor is closed');
});
