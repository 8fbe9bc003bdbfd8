import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { capture, root } from '../run.mjs';
import { readTable } from './loadCore.mjs';
import { asBibEntry, asBibtex, asCslItem, asCslJson, makeEntries } from './makeBibliography.mjs';
import { pageMaker } from './makePages.mjs';

/** Entries of the bibliography, as many as the peers were measured with. */
export const ENTRIES = 14_000;

/** Saved sources beside it with `library`. */
const PAGES = 5000;

/** Bibliography files, each with how its entries are written: `whole` for a list of them, `first` and `last` for one that is typed in (`line` from the end where negative). */
export const formats = {
  'references.json': { whole: asCslJson, edits: [{ line: 1, text: entry => `${asCslItem(entry)},\n` }, { line: -2, text: entry => `,\n${asCslItem(entry)}\n` }] },
  'references.bib': { whole: asBibtex, edits: [{ line: 0, text: entry => `${asBibEntry(entry)}\n\n` }, { line: -1, text: entry => `${asBibEntry(entry)}\n` }] },
};

/** What is cited: `entries` of the bibliography, `fresh` ones to add to it, the `seeds` as saved sources, and the titles of all sources. */
export async function makeCited({ library }) {
  const words = Object.keys(JSON.parse(readTable('documentFrequency')).words).filter(word => /^\p{Script=Han}{2,4}$/u.test(word));
  const made = makeEntries(ENTRIES + 100, words);
  const makePage = pageMaker();
  const pages = Array.from({ length: library ? PAGES : 0 }, (_, at) => makePage(at));
  return { entries: made.slice(0, ENTRIES), fresh: made.slice(ENTRIES), seeds: await readSeeds(), pages };
}

/** The seeds as Seedbed reads them, with sentences that can be quoted. */
async function readSeeds() {
  const { code, stdout, stderr } = capture(process.execPath, [join(root, 'dist/cli.js'), 'read', '--json', ...readdirSync(join(root, 'seeds')).sort().map(name => join(root, 'seeds', name))]);
  if (code !== 0) throw new Error(`the seeds cannot be read: ${stderr}`);
  return Promise.all(stdout.trim().split('\n').map(async line => {
    const { path, title, citekey, text } = JSON.parse(line), name = path.slice(path.lastIndexOf('/') + 1);
    const hash = createHash('sha256').update(await readFile(join(root, 'seeds', name))).digest('hex');
    // The first sentences stand in every hover of the source, quoted or not.
    const sentences = (text.match(/[^。\n]+。/g) ?? []).slice(6).filter(sentence => sentence.length >= 20 && sentence.length <= 80 && !/[“”"\\*_[\]]/.test(sentence));
    return { path: `seeds/${name}`, title, key: citekey, hash, sentences };
  }));
}

/** A workspace with the bibliography `name`, the seeds and other saved pages; gives the entries of the bibliography as text. */
export async function makeWorkspace(folder, name, { entries, seeds, pages }) {
  await mkdir(join(folder, 'notes'), { recursive: true });
  await cp(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  for (const { path, bytes } of pages) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const cited = name.endsWith('.json') ? [...entries, ...seeds.map(asSourceEntry)] : entries;
  await resetBibliography(folder, name, cited);
  return cited;
}

export const resetBibliography = (folder, name, entries) => writeFile(join(folder, name), formats[name].whole(entries));

/** The entry that Seedbed itself would write for a saved page, as far as the bench needs it. */
const asSourceEntry = ({ key, title, path, hash }) =>
  ({ key, title, type: 'webpage', script: 'Hans', authors: [], outlet: '', date: '2025-06-04', url: 'https://example.org/', abstract: '', custom: { seedbed: { path, hash } } });

/** Writes each new version of the bibliography, one entry longer than the last, to a file of its own beside the workspace. */
export async function writeVersions(folder, name, entries, fresh) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return Promise.all(fresh.map(async (_, at) => {
    const file = join(folder, `${at}-${name}`);
    await writeFile(file, formats[name].whole([...entries, ...fresh.slice(0, at + 1)]));
    return file;
  }));
}
