// A test is a named function; run.mjs runs all that the *.test.mjs files name, one after the other.
import assert from 'node:assert/strict';

export { assert };
export const tests = [];

/** Names a test. `soak` tests run only when asked for; `seconds` is the most it may take. */
export function test(name, body, { soak = false, seconds = 180 } = {}) {
  tests.push({ name, body, soak, seconds });
}

class Missed extends Error {}

/** A target that the program is known to miss: told with its measurement, counted neither as passed nor as failed. */
export function missed(measurement) {
  throw new Missed(measurement);
}

function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not finished after ${milliseconds} ms`)), milliseconds); });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Runs the tests whose name contains `filter`; returns how many passed and failed. */
export async function runTests({ filter = '', soak = false, context }) {
  const count = { passed: 0, failed: 0 };
  for (const { name, body, soak: long, seconds } of tests) {
    if (!name.includes(filter) || (long && !soak)) continue;
    const start = Date.now();
    try {
      await within(seconds * 1000, body(context));
      count.passed++;
      console.log(`  ok    ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      if (error instanceof Missed) {
        console.log(`  MISS  ${name}: ${error.message}`);
        continue;
      }
      count.failed++;
      console.log(`  FAIL  ${name}\n${String(error.stack ?? error).replace(/^/gm, '        ')}`);
    }
  }
  return count;
}
