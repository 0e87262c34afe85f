// The font for browsers whose own will not do: of WenQuanYi Micro Hei, every character that the program can say by
// itself. Characters that somebody types come from the browser's fonts, where it has any.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const original = process.env.ZHENGSHE_FALLBACK_FONT || '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc';
const speaking = ['src/model', 'src/sim', 'src/study', 'src/plan', 'src/io', 'src/app', 'src/ui', 'src/main.cpp', 'assets/scenarios', 'assets/lessons.json'];
const kinds = new Set(['.h', '.cpp', '.inc', '.json']);

const filesOf = (path) => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesOf(join(path, name))) : kinds.has(extname(path)) ? [path] : []);

// Names of keys that only Apple's keyboards have, and Apple's systems have fonts for.
const keysOfApple = ['\u2318', '\u2325'];

/** Every character in the texts that the program is made of, ASCII always among them, as one sorted string. */
export function spokenCharacters() {
  const spoken = new Set(Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)));
  const texts = speaking.flatMap((path) => filesOf(join(root, path))).map((file) => readFileSync(file, 'utf8').replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, ''));
  for (const character of texts.join('')) if (character >= ' ') spoken.add(character);
  for (const key of keysOfApple) spoken.delete(key);
  return [...spoken].sort().join('');
}

/** The bytes of the font, made once for each set of characters and kept in `folder`. */
export function fallbackFont(folder) {
  const characters = spokenCharacters();
  const path = join(folder, `fallback-${createHash('sha256').update(characters).digest('hex').slice(0, 12)}.ttf`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('pyftsubset', [original, '--font-number=0', `--text=${characters}`, `--output-file=${path}`, '--no-hinting', '--layout-features=', '--no-layout-closure',
                                '--name-IDs=0,1,2,13,14', '--drop-tables+=GSUB,GPOS,GDEF,kern,vhea,vmtx,VORG,FFTM,DSIG', '--no-glyph-names', '--notdef-outline'], { stdio: ['ignore', 'inherit', 'inherit'] });
  }
  return readFileSync(path);
}
