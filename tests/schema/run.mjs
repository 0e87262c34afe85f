// node tests/schema/run.mjs [--only WORDS]: the tests of the schema that editors use. Some ask the
// command-line program: ZHENGSHE_PROGRAM, or the one in build/native.
import { runTests } from '../browser/harness.mjs';
import './editor.test.mjs';
import './validation.test.mjs';

const only = process.argv.indexOf('--only');
const count = await runTests({ filter: only >= 0 ? process.argv[only + 1] : '' });
console.log(`schema: ${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
