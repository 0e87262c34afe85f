// The two ways a person works the page: with the pointer, and with the keyboard alone. Both find what they press by
// its label in window.zhengshe.items().
import { answered } from './browser.mjs';
import { comesTrue, items } from './editing.mjs';
import { assert } from './harness.mjs';

/** Whether an item is what the label names; after " · " its figures follow. */
export const is = (label) => (item) => item.w > 0 && (item.label === label || item.label.startsWith(`${label} · `));

const focused = async (page) => (await items(page)).find((item) => item.flags.includes('focused'));

/** The item a label names, once it is on the screen: the first of its name, or what is drawn `last`, as lists are that open. */
export async function shown(page, label, { last = false } = {}) {
  let found;
  await comesTrue(async () => {
    const all = (await items(page)).filter(is(label));
    return (found = last ? all.at(-1) : all[0]) !== undefined;
  }, `${label} is on the screen`);
  return found;
}

/** Presses a key until what the keyboard is on is what is wanted. */
async function walk(page, key, isThere, most, what) {
  for (let step = 0; step < most; ++step) {
    const on = await focused(page);
    if (on && isThere(on)) return;
    await page.keyboard.press(key);
    await answered(page);
  }
  assert.fail(`${key} does not reach ${what}`);
}

export const keyboard = {
  name: 'keyboard only',
  async press(page, label, { inList = false, last = inList } = {}) {
    const { id } = await shown(page, label, { last });
    await walk(page, inList ? 'ArrowDown' : 'Tab', (item) => item.id === id, 120, label);
    await page.keyboard.press('Enter');
    await answered(page);
  },
  /** A command by its words, from the palette. */
  async command(page, words) {
    await page.keyboard.press('Control+K');
    await shown(page, 'Search commands and plans');
    await page.keyboard.insertText(words);
    await answered(page);
    await page.keyboard.press('Enter');
    await answered(page);
  },
  /** The row below the headings of a table. */
  async firstRow(page, heading) {
    await walk(page, 'Tab', is(heading), 120, heading);
    await walk(page, 'ArrowDown', (item) => item.role === 'row', 5, 'the first row');
    const { label } = await focused(page);
    await page.keyboard.press('Enter');
    await answered(page);
    return label;
  },
};

export const pointer = {
  name: 'by pointer',
  async press(page, label, { inList = false, last = inList } = {}) {
    const { x, y, w, h } = await shown(page, label, { last });
    await page.mouse.click(x + w / 2, y + h / 2);
    await answered(page);
  },
  /** A command by its words, from the list of commands, which is turned with the wheel. */
  async command(page, words) {
    await this.press(page, 'Commands');
    const search = await shown(page, 'Search commands and plans');
    await page.mouse.move(search.x + search.w / 2, search.y + search.h * 4);
    const wanted = async () => {
      const all = await items(page);
      return all.slice(all.findIndex(is('Search commands and plans'))).find((item) => item.label.startsWith(words) && item.flags.includes('visible'));
    };
    for (let turn = 0; turn < 30 && !(await wanted()); ++turn) {
      await page.mouse.wheel(0, 100);
      await answered(page);
    }
    const found = await wanted();
    assert.ok(found, `the command ${words} is listed`);
    await page.mouse.click(found.x + found.w / 2, found.y + found.h / 2);
    await answered(page);
  },
  /** The row below the headings of a table. */
  async firstRow(page, heading) {
    const { y, h } = await shown(page, heading);
    const rows = (await items(page)).filter((item) => item.role === 'row' && item.y >= y + h - 4);
    const row = rows.sort((a, b) => a.y - b.y)[0];
    await page.mouse.click(row.x + 60, row.y + row.h / 2);
    await answered(page);
    return row.label;
  },
};
