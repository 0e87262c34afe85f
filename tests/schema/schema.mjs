// What the tests of the schema share: the schema itself, scenarios, and ways to find and damage what stands in them.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
export const schemaText = readFileSync(join(root, 'assets', 'scenario.schema.json'), 'utf8');
export const schema = JSON.parse(schemaText);

const scenarios = join(root, 'assets', 'scenarios');
export const bundled = Object.fromEntries(readdirSync(scenarios).filter((name) => name.endsWith('.json')).sort().map((name) => [name, readFileSync(join(scenarios, name), 'utf8')]));

/** A small scenario in which every member of the format occurs. */
export const everyMemberText = readFileSync(join(here, 'every_member.json'), 'utf8');
export const everyMember = () => JSON.parse(everyMemberText);

/** Strict as to the schema: an unknown keyword or a bound without its type is an error, not overlooked. */
export function compiled(someSchema, { Kind = Ajv, ...options } = {}) {
  const isDate = (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  return new Kind({ strict: true, strictRequired: true, allErrors: true, formats: { date: isDate }, ...options }).compile(someSchema);
}

/** A copy of the schema after `change`, for showing that a test sees the difference. */
export function changed(change) {
  const copy = structuredClone(schema);
  change(copy);
  return copy;
}

const keysOf = (pointer) => pointer.split('/').slice(1);
const at = (value, keys) => keys.reduce((inner, key) => inner[key], value);

/** A copy of `value` with another member at a JSON pointer; with none if `member` is undefined. */
export function damaged(value, pointer, member) {
  const copy = structuredClone(value), keys = keysOf(pointer), last = keys.pop(), place = at(copy, keys);
  if (member === undefined) delete place[last];
  else place[last] = member;
  return copy;
}

/** The JSON pointers of all objects in `value`. */
export function objectsOf(value, pointer = '') {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.entries(value).flatMap(([key, inner]) => objectsOf(inner, `${pointer}/${key}`));
  return Array.isArray(value) ? below : [pointer, ...below];
}

const shapesOf = (part) => [part, ...(part.anyOf ?? []).flatMap(shapesOf), ...(part.items ? shapesOf(part.items) : [])];

/** Every member that a part of the schema describes, however deep: {record, key, path, part}; `record` is the part that holds it. */
export function membersOf(part, path = '') {
  return shapesOf(part).filter((shape) => shape.properties).flatMap((record) =>
    Object.entries(record.properties).flatMap(([key, inner]) => [{ record, key, path: `${path}/${key}`, part: inner }, ...membersOf(inner, `${path}/${key}`)]));
}

/** The records of the schema that stand for the object at a JSON pointer. */
export function recordsAt(pointer, part = schema) {
  const [key, ...rest] = keysOf(pointer);
  const records = shapesOf(part).filter((shape) => shape.properties);
  if (key === undefined) return records;
  const below = rest.map((token) => `/${token}`).join('');
  if (/^\d+$/.test(key)) return recordsAt(below, part);
  return records.filter((record) => record.properties[key]).flatMap((record) => recordsAt(below, record.properties[key]));
}
