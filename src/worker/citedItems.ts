import type { CslItem } from '../core/cite/cslItem';
import type { SourceId } from '../core/document';
import { sourceMatcher } from '../core/references/matchItems';
import { readNow, type BibliographyFiles } from './bibliographyFiles';
import type { CitedSources } from './citedSources';
import type { BibliographyAddress } from './citingPort';
import { freeKey, type KeyLookup } from './keyLookup';
import { pacer } from './pacer';
import type { ImportPlan, ImportRow } from './referencesPort';

/** Whole items of what is cited, for references and other programs. */
export class CitedItems {
  constructor(private readonly files: BibliographyFiles, private readonly sources: CitedSources, private readonly lookup: KeyLookup, private readonly fold: (text: string) => string) {}

  /** What keys say, in their order, and those that say nothing. */
  async ofKeys(files: readonly BibliographyAddress[], keys: readonly string[]): Promise<{ readonly items: readonly CslItem[]; readonly unknown: readonly string[] }> {
    const opened = this.files.opened(files), items: CslItem[] = [], unknown: string[] = [], pause = pacer();
    for (const key of keys) {
      const { item, source, entry } = this.lookup.find(key, opened), said = item ?? (source !== undefined && !entry ? this.sources.item(source) : undefined);
      if (said) items.push({ ...said, id: key });
      else unknown.push(key);
      await pause();
    }
    return { items, unknown };
  }

  /** What sources say: their entries where they have one, for they may have been put right there. */
  async ofSources(files: readonly BibliographyAddress[], sources: readonly SourceId[]): Promise<readonly CslItem[]> {
    const opened = this.files.opened(files), pause = pacer(), items: CslItem[] = [];
    for (const file of opened) await readNow(file);
    for (const id of sources) {
      const source = this.sources.source(id), entry = source && this.lookup.entryOf(source, opened);
      const item = entry?.reading.item ?? this.sources.item(id);
      if (item && source) items.push({ ...item, id: entry?.raw.key ?? freeKey(source, opened) });
      await pause();
    }
    return items;
  }

  /** What becomes of entries from elsewhere in the first of `files`: each key once, and those that are there stay. */
  async planImport(files: readonly BibliographyAddress[], items: readonly CslItem[]): Promise<Omit<ImportPlan, 'broken'>> {
    const opened = this.files.opened(files), match = sourceMatcher(this.sources.list, this.fold), pause = pacer();
    const taken = new Map<string, CslItem | undefined>(), rows: ImportRow[] = [], added: CslItem[] = [];
    for (const item of items) {
      const found = match(item), title = item.title ?? '', present = taken.has(item.id) ? taken.get(item.id) : this.lookup.find(item.id, opened).item;
      const isTaken = taken.has(item.id) || opened.some(file => file.hasKey(item.id));
      rows.push({ key: item.id, title, outcome: isTaken ? present?.title === item.title ? 'present' : 'taken' : 'new', ...(found && { match: found }) });
      if (!isTaken) { added.push(item); taken.set(item.id, item); }
      await pause();
    }
    return { rows, items: added };
  }

  /** All entries, of those with one key that which goes first. */
  async entries(files: readonly BibliographyAddress[]): Promise<readonly CslItem[]> {
    const opened = this.files.opened(files);
    for (const file of opened) await readNow(file);
    const entries = opened.flatMap((file, at) => file.entries.filter(entry => file.entry(entry.raw.key) === entry && !opened.slice(0, at).some(each => each.hasKey(entry.raw.key))));
    return entries.flatMap(({ reading: { item } }) => item ?? []);
  }

  /** Everything that can be cited: all entries, and the sources that have none. */
  async all(files: readonly BibliographyAddress[]): Promise<readonly CslItem[]> {
    const entries = await this.entries(files), entered = this.lookup.sourcesWithEntry(this.files.opened(files));
    return [...entries, ...await this.ofSources(files, this.sources.list.filter(({ id }) => !entered.has(id)).map(({ id }) => id))];
  }
}
