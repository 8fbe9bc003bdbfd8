import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** The sources that the starter note quotes: one as printed, one in the other script that was damaged on its way. */
const quoted = ['001', '004'];

/** Fills a folder with a copy of the seeds, a note that cites and quotes two of them, and the bibliography it names; what is there stays. */
export async function makeStarter(folder) {
  await mkdir(folder, { recursive: true });
  if (!existsSync(join(folder, 'seeds'))) await cp(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  if (existsSync(join(folder, 'notes.md'))) return;
  const citations = await citeSeeds(folder);
  const { addItems } = await loadSource('core/cite/bibliography.ts');
  const bibliography = addItems(undefined, citations.map(({ item }) => item));
  if (!bibliography.ok) throw new Error(`The starter bibliography cannot be written: ${JSON.stringify(bibliography.error)}`);
  if (!existsSync(join(folder, 'references.json'))) await writeFile(join(folder, 'references.json'), bibliography.value);
  await writeFile(join(folder, 'notes.md'), noteText(citations));
}

/** Reads the seeds as the extension does and gives, for each that is quoted, its item and its first full paragraph. */
async function citeSeeds(folder) {
  const library = await openLibrary();
  const names = (await readdir(join(folder, 'seeds'))).sort();
  const puts = await Promise.all(names.map(async name => ({ kind: 'put', id: name, path: `seeds/${name}`, bytes: await readFile(join(folder, 'seeds', name)) })));
  const { changed } = await library.apply(puts);
  return Promise.all(names.filter(name => quoted.some(start => name.startsWith(start))).map(name => cite(library, changed.find(({ id }) => id === name))));
}

async function cite(library, summary) {
  const [item, page] = [await library.cslItem(summary.id), await library.page(summary.id, { script: 'as-saved', fullWidth: true })];
  if (!item.ok || !page.ok) throw new Error(`The seed ${summary.path} cannot be read.`);
  const paragraph = page.value.blocks.find(({ role, kind, text }) => role === 'body' && kind === 'paragraph' && text.length > 60);
  const { quoteText } = await loadSource('core/markdown/insert.ts');
  const quotation = quoteText([paragraph?.text ?? summary.title], { key: item.value.id }, { before: '', after: '', eol: '\n' }).trim();
  return { item: { ...item.value, custom: { seedbed: { path: summary.path, hash: summary.hash } } }, quotation };
}

const noteText = ([first, second]) => `---
title: Notes · 札记
bibliography: references.json
---

# Notes · 札记

Hover a citation key such as [@${first.item.id}] to see its source, or put the cursor on it and run
*Seedbed: Open Cited Source*. *Seedbed: Insert Citation…* adds another one.

把鼠标移到引用键 [@${second.item.id}] 上可以看到它的来源；在阅读器里选中一段文字，可以直接引到这里。

${first.quotation}

${second.quotation}
`;

/** The library of the extension, run straight from its source. */
async function openLibrary() {
  const { LibraryService } = await loadSource('worker/libraryService.ts');
  const { lazyTables } = await loadSource('core/text/tables.ts');
  const { readFileSync } = await import('node:fs');
  return new LibraryService(lazyTables(name => readFileSync(join(root, 'dist/tables', `${name}.json`), 'utf8')));
}

async function loadSource(path) {
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(`../src/${path}`, import.meta.url);
}
