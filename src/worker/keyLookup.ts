import { issueKey } from '../core/cite/citekey';
import type { BibliographyEntry, BibliographyFile } from '../core/cite/bibliographyFile';
import { placeOfAddress } from '../core/cite/fileMarks';
import type { SourceId } from '../core/document';
import type { SourceSummary } from '../core/library/summary';
import type { CitedSources } from './citedSources';
import type { FoundKey } from './citingPort';

type Files = readonly BibliographyFile[];

/** What keys stand for: entries of bibliographies, which are asked in order, and the sources beside them. */
export class KeyLookup {
  /** The sources with an entry, as long as neither the library nor the files change. */
  private entered: { readonly sources: readonly SourceSummary[]; readonly lists: readonly (readonly BibliographyEntry[])[]; readonly ids: ReadonlySet<SourceId> } | undefined;

  constructor(private readonly sources: CitedSources) {}

  /** The first entry of a key, what it says and its source; without an entry the source that would be given the key. */
  find(key: string, files: Files): FoundKey {
    for (const file of files) {
      const entry = file.entry(key);
      if (!entry) continue;
      const item = file.item(entry), source = this.sourceOf(entry, file);
      return { key, ...(item && { item }), entry: { bibliography: file.address }, ...(source && { source: source.id }) };
    }
    const source = this.sources.ofKey(key);
    return { key, ...(source && { source: source.id }) };
  }

  /** The source of an entry, wherever its file stands now, else the one of the same address in the web. */
  sourceOf(entry: BibliographyEntry, file: BibliographyFile): SourceSummary | undefined {
    return this.sources.ofEntry(file.markOf(entry), file.item(entry)?.URL);
  }

  /** The entry that was made for a source, unless it stands for another one by now. */
  entryOf(source: SourceSummary, files: Files): BibliographyEntry | undefined {
    for (const file of files) {
      const entry = file.entryOf({ place: placeOfAddress(source.id), hash: source.hash });
      const found = entry && this.sourceOf(entry, file);
      if (found && (found.id === source.id || found.hash === source.hash)) return entry;
    }
    return undefined;
  }

  /** Every key that is taken, or would be given. */
  keysIn(files: Files): ReadonlySet<string> {
    const keys = new Set(files.flatMap(file => [...file.keys]));
    for (const { citekey } of this.sources.list) keys.add(citekey);
    return keys;
  }

  /** The sources that entries read so far were made for. */
  sourcesWithEntry(files: Files): ReadonlySet<SourceId> {
    const sources = this.sources.list, lists = files.map(file => file.entries), known = this.entered;
    if (known?.sources === sources && known.lists.length === lists.length && lists.every((list, at) => list === known.lists[at])) return known.ids;
    const found = new Set<SourceId>();
    for (const file of files) {
      for (const entry of file.entries) {
        const source = entry.reading.isRead ? this.sourceOf(entry, file) : undefined;
        if (source) found.add(source.id);
      }
    }
    this.entered = files.every(file => file.isRead) ? { sources, lists, ids: found } : undefined;
    return found;
  }
}

/** The key that a source would be given beside what the files hold. */
export const freeKey = (source: SourceSummary, files: Files): string => issueKey(source.citekey, { has: key => files.some(file => file.hasKey(key)) });
