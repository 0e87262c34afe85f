// node web/build_page.mjs BUILD_FOLDER DIST_FOLDER: puts the compiled program and the page together.
// dist/index.html and the files beside it are for hosting; dist/zhengshe.html is the whole page in one
// file. Both carry a content security policy that names every script by its hash.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, deflateRawSync, gzipSync } from 'node:zlib';
import { fallbackFont } from './fallback_font.mjs';

const [build, dist] = process.argv.slice(2);
const web = dirname(fileURLToPath(import.meta.url));
const assets = join(web, '..', 'assets');
const read = (...path) => readFileSync(join(...path), 'utf8');
const sha256 = (content, encoding = 'hex') => createHash('sha256').update(content).digest(encoding);
const short = (content) => sha256(content).slice(0, 12);

// What the program has at hand from its first frame on, by its path below assets/.
const folder = join(assets, 'scenarios');
const preloaded = ['lessons.json'].concat(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => `scenarios/${name}`) : []);

// Every scenario file names the schema beside itself, so that editors find it without a network.
const schemas = ['scenario.schema.json', 'scenarios/scenario.schema.json'];

// Shorter names and no comments. What must be known outside hangs on Module, window or self. Debian keeps the
// modules that terser needs where only its own node looks.
const shortened = (script, ...options) =>
  execFileSync('terser', ['--compress', 'ecma=2020,passes=2', '--mangle', ...options],
               { input: script, encoding: 'utf8', env: { ...process.env, NODE_PATH: `${process.env.NODE_PATH ?? ''}:/usr/share/nodejs` } }).trim();
const program = shortened(read(build, 'zhengshe.js'), '--enclose', 'Module:Module');
const wasm = readFileSync(join(build, 'zhengshe.wasm'));
const font = fallbackFont(join(build, '..', '..', 'fonts'));
const style = read(web, 'page.css');
const start = shortened(read(web, 'start.js'));
const icon = read(web, 'icon.svg').trim();
if (/<\/script/i.test(program + start)) throw new Error('a script contains its own end tag and cannot be embedded');

const inlineHash = (text) => `'sha256-${sha256(text, 'base64')}'`;
const policy = (directives) => Object.entries(directives).map(([name, values]) => `${name} ${values.join(' ')}`).join('; ');
const common = {
  'default-src': ["'none'"],
  'style-src': [inlineHash(style)],
  'img-src': ['data:', 'blob:'],
  'worker-src': ['blob:'],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['zhengshe'],
};

function page(directives, links, scripts) {
  return read(web, 'page.html')
      .replace('<!-- security policy -->', () => `<meta http-equiv="Content-Security-Policy" content="${policy(directives)}">`)
      .replace('<!-- links -->', () => links)
      .replace('<!-- style -->', () => `<style>${style}</style>`)
      .replace('<!-- scripts -->', () => scripts);
}

// Parts of the page by path: where to fetch each one (hosted), or the id of the element that holds it.
const partList = (parts) => `<script type="application/json" id="parts">${JSON.stringify(Object.fromEntries(parts))}</script>\n`;
const address = (path, content) => `${path}?${short(content)}`;
const asset = (path) => readFileSync(join(assets, path));

function singleFile() {
  const element = (id, content) => `<script type="text/plain" id="${id}">${deflateRawSync(content, { level: 9 }).toString('base64')}</script>\n`;
  const parts = { 'zhengshe.wasm': wasm, 'fallback.ttf': font, ...Object.fromEntries(preloaded.map((path) => [path, asset(path)])) };
  const elements = Object.entries(parts).map(([path, content]) => element(`part-${path}`, content)).join('');
  const directives = { ...common, 'script-src': [inlineHash(start), inlineHash(program), "'wasm-unsafe-eval'"], 'connect-src': ["'none'"] };
  return page(directives, `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">`,
              `${elements}${partList(Object.keys(parts).map((path) => [path, `#part-${path}`]))}<script>${start}</script>\n<script id="program">${program}</script>`);
}

function hosted() {
  const directives = {
    ...common,
    'script-src': [inlineHash(start), "'self'", "'wasm-unsafe-eval'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
  };
  const parts = [['zhengshe.wasm', address('zhengshe.wasm', wasm)], ...preloaded.map((path) => [path, address(path, asset(path))])];
  const links = ['<link rel="icon" href="icon.svg">', '<link rel="manifest" href="manifest.webmanifest">',
                 ...parts.map(([, href]) => `<link rel="preload" href="${href}" as="fetch" crossorigin>`)].join('\n');
  return page(directives, links, `${partList([...parts, ['fallback.ttf', address('fallback.ttf', font)]])}<script>${start}</script>\n<script id="program" src="${address('zhengshe.js', program)}" defer></script>`);
}

// Beside each file of some size its compressed forms, for servers that send them as they are.
function emit(name, content) {
  const path = join(dist, name);
  mkdirSync(dirname(path), { recursive: true });
  const compressed = content.length >= 1024 && name !== 'zhengshe.html';
  const unchanged = existsSync(path) && readFileSync(path).equals(Buffer.from(content));
  if (unchanged && (!compressed || existsSync(`${path}.br`))) return;
  writeFileSync(path, content);
  if (!compressed) return;
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
}

function emitHosted() {
  const index = hosted();
  const files = {
    'index.html': index, 'zhengshe.js': program, 'zhengshe.wasm': wasm, 'fallback.ttf': font, 'icon.svg': icon, 'manifest.webmanifest': read(web, 'manifest.webmanifest'),
    ...Object.fromEntries(preloaded.map((path) => [path, asset(path)])),
    ...Object.fromEntries(schemas.map((path) => [path, asset('scenario.schema.json')])),
  };
  for (const [name, content] of Object.entries(files)) emit(name, content);
  const cached = ['./', 'icon.svg', 'manifest.webmanifest', address('zhengshe.js', program), address('zhengshe.wasm', wasm), address('fallback.ttf', font), ...preloaded.map((path) => address(path, asset(path)))];
  const version = short(Object.values(files).map((content) => sha256(content)).join());
  emit('service_worker.js', read(web, 'service_worker.js').replace('VERSION', version).replace('FILES', JSON.stringify(cached)));
}

rmSync(join(dist, 'scenarios'), { recursive: true, force: true });  // a scenario that was renamed must not stay
emitHosted();
const single = singleFile();
emit('zhengshe.html', single);
const checksum = `${sha256(single)}  zhengshe.html`;
emit('zhengshe.html.sha256', `${checksum}\n`);
console.log(`${checksum} (${(single.length / 1024).toFixed(0)} KB)`);
