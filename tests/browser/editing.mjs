// How the tests edit the open document: by mouse and keys, as a person does.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { answered, open, settle } from './browser.mjs';
import { assert } from './harness.mjs';

export const items = (page) => page.evaluate(() => window.zhengshe.items());
export const scenario = (page) => page.evaluate(() => window.zhengshe.scenario());
export const openDocument = async (page) => JSON.parse(await scenario(page));
export const ready = (page) => page.evaluate(() => window.zhengshe.ready);

/** Waits until it is so, ten seconds at most: a machine may be busy with other things. */
export async function comesTrue(isSo, what, milliseconds = 10_000) {
  for (const start = performance.now(); !(await isSo());) {
    assert.ok(performance.now() - start < milliseconds, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until `read` gives what is expected. */
export async function becomes(read, expected, milliseconds = 10_000) {
  for (const start = performance.now(); performance.now() - start < milliseconds; await new Promise((resolve) => setTimeout(resolve, 20)))
    if (isDeepStrictEqual(await read(), expected)) return;
  assert.deepEqual(await read(), expected);
}

/** Teams of the first step, which every edit of these tests changes. */
export const teams = async (page) => (await openDocument(page)).teams.available[0].teams;

/** Of one cooperative: read, computed and stored in no time. */
export const smallDocument = JSON.stringify({
  format: 'zhengshe-scenario', formatVersion: '1.0.0', title: 'small', calendar: { start: '1956-12-01', horizonDays: 60 }, trades: [{ id: 1, name: '' }],
  cooperatives: [{ id: 1, name: '', workshops: [{ id: 1, trade: 1, x: 0, y: 0, members: 90 }] }],
  teams: { available: [{ first: '1956-12-01', teams: 2 }] }, plans: [{ id: 1, name: '', deadline: '1957-01-20', batches: [{ id: 1, name: '', earliestStart: '1956-12-01', cooperatives: [1] }] }],
});

export async function find(page, label) {
  const all = await items(page);
  const found = all.find((item) => (item.label === label || item.label.startsWith(`${label} · `)) && item.w > 0);
  assert.ok(found, `no item is labelled ${label}: ${all.map((item) => item.label).join(' | ')}`);
  return found;
}

export async function click(page, label) {
  const { x, y, w, h } = await find(page, label);
  await page.mouse.click(x + w / 2, y + h / 2);
  await answered(page);
}

/** Opens the page as English readers see it, where saving hands a file to the downloads. */
export async function openForSaving(browser, address, options = {}) {
  const page = await open(browser, address, { width: 1440, height: 900, locale: 'en-US', acceptDownloads: true, ...options });
  await page.evaluate(() => { delete window.showSaveFilePicker; });
  await settle(page);
  return page;
}

/** The file that the browser is handed when `act` asks for one. */
export async function handed(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** The browser's file picker that `act` opens. The browser must have been told to ask us before: it may be slower at that than a key. */
export async function picker(page, act) {
  const asked = page.waitForEvent('filechooser');
  await page.evaluate(() => {});
  await act();
  return asked;
}

/** Where the field for the teams is, in the view of batches. */
export async function teamsField(page) {
  await click(page, 'Batches');
  const field = (await items(page)).find((item) => item.label.startsWith('Work teams from'));
  assert.ok(field, 'the batches view has a field for teams');
  return { x: field.x + 20, y: field.y + field.h / 2 };
}

/** Writes a number into the field; the edit is made when this returns. */
export async function setTeams(page, field, number) {
  await page.mouse.dblclick(field.x, field.y);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(String(number));
  await page.keyboard.press('Enter');
  await comesTrue(async () => (await teams(page)) === number, `the field took ${number}`);
}

/** Ends the page's renderer; a service worker in it is gone too when this returns, so that nothing is asked of it. */
export async function crash(page) {
  await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => {})]);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Every label on the screen; notices are among them. */
export const words = async (page) => (await items(page)).map((item) => item.label).join('\n');

/** Waits until the program says it. */
export async function says(page, pattern, milliseconds = 10_000) {
  await comesTrue(async () => pattern.test(await words(page)), `${pattern} is said`, milliseconds);
}

/** Waits until the open document has so many teams. */
export const hasTeams = (page, number) => comesTrue(async () => (await teams(page)) === number, `${number} teams`);
