// node tests/count.mjs BUILD_FOLDER: prints "PASSED FAILED" for what ctest ran there. Where a test program
// left its own record of test cases these are counted, otherwise the program counts as one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let passed = 0, failed = 0;
const report = readFileSync(join(folder, 'ctest.xml'), 'utf8');
for (const [, name, status] of report.matchAll(/<testcase name="([^"]+)"[^>]* status="([^"]+)"/g)) {
  const record = join(folder, 'results', `${name}.xml`);
  const cases = existsSync(record) && /<OverallResultsCases successes="(\d+)" failures="(\d+)"/.exec(readFileSync(record, 'utf8'));
  const ok = status === 'run';
  passed += cases ? Number(cases[1]) : Number(ok);
  failed += cases ? Math.max(Number(cases[2]), Number(!ok)) : Number(!ok);
}
console.log(passed, failed);
