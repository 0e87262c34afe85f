// Files and links from strangers that are malformed, oversized or strange, by what is wrong with them. One list for all
// who read them: the page, the command line and what measures them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { root } from './browser.mjs';

export const classroom = readFileSync(join(root, 'assets', 'scenarios', 'classroom-12.json'), 'utf8');

const withSeed = (literal) => classroom.replace(/"seed": [^,]+/, `"seed": ${literal}`);
const withMembers = (literal) => classroom.replace(/"members": [^,}\s]+/, `"members": ${literal}`);
const withTitle = (text) => {
  const document = JSON.parse(classroom);
  document.title = text;
  return JSON.stringify(document);
};

const numbers = ['-0', '-0.0', '9007199254740993', '18446744073709551616', '1e999', '-1e999', '1e-400', 'NaN', 'Infinity', '01', '+1', '.5', '1.', '0x10', '1e', `1${'0'.repeat(64)}`, '1.5', '-1', 'true', 'null', '"1"', '[]', '{}'];
const texts = {
  'nothing': '', 'a space': ' ', 'a brace': '{', 'an array': '[]', 'a number': '1', 'a string': '"zhengshe"', 'null': 'null', 'two documents': `${classroom}${classroom}`,
  'a comment': `// here\n${classroom}`, 'a comma too many': classroom.replace('{', '{,'), 'a key twice': classroom.replace('"seed"', '"format": "again", "seed"'),
  'a quote missing': classroom.replace('"seed"', '"seed'), 'half of it': classroom.slice(0, classroom.length >> 1), 'all but its end': classroom.slice(0, -3),
  'a byte order mark': `\ufeff${classroom}`, 'a mark inside': classroom.replace('{', '{\ufeff'), 'a NUL at its end': `${classroom}\u0000`, 'a NUL and more': `${classroom}\u0000{}`,
  'a NUL in a string': classroom.replace('"format"', '"for\\u0000mat"'), 'a lone high surrogate': withTitle('x').replace('"x"', '"\\ud800"'), 'a lone low surrogate': withTitle('x').replace('"x"', '"\\udc00"'),
  'arrays 1,000,000 deep': '['.repeat(1_000_000), 'objects 100,000 deep': '{"a":'.repeat(100_000), 'a deep member': classroom.replace('{', `{"extra": ${'['.repeat(40)}${']'.repeat(40)},`),
  'a million values': `[${'0,'.repeat(1_000_000)}0]`, 'a long string': withTitle('x'.repeat(70_000)), 'a long key': classroom.replace('{', `{"${'k'.repeat(300)}": 1,`),
  'more than 8 MiB': `${classroom}${' '.repeat(8 << 20)}`, 'another format': classroom.replace('zhengshe-scenario', 'something-else'), 'no format': classroom.replace('"format"', '"fromat"'),
  'a newer major version': classroom.replace('"formatVersion": "1.', '"formatVersion": "2.'), 'a newer minor version': classroom.replace('"formatVersion": "1.0', '"formatVersion": "1.9'),
  'a version that is none': classroom.replace('"formatVersion": "1.0.0"', '"formatVersion": "one"'), 'an unknown member': classroom.replace('{', '{"extra": {"kept": true},'),
  'an endless horizon': classroom.replace(/"horizonDays": \d+/, '"horizonDays": 1000000000000000'), 'no days': classroom.replace(/"horizonDays": \d+/, '"horizonDays": 0'),
  'an impossible date': classroom.replace(/"start": "[^"]+"/, '"start": "1957-02-30"'), 'a year that is none': classroom.replace(/"start": "[^"]+"/, '"start": "99999-01-01"'),
  'markup as its name': withTitle('<script>alert(1)</script>'), 'a proto': classroom.replace('{', '{"__proto__": {"polluted": true},'),
  ...Object.fromEntries(numbers.map((literal) => [`the seed ${literal.slice(0, 24)}`, withSeed(literal)])),
  ...Object.fromEntries(numbers.map((literal) => [`${literal.slice(0, 24)} members`, withMembers(literal)])),
};

const edited = (change) => {
  const document = JSON.parse(classroom);
  change(document);
  return JSON.stringify(document);
};

// Large ones are made when they are wanted.
const large = {
  'brackets to the depth that is read': () => classroom.replace('{', `{"extra": ${'['.repeat(31)}${']'.repeat(31)},`),
  'brackets one deeper': () => classroom.replace('{', `{"extra": ${'['.repeat(32)}${']'.repeat(32)},`),
  'objects 1,000,000 deep': () => '{"a":'.repeat(1_000_000),
  'arrays and objects 1,000,000 deep, closed': () => `${'[{"a":'.repeat(500_000)}0${'}]'.repeat(500_000)}`,
  'more than 8 MiB of values': () => classroom.replace('{', `{"extra": [${'0,'.repeat(4_200_000)}0],`),
  'just under 8 MiB of values, cut off': () => classroom.replace('{', `{"extra": [${'0,'.repeat(4_150_000)}`).slice(0, 8_300_000),
  'just under 8 MiB of empty cooperatives': () => `{"format": "zhengshe-scenario", "formatVersion": "1.0.0", "cooperatives": [${'{},'.repeat(2_700_000)}{}]}`,
  '4,000,000 cooperatives in columns': () => `{"format": "zhengshe-scenario", "formatVersion": "1.0.0", "cooperatives": {"columns": {"id": [${'0,'.repeat(4_000_000)}0]}}}`,
  '400,000 keys': () => `{${Array.from({ length: 400_000 }, (_, i) => `"k${i}":0`).join(',')}}`,
  '1,000,000 cooperatives that are not there': () => edited((document) => { document.plans[0].batches[0].cooperatives = Array.from({ length: 1_000_000 }, (_, i) => 100_000 + i); }),
  '20,000 sources and one that is missing': () => edited((document) => {
    document.sources = Array.from({ length: 20_000 }, (_, i) => ({ ...document.sources[0], key: `k${i}` }));
  }),
  'a string of 8 MB': () => withTitle('x'.repeat(8_000_000)),
  'a number of 8 MB': () => withSeed('1'.repeat(8_000_000)),
  'a fraction of 8 MB': () => withSeed(`0.${'1'.repeat(8_000_000)}`),
  '8 MB of empty lines and a brace': () => `${'\n'.repeat(8_000_000)}}`,
  'a thousand cooperatives with one id': () => edited((document) => { document.cooperatives = Array.from({ length: 1000 }, () => document.cooperatives[0]); }),
  'work for a long time': () => edited((document) => {
    const [first] = document.cooperatives;
    document.cooperatives = Array.from({ length: 5600 }, (_, i) => ({ ...first, id: 1000 + i }));
    Object.assign(document, { plans: [], claims: [], observations: [], nextId: 10_000 });
    document.calendar.horizonDays = 36_525;
  }),
};

const bytes = {
  'half a character': [0x7b, 0xe6, 0x95], 'Latin-1': [0x7b, 0x22, 0xe9, 0x22], 'UTF-16': [0xff, 0xfe, 0x7b, 0x00], 'an overlong slash': [0x22, 0xc0, 0xaf, 0x22],
  'a surrogate as bytes': [0x22, 0xed, 0xa0, 0x80, 0x22], 'beyond Unicode': [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], 'a picture': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'an archive': [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], 'zeros': new Array(1000).fill(0), 'two byte order marks': [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x7b, 0x7d], 'only a byte order mark': [0xef, 0xbb, 0xbf],
};

/** What is wrong with each file, and how to make its bytes. */
export const files = {
  ...Object.fromEntries(Object.entries(texts).map(([what, text]) => [what, () => Buffer.from(text)])),
  ...Object.fromEntries(Object.entries(large).map(([what, make]) => [what, () => Buffer.from(make())])),
  ...Object.fromEntries(Object.entries(bytes).map(([what, list]) => [what, () => Buffer.from(list)])),
};

/** One that is too large to be read at all. */
export const tooLargeBytes = (64 << 20) + 1;

const table = Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte >>> 0;
});
const checksum = (text) => (~Buffer.from(text).reduce((sum, byte) => (sum >>> 8) ^ table[(sum ^ byte) & 255], ~0) >>> 0).toString(16).padStart(8, '0');
const linkOf = (payload, { count = payload.length, sum = checksum(payload), version = 'v1' } = {}) => `#${version}.${count}.${sum}.${payload}`;
const packed = (text) => deflateRawSync(text, { level: 9 }).toString('base64url');
const payload = packed(classroom), whole = linkOf(payload);

/** What is wrong with each link. */
export const links = {
  'nothing wrong': whole, 'cut in half': whole.slice(0, whole.length >> 1), 'without its last character': whole.slice(0, -1), 'only its mark': '#v1.', 'its mark and a number': '#v1.12', 'no payload': linkOf(''),
  'a character changed': whole.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')), 'a wrong sum': linkOf(payload, { sum: '00000000' }), 'a count too high': linkOf(payload, { count: payload.length + 1 }), 'no count': linkOf(payload, { count: '' }),
  'a negative count': linkOf(payload, { count: -1 }), 'an endless count': linkOf(payload, { count: '9'.repeat(40) }), 'another version': linkOf(payload, { version: 'v2' }), 'no version': '#something', 'letters that are no base64': linkOf(payload.replace(/.{5}$/, '!?*()')),
  'bytes that are not deflated': linkOf('A'.repeat(1000)), 'zeros that expand a thousandfold': linkOf(packed('\0'.repeat(20_000_000))), 'spaces that expand a thousandfold': linkOf(packed(`${' '.repeat(40_000_000)}{}`)),
  'too many characters': linkOf('A'.repeat(70_000)), 'no JSON': linkOf(packed('hello')), 'nothing packed': linkOf(packed('')), 'another document': linkOf(packed('{"format": "other"}')),
  'brackets 1,000 deep': linkOf(packed('[1,2,3,'.repeat(1000))), 'a key twice': linkOf(packed(texts['a key twice'])), 'a NUL at its end': linkOf(packed(texts['a NUL at its end'])), 'an endless horizon': linkOf(packed(texts['an endless horizon'])),
};
