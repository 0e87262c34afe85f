// Files from strangers that are malformed, oversized or strange, by what is wrong with them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
export const texts = {
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
