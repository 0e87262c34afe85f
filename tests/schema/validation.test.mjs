// The schema as a validator reads it: it accepts what the program accepts and refuses, at the right place, what is wrong.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { assert, test } from '../browser/harness.mjs';
import { bundled, changed, compiled, damaged, everyMember, membersOf, objectsOf, recordsAt, root, schema } from './schema.mjs';

const validate = compiled(schema);

test('the schema compiles strictly as draft-07 and as 2020-12', () => {
  const { $schema, ...undated } = schema;
  assert.match($schema, /draft-07/);
  assert.ok(compiled(undated, { Kind: Ajv2020 })(everyMember()));
  assert.throws(() => compiled(changed((copy) => { copy.properties.nextId.minimun = 1; })), /strict mode: unknown keyword/);
  assert.throws(() => compiled(changed((copy) => { copy.required.push('titel'); })), /strict mode: required property "titel"/);
});

test('every bundled scenario is accepted', () => {
  assert.ok(Object.keys(bundled).length >= 8);
  const narrower = compiled(changed((copy) => { copy.properties.calendar.properties.horizonDays.maximum = 30; }));
  for (const [name, text] of Object.entries(bundled)) {
    assert.ok(validate(JSON.parse(text)), `${name}: ${JSON.stringify(validate.errors)}`);
    assert.ok(!narrower(JSON.parse(text)), name);
  }
});

// Members of one kind: coefficients differ in nothing but their names, and amounts with a source look alike everywhere.
const kindOf = ({ record, key, path }) => (path.startsWith('/assumptions/') && !('value' in record.properties) ? 'coefficient' : `${Object.keys(record.properties)} ${key}`);

test('the sample of the tests has every member that the schema describes', () => {
  const sample = everyMember();
  const used = new Set(objectsOf(sample).flatMap((pointer) => recordsAt(pointer).flatMap((record) =>
    Object.keys(pointer.split('/').slice(1).reduce((inner, key) => inner[key], sample)).map((key) => kindOf({ record, key, path: `${pointer}/${key}` })))));
  const missing = (members) => members.filter((member) => !used.has(kindOf(member))).map(({ path }) => path);
  assert.deepEqual(missing(membersOf(schema)), ['/cooperatives/columns']);
  const more = changed((copy) => { copy.properties.city.properties.mayor = { type: 'string' }; });
  assert.ok(missing(membersOf(more)).includes('/city/mayor'));
  assert.ok(validate(sample), JSON.stringify(validate.errors));
});

const gone = undefined;
const damages = [
  ['/format', 'zhengshe-plan'], ['/format', gone], ['/formatVersion', 1], ['/formatVersion', 'new'], ['/formatVersion', '2.0.0'], ['/formatVersion', gone],
  ['/title', 7], ['/title', gone], ['/title/en', 7], ['/question/zh', ['x']], ['/description', false],
  ['/seed', -1], ['/seed', 0.5], ['/seed', 2 ** 53], ['/seed', '0x7f'], ['/nextId', 0], ['/nextId', 2 ** 32], ['/nextId', '20'],
  ['/calendar', gone], ['/calendar', []], ['/calendar/start', gone], ['/calendar/start', '1956-10-32'], ['/calendar/start', '1.10.1956'],
  ['/calendar/horizonDays', 0], ['/calendar/horizonDays', 36526], ['/calendar/horizonDays', 1.5], ['/calendar/restDay', 'someday'],
  ['/calendar/holidays', {}], ['/calendar/holidays/0/first', gone], ['/calendar/holidays/0/last', 19570101], ['/calendar/holidays/0/name', null],
  ['/city', []], ['/city/name/zh', 7], ['/city/name/en', 'K'.repeat(201)], ['/city/zones/0/name', '中'.repeat(201)], ['/city/area', 0], ['/city/area', '15 km2'], ['/city/area/value', gone], ['/city/area/value', 1e7], ['/city/area/low', '8'],
  ['/city/area/provenance', 'rumoured'], ['/city/area/unit', 2], ['/city/area/unit', 'acres'], ['/city/area/source', 7], ['/city/area/note', {}],
  ['/city/zones/0/id', gone], ['/city/zones/0/x', 1000.5], ['/city/zones/0/residents', -1], ['/city/zones/0', 'Centre'],
  ['/city/repairPoints/0/y', gone], ['/city/repairPoints/0/workers', 0], ['/city/repairPoints/0/workers', 1.5],
  ['/trades', gone], ['/trades/0/name', gone], ['/trades/0/id', 0], ['/trades/0/baseRework', 0.96], ['/trades/0/complementarity', null],
  ['/trades/0/season', [1, 1]], ['/trades/0/season/11', 11], ['/trades/0/relatednessGroup', 'metal'],
  ['/cooperatives', gone], ['/cooperatives', 'none'], ['/cooperatives/0/id', 4294967296], ['/cooperatives/0/name', gone], ['/cooperatives/1/workshops', gone],
  ['/cooperatives/0/pieceRateShare', 1.01], ['/cooperatives/0/tariffWage/value', -1], ['/cooperatives/0/tariffWage/provenance', true],
  ['/cooperatives/0/workshops/0/trade', gone], ['/cooperatives/0/workshops/0/trade', '3'], ['/cooperatives/0/workshops/0/members', 0], ['/cooperatives/0/workshops/0/skill', 101],
  ['/cooperatives/0/mergedFrom/0/members', gone], ['/cooperatives/0/mergedFrom/0/members', 2.5], ['/cooperatives/0/notes', 7],
  ['/teams', 4], ['/teams/available/0/teams', gone], ['/teams/available/0/teams', 100001], ['/teams/membersPerTeam', 0], ['/teams/initialSkill', 'good'],
  ['/plans', {}], ['/plans/0/deadline', gone], ['/plans/0/deadline', 'soon'], ['/plans/0/name', gone],
  ['/plans/0/batches/0/earliestStart', gone], ['/plans/0/batches/0/cooperatives', 4], ['/plans/0/batches/0/cooperatives/1', 0],
  ['/plans/0/treatments/0/cooperative', gone], ['/plans/0/treatments/0/measures', 're_election'], ['/plans/0/treatments/0/measures/0', 'election'],
  ['/plans/0/treatments/0/measures/1/measure', gone], ['/plans/0/treatments/0/measures/1/measure', 'divide'], ['/plans/0/treatments/0/measures/1/parts', 1001],
  ['/plans/0/treatments/1/measures/0/partners/0', -4], ['/plans/0/treatments/0/startWeek', 5301], ['/plans/0/treatments/0/teams', 4], ['/plans/0/treatments/0/pinned', 1],
  ['/plans/0/sites/0/x', gone], ['/plans/0/weights/output', -1], ['/plans/0/weights', [1]],
  ['/assumptions', []], ['/assumptions/size_exponent', -0.1], ['/assumptions/size_exponent', 'small'], ['/assumptions/distance_loss/value', gone],
  ['/assumptions/distance_loss/distribution', 'gaussian'], ['/assumptions/distance_loss/high', 1e7], ['/assumptions/distance_loss/unit', '1'],
  ['/observations/0/kind', gone], ['/observations/0/kind', 'rumour'], ['/observations/0/problem', 'bad_luck'], ['/observations/1/measure', 're_elect'],
  ['/observations/2/metric', 'happiness'], ['/observations/2/value', 'much'], ['/observations/1/date', '1956-13-01'],
  ['/claims/0/key', gone], ['/claims/0/kind', 'boast'], ['/claims/0/metric', 7], ['/claims/0/batch', 0], ['/claims/0/by', 'spring'], ['/claims/0/value', gone],
  ['/claims/0/tolerance', '5 %'], ['/claims/0/before', 1e13], ['/claims/0/cooperatives/0', null],
  ['/sources/0/key', gone], ['/sources/0/title', 7], ['/sources/0/locator', 2],
];

const recordOf = (pointer) => pointer.slice(0, pointer.lastIndexOf('/'));
const told = ([pointer, member]) => `${pointer} ${member === gone ? 'left out' : JSON.stringify(member)}`;
const related = (one, other) => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

/** Whether the validator refuses a damage there, and complains of nothing beside the way to it. */
function refusesThere(validator, [pointer, member]) {
  if (validator(damaged(everyMember(), pointer, member))) return false;
  const there = member === gone
    ? ({ instancePath, params }) => instancePath === recordOf(pointer) && `${instancePath}/${params.missingProperty}` === pointer
    : ({ instancePath, keyword }) => instancePath === pointer && keyword !== 'anyOf';
  return validator.errors.some(there) && validator.errors.every(({ instancePath }) => related(instancePath, pointer));
}

test('each damage is refused at its place', () => {
  assert.deepEqual(damages.filter((damage) => !refusesThere(validate, damage)).map(told), []);
  const forgetful = compiled(changed((copy) => { delete copy.properties.trades.items.properties.relatednessGroup.type; delete copy.properties.claims.items.required; }), { strictTypes: false });
  assert.deepEqual(damages.filter((damage) => !refusesThere(forgetful, damage)).map(([pointer]) => pointer), ['/trades/0/relatednessGroup', '/claims/0/key', '/claims/0/value']);
});

test('every kind of record is damaged by one of them', () => {
  const kind = (record) => Object.keys(record.properties).join();
  const hit = new Set(damages.flatMap(([pointer]) => recordsAt(recordOf(pointer)).map(kind)));
  const spared = membersOf(schema).filter(({ record }) => !hit.has(kind(record))).map(({ path }) => path);
  assert.deepEqual(spared, []);
});

/** What the program says of each of the scenarios: a list of problems of the severity error. */
function problemsOf(contents) {
  const folder = mkdtempSync(join(tmpdir(), 'zhengshe-schema-'));
  try {
    const files = contents.map((content, i) => join(folder, `${i}.json`));
    files.forEach((file, i) => writeFileSync(file, JSON.stringify(contents[i])));
    const problems = contents.map(() => []);
    for (const problem of JSON.parse(outputOf(['validate', '--json', ...files])))
      if (problem.severity === 'error') problems[parseInt(basename(problem.file), 10)].push(problem);
    return problems;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outputOf(words) {
  const program = process.env.ZHENGSHE_PROGRAM || join(root, 'build', 'native', 'zhengshe');
  try {
    return execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.status === 1) return error.stdout;  // there are problems
    throw error;
  }
}

test('the program refuses each of them too, at the same place', () => {
  const [sound, ...problems] = problemsOf([everyMember(), ...damages.map(([pointer, member]) => damaged(everyMember(), pointer, member))]);
  assert.deepEqual(sound, []);
  assert.deepEqual(damages.filter((_, i) => problems[i].length === 0).map(told), []);
  // It names an amount or a list of numbers as a whole, and of a wrong nextId the ids that are above it.
  const elsewhere = damages.filter(([pointer], i) => pointer !== '/nextId' && !problems[i].some(({ path }) => path === pointer || path === recordOf(pointer)));
  assert.deepEqual(elsewhere.map(told), []);
});

test('a member of a newer version is accepted in every record, as the program keeps it', () => {
  const places = objectsOf(everyMember());
  const newer = places.map((pointer) => damaged(everyMember(), `${pointer}/ofANewerVersion`, 1));
  assert.deepEqual(places.filter((_, i) => !validate(newer[i])), []);
  assert.deepEqual(problemsOf(newer).flat(), []);
  const closed = compiled(changed((copy) => { copy.properties.calendar.additionalProperties = false; }));
  assert.deepEqual(places.filter((_, i) => !closed(newer[i])), ['/calendar']);
});

test('the columns of a large portfolio are accepted in place of a list, and nothing else is', () => {
  const large = JSON.parse(outputOf(['generate', '--cooperatives', '10001']));
  assert.equal(large.cooperatives.columns.id.length, 10001);
  assert.ok(validate(large), JSON.stringify(validate.errors));
  const withCooperatives = (cooperatives) => ({ ...everyMember(), cooperatives });
  assert.ok(validate(withCooperatives({ columns: { id: [4], name: ['First'], workshops: [[]], notes: [null] } })));
  for (const wrong of [{}, { columns: [] }, { columns: { id: 4 } }, { columns: { id: [4] }, rows: 1 }, { rows: [] }]) assert.ok(!validate(withCooperatives(wrong)), JSON.stringify(wrong));
});

test('every member has a description and an example', () => {
  const undescribed = (some) => membersOf(some).filter(({ part }) => !part.description?.trim() || !part.examples?.length).map(({ path }) => path);
  assert.ok(membersOf(schema).length > 800);
  assert.deepEqual(undescribed(schema), []);
  assert.deepEqual(undescribed(changed((copy) => { delete copy.properties.plans.items.properties.batches.items.properties.name.description; })), ['/plans/batches/name']);
  assert.deepEqual(undescribed(changed((copy) => { copy.properties.sources.examples = []; })), ['/sources']);
});

test('coefficients and the ends of an estimate are told apart', () => {
  const alike = (some) => {
    const { properties } = some.properties.assumptions;
    const meanings = [...Object.values(properties), ...['value', 'low', 'high'].map((key) => properties.surge.anyOf[1].properties[key])].map(({ description }) => description);
    return meanings.filter((meaning, i) => meanings.indexOf(meaning) !== i);
  };
  assert.deepEqual(alike(schema), [schema.properties.assumptions.properties.surge.description], 'the value of an amount means what the amount means');
  assert.equal(alike(changed((copy) => { copy.properties.assumptions.properties.dip.description = copy.properties.assumptions.properties.surge.description; })).length, 2);
});

test('every example is one that the schema accepts in its place', () => {
  const validators = new Map();  // members that are described alike need only one
  const validatorOf = (part) => {
    const text = JSON.stringify(part);
    if (!validators.has(text)) validators.set(text, compiled(part));
    return validators.get(text);
  };
  const wrong = (some) => membersOf(some).filter(({ part }) => part.examples && !part.examples.every((example) => validatorOf(part)(example))).map(({ path }) => path);
  assert.deepEqual(wrong(schema), []);
  assert.deepEqual(wrong(changed((copy) => { copy.properties.teams.properties.initialSkill.examples = [100]; }).properties.teams), ['/initialSkill']);
});
