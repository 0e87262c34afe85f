// The schema as the user of an editor meets it: proposals, explanations and underlined mistakes.
import { assert, test } from '../browser/harness.mjs';
import { Editor, cursor } from './editor.mjs';
import { bundled, changed, everyMemberText } from './schema.mjs';

/** The sample with one place rewritten. */
function rewritten(what, by) {
  assert.equal(everyMemberText.split(what).length, 2, `${what} occurs once`);
  return everyMemberText.replace(what, () => by);
}

const editorWith = (change) => new Editor(JSON.stringify(changed(change)));
const withoutReference = (text) => text.replace('"$schema": "./scenario.schema.json",', '');
const cooperativeOf = (copy) => copy.properties.cooperatives.anyOf[0].items;

test('an editor finds the schema by the file\'s own reference, and asks for nothing else', async () => {
  const wrong = rewritten('"horizonDays": 120', '"horizonDays": 0');
  const editor = new Editor();
  assert.equal((await editor.complaints(wrong)).length, 1);
  assert.deepEqual(editor.asked, ['file:///home/planner/scenario.schema.json']);
  const stranger = new Editor();
  assert.deepEqual(await stranger.complaints(withoutReference(wrong)), []);
  assert.deepEqual(stranger.asked, []);
});

test('an editor has nothing to complain of in the bundled scenarios', async () => {
  const editor = new Editor();
  for (const [name, text] of Object.entries(bundled)) assert.deepEqual(await editor.complaints(text), [], name);
  assert.ok((await editorWith((copy) => { copy.properties.title = { type: 'null' }; }).complaints(bundled['classroom-12.json'])).length > 0);
});

const secondCooperative = '"name": "Second Ironware",';
const furtherKeys = ['pieceRateShare', 'tariffWage', 'accumulationShare', 'bodies', 'planning', 'labourOrganisation', 'qualityControl', 'democracy', 'nonProducingCadres',
  'varieties', 'repertoire', 'ordersPerDay', 'backlog', 'reserve', 'otherCosts', 'repairShare', 'mergedFrom', 'notes'];

test('an editor proposes the keys that a cooperative does not have yet, each with its meaning', async () => {
  const text = rewritten(secondCooperative, `${secondCooperative} "${cursor}",`);
  const proposals = await new Editor().proposals(text);
  assert.deepEqual([...proposals.keys()].sort(), [...furtherKeys].sort());
  assert.equal(proposals.get('tariffWage'), 'Wage of a member at the norm');
  assert.deepEqual([...proposals].filter(([, meaning]) => !meaning), []);
  const poorer = await editorWith((copy) => { delete cooperativeOf(copy).properties.bodies; }).proposals(text);
  assert.deepEqual([...poorer.keys()].sort(), furtherKeys.filter((key) => key !== 'bodies').sort());
  const guesses = await new Editor().proposals(withoutReference(text));  // from the cooperative before it
  assert.deepEqual([...guesses].filter(([, meaning]) => meaning), []);
});

const measures = ['divide_trades', 'divide_size', 'separate_repair', 'sound_bodies', 'production_plan', 'labour_organisation', 'quality_control', 're_election', 'restore_varieties',
  'lower_accumulation', 'peer_summing_up', 'merge'];
const choices = [
  ['"format": "zhengshe-scenario"', 'format', ['zhengshe-scenario']],
  ['"restDay": "sunday"', 'restDay', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']],
  ['"measure": "divide_size"', 'measure', measures],
  ['"measure": "re_election"', 'measure', measures],
  ['"provenance": "reported"', 'provenance', ['assumed', 'derived', 'found', 'reported']],
  ['"distribution": "lognormal"', 'distribution', ['fixed', 'uniform', 'triangular', 'normal', 'lognormal']],
  ['"unit": "1/km"', 'unit', ['1/km']],
  ['"unit": "km2"', 'unit', ['km2']],
  ['"kind": "finding"', 'kind', ['inspected', 'finding', 'measure_taken', 'finished', 'monthly_outcome']],
  ['"problem": "over_size"', 'problem', ['mixed_trades', 'dispersed_sites', 'over_size', 'repair_withdrawn', 'unsound_bodies', 'no_production_plan', 'unreasonable_labour_organisation',
    'undemocratic_leadership', 'lost_varieties', 'excessive_accumulation', 'poor_quality_control']],
  ['"metric": "monthly_wage"', 'metric', ['good_output', 'good_output_per_member', 'gross_output', 'monthly_wage', 'rework_rate', 'seconds_rate', 'backlog_days', 'net_income', 'reserve',
    'members', 'varieties', 'cooperatives', 'resident_distance_km', 'within_800_m', 'repair_wait_days', 'done']],
  ['"kind": "relative_change"', 'kind', ['count', 'batch_done', 'all_done', 'relative_change', 'level_after', 'turnaround', 'peak', 'each_falls', 'clears_backlog', 'access', 'merging_harms']],
];

test('an editor proposes the values that a choice has', async () => {
  const editor = new Editor();
  for (const [place, key, values] of choices) {
    const text = rewritten(place, `"${key}": ${cursor}`);
    const words = [...(await editor.proposals(text)).keys()].filter((word) => word.startsWith('"'));
    assert.deepEqual(words.sort(), values.map((value) => `"${value}"`).sort(), place);
    assert.deepEqual([...(await editor.proposals(withoutReference(text))).keys()].filter((word) => !everyMemberText.includes(word)), [], `${place} without the schema`);
  }
});

test('an editor proposes measures by name or with particulars', async () => {
  const proposals = await new Editor().proposals(rewritten('"measures": ["re_election", ', `"measures": [${cursor}, `));
  for (const measure of measures) assert.ok(proposals.has(`"${measure}"`), measure);
  const particulars = await new Editor().proposals(rewritten('{"measure": "merge", ', `{"measure": "merge", "${cursor}", `));
  assert.deepEqual([...particulars.keys()].sort(), ['parts', 'points']);
});

const meanings = [
  ['"horizonDays"', 'Days that are simulated, the first included'],
  ['"restDay"', 'Weekly day of rest, or null'],
  ['"residents"', 'Residents who bring things to be mended'],
  ['"season"', 'Multiplier of output in the month'],
  ['"pieceRateShare"', 'Share of pay that is by the piece'],
  ['"skill"', "Multiplier of the trade's base output"],
  ['"mergedFrom"', 'Units that were merged into it, as far as known'],
  ['"membersPerTeam"', 'Cadres in one work team'],
  ['"earliestStart"', 'No work on the batch before this day'],
  ['"startWeek"', 'Not before this week of the campaign; 0 = its first'],
  ['"partners"', 'Ids of the cooperatives that join in a merger'],
  ['"distance_loss"', 'Coefficient of the model, distance loss: 0.003 1/km (0.001 to 0.012) where it is left out'],
  ['"distribution"', 'How it varies between replications'],
  ['"problem"', 'Problem that was found'],
  ['"by"', 'Last day that the report can have seen, or the date to be met'],
  ['"locator"', 'Page, address or archive mark'],
  ['"yuan/month"', 'Its unit, as a check'],
];

test('an editor explains the key and the value under the cursor', async () => {
  const editor = new Editor();
  for (const [word, meaning] of meanings) assert.equal(await editor.hover(rewritten(word, `${word[0]}${cursor}${word.slice(1)}`)), meaning, word);
  const text = rewritten('"skill"', `"${cursor}skill"`);
  const silent = editorWith((copy) => { delete cooperativeOf(copy).properties.workshops.items.properties.skill.description; });
  assert.notEqual(await silent.hover(text), "Multiplier of the trade's base output");
  assert.ok(!(await new Editor().hover(withoutReference(text))));
});

const lineOf = (what) => everyMemberText.slice(0, everyMemberText.indexOf(what)).split('\n').length;
const mistakes = [
  ['"members": 30', '"member": 30', '{', /^Missing property "members"\.$/],
  ['"earliestStart"', '"earlyStart"', '{', /^Missing property "earliestStart"\.$/],
  ['"measure": "merge"', '"measures": "merge"', '{', /^Missing property "measure"\.$/],
  ['"provenance": "reported"', '"provenance": "rumoured"', '"rumoured"', /Valid values: "assumed", "derived", "found", "reported"\.$/],
  ['"measure": "re_election"', '"measure": "election"', '"election"', /Valid values: "divide_trades", /],
  ['"unit": "1/km"', '"unit": "1"', '"1"', /"1\/km"\.$/],
  ['"pieceRateShare": 0.36', '"pieceRateShare": 36', '36', /above the maximum of 1\.$/],
  ['"residents": 9000', '"residents": "many"', '"many"', /Expected "number"\.$/],
  ['"deadline": "1956-12-31"', '"deadline": "New Year"', '"New Year"', /pattern|date/],
];

test('an editor underlines a mistake where it stands, and says what is right', async () => {
  const editor = new Editor();
  assert.deepEqual(await editor.complaints(everyMemberText), []);
  for (const [right, wrong, marked, reason] of mistakes) {
    const complaints = await editor.complaints(rewritten(right, wrong));
    assert.ok(complaints.some(({ message }) => reason.test(message)), `${wrong}: ${JSON.stringify(complaints)}`);
    assert.deepEqual(complaints.filter((complaint) => complaint.marked !== marked || complaint.line !== lineOf(right)), [], wrong);
  }
});
