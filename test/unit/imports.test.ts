import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';

const src = join(__dirname, '../../src');

/** Which rooms a room may use besides itself. A room is a folder of `src` or `src/core`, or a file that stands there by itself. */
const uses: Readonly<Record<string, readonly string[]>> = {
  'core/document': [],
  'core/text': ['core/document'],
  'core/script': ['core/document', 'core/text'],
  'core/repair': ['core/document', 'core/text', 'core/cues/normal', 'core/cues/spam', 'core/script'],
  'core/cues': ['core/document', 'core/text'],
  'core/ingest': ['core/document', 'core/text', 'core/cues', 'core/markdown', 'core/repair'],
  'core/judge': ['core/document', 'core/text', 'core/cues', 'core/script'],
  'core/corrections': ['core/document', 'core/text', 'core/cues', 'core/repair'],
  'core/analyse': ['core/document', 'core/text', 'core/cues', 'core/ingest', 'core/repair', 'core/script'],
  'core/topic': ['core/document', 'core/text', 'core/script'],
  'core/markdown': ['core/document', 'core/text'],
  'core/cite': ['core/document', 'core/text', 'core/markdown', 'core/script'],
  'core/references': ['core/document', 'core/cite', 'core/markdown/escapeMarkdown'],
  'core/doubt': ['core/document', 'core/text', 'core/repair'],
  'core/render': ['core/document', 'core/text', 'core/doubt', 'core/markdown', 'core/repair', 'core/script'],
  'core/quote': ['core/document', 'core/text', 'core/cite/problems/problemCodes', 'core/cues/names', 'core/markdown', 'core/render', 'core/script'],
  messages: ['core/document', 'core/cite', 'core/quote'],
  'core/library': ['core/document', 'core/text', 'core/analyse', 'core/cite', 'core/corrections', 'core/cues', 'core/ingest/parsedBlock', 'core/ingest/unpack', 'core/judge', 'core/quote', 'core/render', 'core/script', 'core/topic'],
  protocol: ['core/document', 'core/render'],
  webview: ['core/document', 'protocol'],
  worker: ['core/document', 'core/text', 'core/cite', 'core/corrections', 'core/ingest/decode', 'core/ingest/detectFormat', 'core/ingest/unpack', 'core/doubt', 'core/markdown', 'core/repair', 'core/library', 'core/quote', 'core/references', 'core/render', 'core/script', 'core/topic'],
  cli: ['messages', 'core/quote', 'core/document', 'core/text', 'core/cite', 'core/corrections', 'core/doubt', 'core/ingest/decode', 'core/ingest/unpack', 'core/library', 'core/markdown', 'core/references', 'core/render', 'worker/formatting', 'worker/libraryService', 'worker/loneTexts', 'worker/port'],
  host: ['messages', 'core/document', 'core/cite', 'core/corrections', 'core/library', 'core/markdown', 'core/quote', 'core/references/builtInStyles', 'core/references/exportReferences', 'core/references/styleSheet', 'core/repair/repaired', 'protocol', 'worker/port'],
  extension: ['host', 'worker'],
};

/** The only places that may use a package, whose neighbours may name its types; `node:` stands for all of Node's own. */
const users: Readonly<Record<string, readonly string[]>> = {
  vscode: ['host', 'extension'],
  'node:': ['host', 'worker', 'cli'],
  cheerio: ['core/ingest/parseHtml'],
  domhandler: ['core/ingest/parseHtml'],
  'biblatex-csl-converter': ['core/cite/entries/readBibEntries'],
  citeproc: ['core/references/formatReferences'],
  'pinyin-pro': ['core/cite/romanise'],
  'postal-mime': ['core/ingest/mhtml/openMhtml'],
  'jsonc-parser': ['core/cite/bibliography', 'core/cite/changeEntry', 'core/corrections/json'],
  minimatch: ['cli/findSourceFiles'],
  yaml: ['core/ingest/frontMatter', 'core/markdown/frontMatter', 'core/render/cleanMarkdown'],
};

const inside = (place: string, room: string): boolean => place === room || place.startsWith(`${room}/`);
const roomOf = (place: string): string => Object.keys(uses).find(room => inside(place, room)) ?? assert.fail(`${place} is in no room of the table`);

interface Import { readonly from: string; readonly to: string; readonly isPackage: boolean; /** Gone when the code runs. */ readonly isType: boolean }

/** Every import of every file in `src`, as places such as `core/text/tables`. */
const imports = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => /\.ts$/.test(name) && !name.endsWith('.d.ts')).flatMap((name): Import[] => {
  const from = name.split(sep).join('/').replace(/\.ts$/, '');
  const named = readFileSync(join(src, name), 'utf8').matchAll(/(?:^|\n|;)\s*(?:(?:import|export)\b(\s+type\b)?[^'"`;]*?\bfrom\s*|import\s*)['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g);
  return [...named].map(([, type, fixed, late]) => {
    const to = fixed ?? late ?? '';
    return to.startsWith('.') ? { from, to: posix.join(dirname(from).split(sep).join('/'), to), isPackage: false, isType: type !== undefined } : { from, to, isPackage: true, isType: type !== undefined };
  });
}).filter(each => !each.to.endsWith('.json'));

describe('imports', () => {
  it('are found at all', () => assert.ok(imports.length > 100 && imports.some(each => each.to === 'pinyin-pro') && imports.some(each => each.to === 'vscode')));
  it('run one way, from room to room as the table says', () => {
    const wrong = imports.filter(({ from, to, isPackage }) => !isPackage && roomOf(from) !== roomOf(to) && !uses[roomOf(from)]?.some(room => inside(to, room)));
    assert.deepEqual(wrong.map(({ from, to }) => `${from} → ${to}`), []);
  });
  it('take packages only where the table has them', () => {
    const wrong = imports.filter(({ from, to, isPackage, isType }) => {
      const name = to.startsWith('node:') ? 'node:' : to.split('/').slice(0, to.startsWith('@') ? 2 : 1).join('/');
      return isPackage && !(Object.hasOwn(users, name) && users[name]?.some(place => inside(from, place) || (isType && dirname(from) === dirname(place))));
    });
    assert.deepEqual(wrong.map(({ from, to }) => `${from} → ${to}`), []);
  });
  it('never run in a circle', () => {
    const reach = (room: string, path: readonly string[]): void => {
      assert.equal(path.includes(room), false, [...path, room].join(' → '));
      for (const next of uses[room] ?? []) reach(Object.keys(uses).find(each => inside(next, each)) ?? next, [...path, room]);
    };
    for (const room of Object.keys(uses)) reach(room, []);
  });
});
