import { readItem } from '../core/cite/readItem';
import { parseBibliography } from '../core/cite/bibliography';
import type { CslItem } from '../core/cite/cslItem';
import { findBibEntries } from '../core/cite/entries/bibEntries';
import { loadBibReader } from '../core/cite/entries/readBibEntries';
import type { Result, ScriptTarget } from '../core/document';
import { readFrontMatter } from '../core/markdown/frontMatter';
import { exportReferences } from '../core/references/exportReferences';
import { itemInScript } from '../core/references/itemInScript';
import { readRis } from '../core/references/ris';
import { textOf } from './bibliographyContent';
import { isBib } from './bibliographyFiles';
import type { CitedItems } from './citedItems';
import type { BibliographyAddress } from './citingPort';
import type { Formatter } from './formatting';
import type { LoneTexts } from './loneTexts';
import { pacer } from './pacer';
import type { DataFormat, ExportedList, FormattedList, ImportedFile, ImportError, ImportPlan, Referenced, ReferenceLook, StyleError } from './referencesPort';

interface Gathered { readonly items: readonly CslItem[]; readonly unknown: readonly string[] }

/** References of what is cited, as styles and other programs want them. */
export class References {
  constructor(private readonly items: CitedItems, private readonly texts: LoneTexts, private readonly formatter: Formatter | undefined) {}

  async format(what: Referenced, { style, language, script, as }: ReferenceLook): Promise<Result<FormattedList, StyleError>> {
    const { items, unknown } = await this.gather(what);
    if (items.length === 0) return { ok: true, value: { references: [], unknown } };
    const formatted = await this.formatter?.format({ items: await this.inScript(items, script), style, as, ...(language !== undefined && { language }) });
    if (!formatted) return { ok: false, error: { kind: 'broken', detail: 'no formatter' } };
    return formatted.ok ? { ok: true, value: { references: formatted.value, unknown } } : formatted;
  }

  async export(what: Referenced, format: DataFormat): Promise<ExportedList> {
    const { items, unknown } = await this.gather(what);
    return { text: exportReferences(items, format), count: items.length, unknown };
  }

  async planImport(file: ImportedFile, files: readonly BibliographyAddress[]): Promise<Result<ImportPlan, ImportError>> {
    const text = textOf(file.content);
    if (text === undefined) return { ok: false, error: 'notText' };
    const read = await readEntries(file.name, text);
    if (!read) return { ok: false, error: 'notRead' };
    if (read.items.length === 0) return { ok: false, error: 'nothing' };
    return { ok: true, value: { ...await this.items.planImport(files, read.items), broken: read.broken } };
  }

  private async gather(what: Referenced): Promise<Gathered> {
    switch (what.kind) {
      case 'sources': return { items: await this.items.ofSources(what.files, what.sources), unknown: [] };
      case 'all': return { items: await this.items.all(what.files), unknown: [] };
      case 'keys': {
        // As in pandoc, the note's own entries go before those of files, and those of `nocite:` behind what is cited.
        const matter = await readFrontMatter(what.matter ?? ''), own = new Map(matter.references.flatMap(entry => { const item = readItem(entry); return item ? [[item.id, item] as const] : []; }));
        const { items, unknown } = await this.items.ofKeys(what.files, what.keys.filter(key => !own.has(key)));
        const rest = what.isList && matter.listsAll ? [...own.values(), ...await this.items.entries(what.files)] : [];
        const found = new Map([...rest, ...items, ...own.values()].map(item => [item.id, item]));
        return { items: [...new Set([...what.keys, ...rest.map(({ id }) => id)])].flatMap(key => found.get(key) ?? []), unknown };
      }
    }
  }

  private async inScript(items: readonly CslItem[], script: ScriptTarget | undefined): Promise<readonly CslItem[]> {
    if (script === undefined) return items;
    const pause = pacer(), changed: CslItem[] = [];
    for (const item of items) {
      changed.push(itemInScript(item, script, (text, writing) => {
        const converted = this.texts.convert(text, script, { writing });
        return converted.kind === 'converted' ? converted.text : text;
      }));
      await pause();
    }
    return changed;
  }
}

/** The entries of a file, and how many of them are broken; undefined where it is of no kind that is read. */
async function readEntries(name: string, text: string): Promise<{ readonly items: readonly CslItem[]; readonly broken: number } | undefined> {
  if (/\.ris$/i.test(name)) return readRis(text);
  if (isBib(name)) return readBib(text);
  const parsed = parseBibliography(text);
  return parsed.ok ? { items: parsed.value, broken: 0 } : undefined;
}

async function readBib(text: string): Promise<{ readonly items: readonly CslItem[]; readonly broken: number }> {
  const { entries, problems } = findBibEntries(text), read = await loadBibReader(), pause = pacer(), items: CslItem[] = [];
  let broken = problems.filter(({ kind }) => kind !== 'duplicate').length;
  for (let at = 0; at < entries.length; at += TOGETHER) {
    for (const item of read(entries.slice(at, at + TOGETHER))) {
      if (item.ok) items.push(item.value);
      else broken++;
    }
    await pause();
  }
  return { items, broken };
}

/** Entries that the converter reads at once. */
const TOGETHER = 20;
