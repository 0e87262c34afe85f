// A browser that is killed in the middle of editing, and what it has kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready, says, setTeams, teams, teamsField } from './editing.mjs';

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Edits until the browser is killed at a moment of chance; the edits with the times when they were made, and when it was killed. */
async function editUntilKilled({ page, kill }, address) {
  const made = [];  // [number, when its edit was made]
  let killedAt = 0, killer;
  await page.goto(address);
  await ready(page);
  const field = await teamsField(page);
  try {
    for (let number = 30; killedAt === 0; number++) {
      if (made.length === 3) killer = pause(Math.random() * 2000).then(() => { killedAt = performance.now(); kill(); });
      await setTeams(page, field, number);
      made.push([number, performance.now()]);
    }
  } catch (error) {
    if (!killer) throw error;  // else it was killed in the middle of an edit
  }
  await killer;
  return { made, killedAt };
}

/** One trial with the browser that `start` gives on a profile; how many milliseconds of edits were lost, and whether the recovery was announced. */
export async function killWhileEditing(start, address) {
  const profile = mkdtempSync(join(tmpdir(), 'zhengshe-kill-'));
  try {
    const { made, killedAt } = await editUntilKilled(await start(profile), address);
    await pause(300);
    const { page, kill } = await start(profile);
    try {
      await page.goto(address);
      await ready(page);
      const announced = await says(page, /is open again/).then(() => true, () => false), found = await teams(page);
      const lost = made.filter(([number]) => number > found).map(([, when]) => killedAt - when);
      return { edits: made.length, announced, lostMs: lost.length ? Math.max(...lost) : 0 };
    } finally {
      kill();
    }
  } finally {
    await pause(200);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
