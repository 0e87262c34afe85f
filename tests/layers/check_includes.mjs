// node tests/layers/check_includes.mjs SRC: fails when a file of SRC includes, or calls, what its layer may
// not know. The table is the one direction of dependency that the whole source keeps.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const layers = ['model', 'sim', 'study', 'plan', 'io', 'app', 'ui', 'platform'];
const mayInclude = {
  model: ['model'],
  sim: ['model', 'sim'],
  study: ['model', 'sim', 'study'],
  plan: ['model', 'sim', 'study', 'plan'],
  io: ['model', 'sim', 'study', 'io'],
  app: ['model', 'sim', 'study', 'plan', 'io', 'app'],
  ui: ['model', 'sim', 'study', 'plan', 'app', 'ui'],
  platform: ['platform'],
  main: layers,
  cli: ['model', 'sim', 'study', 'plan', 'io'],
};

const computing = ['model', 'sim', 'study', 'plan'];
const allExcept = (...allowed) => Object.keys(mayInclude).filter((layer) => !allowed.includes(layer));
const headers = [
  { what: 'Dear ImGui', pattern: /^(imgui|imstb)/, forbiddenIn: allExcept('ui', 'platform', 'main') },
  { what: 'Emscripten', pattern: /^emscripten/, forbiddenIn: allExcept('platform') },
  { what: 'OpenGL', pattern: /^(GL|GLES\d|EGL)\//, forbiddenIn: allExcept('platform') },
  { what: 'JSON', pattern: /^nlohmann\//, forbiddenIn: allExcept('io') },
  { what: 'a random generator of the library', pattern: /^random$/, forbiddenIn: computing },
  { what: 'a clock', pattern: /^(chrono|ctime|time\.h|sys\/time\.h)$/, forbiddenIn: computing },
  { what: 'an unordered container', pattern: /^unordered_(map|set)$/, forbiddenIn: computing },
];
const transcendental = /std::(?:exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot|erf|erfc|tgamma|lgamma)f?\s*\(/;
const calls = [{ what: "the library's transcendental functions", pattern: transcendental, forbiddenIn: computing }];

function filesBelow(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.(h|hpp|cpp|inc)$/.test(name) ? [path] : [];
  });
}

function layerOf(path) {
  const [first, ...rest] = path.split(sep);
  if (rest.length) return first;
  return first.startsWith('cli') ? 'cli' : 'main';
}

function problemsOf(path, text) {
  const layer = layerOf(path), problems = [];
  if (!mayInclude[layer]) return [`${path}: no layer is called ${layer}`];
  const complain = (line, what) => problems.push(`${path}:${line + 1}: ${layer} may not use ${what}`);
  text.split('\n').forEach((line, number) => {
    const include = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line)?.[1];
    const target = include?.includes('/') ? include.split('/')[0] : undefined;
    if (layers.includes(target) && !mayInclude[layer].includes(target)) complain(number, `${target} (${include})`);
    if (/^\.\.?\//.test(include ?? '')) complain(number, `a path that hides its layer (${include})`);
    for (const rule of headers) if (include && rule.pattern.test(include) && rule.forbiddenIn.includes(layer)) complain(number, `${rule.what} (${include})`);
    const code = line.replace(/\/\/.*/, '');
    for (const rule of calls) if (rule.pattern.test(code) && rule.forbiddenIn.includes(layer)) complain(number, rule.what);
  });
  return problems;
}

/** Every problem of the tree `folder`, as "path:line: layer may not use what". */
export function check(folder) {
  return filesBelow(folder).flatMap((path) => problemsOf(relative(folder, path), readFileSync(path, 'utf8')));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = check(process.argv[2]);
  if (problems.length) console.error(problems.join('\n'));
  process.exit(problems.length ? 1 : 0);
}
