// The two ways of a person to what the program shows: a pointer, or the keyboard alone.
import { answered } from './browser.mjs';
import { click, comesTrue, items, says, words } from './editing.mjs';
import { assert } from './harness.mjs';

const is = (item, label) => item.label === label || item.label.startsWith(`${label} · `);
const focused = async (page) => (await items(page)).find((item) => item.flags.includes('focused'));

/** Presses `key` until the keyboard is on what is labelled so, below `top`; at most once around the whole screen. */
export async function reach(page, label, { key = 'Tab', top = 0 } = {}) {
  const passed = [];
  for (let presses = 0; presses < 150; presses++) {
    const item = await focused(page);
    if (item && is(item, label) && item.y >= top) return item;
    passed.push(item?.label ?? '-');
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not come to ${label}: ${passed.join(' > ')}`);
}

async function clickOn(page, { x, y, w, h }) {
  await page.mouse.click(x + w / 2, y + h / 2);
  await answered(page);
}

/** The rows of the table in sight, from the top. */
export const rows = async (page) => (await items(page)).filter((item) => item.role === 'row').sort((a, b) => a.y - b.y);

const top = { top: 60 };  // below the bar with the document's name and plans
const views = ['Overview', 'Map', 'Cooperatives', 'Inspection', 'Measures', 'Batches', 'Results', 'Compare', 'Evidence', 'Report'];

/** Both have the same: a view, something in it, the first row of its table, an entry of a list that opens, a command. */
export const pointer = {
  view: click,
  press: async (page, label) => clickOn(page, (await items(page)).find((item) => is(item, label) && item.y >= top.top)),
  firstRow: async (page) => clickOn(page, (await rows(page))[0]),
  choose: async (page, opener, option) => {
    await click(page, opener);
    await clickOn(page, (await items(page)).findLast((item) => is(item, option)));
  },
  command: async (page, label) => {
    const has = async (wanted) => (await items(page)).some((item) => is(item, wanted));
    if (!(await has(label))) await click(page, (await has('Commands')) ? 'Commands' : '命令');
    await comesTrue(() => has(label), `there is ${label}`);
    await click(page, label);
  },
};

export const keyboard = {
  view: (page, label) => page.keyboard.press(`Alt+${(views.indexOf(label) + 1) % 10}`),
  press: async (page, label) => {
    await reach(page, label, top);
    await page.keyboard.press('Enter');
  },
  firstRow: async (page) => keyboard.press(page, (await rows(page))[0].label),
  choose: async (page, opener, option) => {
    await keyboard.press(page, opener);
    await reach(page, option, { key: 'ArrowDown' });
    await page.keyboard.press('Enter');
  },
  command: async (page, label) => {
    const listed = /Search commands and plans|查找命令和方案/;
    await page.keyboard.press('Control+K');
    await says(page, listed);
    await page.keyboard.insertText(label);
    await page.keyboard.press('Enter');
    await comesTrue(async () => !listed.test(await words(page)), 'the list is closed');
  },
};
