import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { makeTexts } from './madeTexts.mjs';
import { filesOf, readTranslations } from './packages.mjs';

const pages = /\.html?$/, manuals = /\.\d\w*\.gz$/, plain = /\.txt$/;

/** What is read of which Debian packages, by kind of text. */
export const packagedTexts = [
  { kind: 'Simplified Chinese documentation', files: [['debian-reference-zh-cn', pages], ['debian-faq-zh-cn', pages], ['maint-guide-zh-cn', pages], ['lilypond-doc-html-zh', pages]] },
  { kind: 'Traditional Chinese documentation', files: [['debian-reference-zh-tw', pages], ['maint-guide-zh-tw', pages], ['libreoffice-help-zh-tw', pages]] },
  { kind: 'Japanese documentation', files: [['debian-reference-ja', pages], ['debian-faq-ja', pages], ['maint-guide-ja', pages], ['debian-policy-ja', pages], ['debian-policy-ja', plain], ['developers-reference-ja', pages], ['aptitude-doc-ja', pages]] },
  { kind: 'Chinese manual pages, as source', files: [['manpages-zh', manuals]] },
  { kind: 'Japanese manual pages, as source', files: [['manpages-ja', manuals]] },
  { kind: 'Chinese sayings and classics', files: [['fortunes-zh', /^(?:chinese|tang300|song100)$/]] },
  { kind: 'Japanese dictionaries', files: [['kanjidic', /^kanjidic$/], ['edict', /^edict$/]] },
  { kind: 'European documentation', files: [['debian-reference-fr', pages], ['debian-reference-de', pages], ['debian-reference-es', pages], ['debian-reference-pt', pages], ['manpages-pl', manuals]] },
  { kind: 'Vietnamese and Icelandic', files: [['maint-guide-vi', pages], ['manpages-vi', manuals], ['hunspell-vi', /\.dic$/], ['hunspell-is', /\.dic$/]] },
  { kind: 'names of places, peoples and languages', files: [['iso-codes', /\.mo$/]], only: /\/(?:zh|zh_CN|zh_TW|zh_HK|zh_Hant|ja|ko|vi|is|fr|de|cs|el|ar|th|hi)\// },
];

/** At most this much of one kind is read, in bytes. */
const MOST = 8e6;

/** Clean texts, {kind, name, text}, of the Debian packages that are there, of the packages of this project, and made here. */
export function* cleanTexts(core) {
  for (const { kind } of packagedTexts) yield* textsOfKind(kind, core);
  for (const name of packages) yield* upTo(MOST / packages.length, sourceFiles(name).map(path => ({ kind: 'code', name: path, text: () => readFileSync(join(root, path), 'utf8') })));
  const poems = filesOf('fortunes-zh', /^(?:tang300|song100)$/).map(({ bytes }) => bytes().toString('utf8').replace(/\u001b\[[\d;]*m/g, '')).join('%\n');
  const japanese = filesOf('debian-reference-ja', pages).map(({ name, bytes }) => textOf(name, bytes(), core)).join('\n');
  yield* makeTexts(poems, japanese, core);
}

/** The texts of the Debian packages of one kind, {kind, name, text}. */
export function* textsOfKind(kind, core) {
  const { files, only = /./ } = packagedTexts.find(each => each.kind === kind);
  const found = files.flatMap(([name, pattern]) => filesOf(name, pattern)).filter(({ name }) => only.test(name));
  yield* upTo(MOST, found.map(({ name, bytes }) => ({ kind, name, text: () => textOf(name, bytes(), core) })));
}

function* upTo(most, texts) {
  let read = 0;
  for (const { kind, name, text } of texts) {
    if (read > most) return;
    const shown = text();
    read += Buffer.byteLength(shown);
    yield { kind, name, text: shown };
  }
}

/** What a file shows; colours of terminals are none of its text. */
function textOf(name, bytes, core) {
  if (name.endsWith('.mo')) return readTranslations(bytes);
  const decoded = core.decode(bytes, core.tables);
  if (!decoded.ok) return '';
  return pages.test(name) ? core.parsePage(decoded.value.raw, core.tables).raw : decoded.value.raw;
}

const packages = ['cheerio', 'typescript/lib', 'opencc-js/dist/esm-lib', 'pinyin-pro/dist', 'mocha/lib', 'yaml/dist', 'linkedom/esm', '@mozilla/readability'];

function sourceFiles(name) {
  const place = join('node_modules', name);
  const files = readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:[cm]?js|ts|json|md)$/.test(file) && !/\.min\.|\/umd\//.test(file));
  return files.sort().map(file => join(place, file));
}
