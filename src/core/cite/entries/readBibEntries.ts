import type { Result } from '../../document';
import type { CslItem } from '../cslItem';
import { readItem } from '../readItem';
import { withBracedValues } from './bracedValues';
import { mendItem, type BibFields } from './mendItem';
import type { EntryProblem, RawEntry } from './rawEntry';
import { MARK_FIELD } from './seedbedField';

/** Reads entries of a `.bib` file; the answers are in their order. */
export type ReadBibEntries = (entries: readonly RawEntry[]) => readonly Result<CslItem, EntryProblem>[];

/** The converter changes the case of titles in English; what a title looks like is for a style to say. */
const AS_WRITTEN = { language: 'as written' };

const OPTIONS = { processUnexpected: true, processInvalidURIs: true, processUnknown: { [MARK_FIELD]: 'f_verbatim' } };

/** What the converter calls text that is no entry; anything else costs a field at most. */
const NO_ENTRY: ReadonlySet<unknown> = new Set(['unexpected_eof', 'token_mismatch', 'missing_equal_sign', 'key_value_error', 'cut_off_citation', 'runaway_key']);

type Read = Result<CslItem, EntryProblem>;

/** Loads the converter; a dynamic import, so that only a note with a `.bib` file pays for it. */
export async function loadBibReader(): Promise<ReadBibEntries> {
  const { BibLatexParser, CSLExporter } = await import('biblatex-csl-converter');

  /** Reads entries at once; undefined where one of them is broken, and others with it perhaps. */
  function readTogether(entries: readonly RawEntry[]): readonly Read[] | undefined {
    const text = entries.map(entry => withBracedValues([entry.context ?? '', entry.text].join('\n'))).join('\n');
    const { entries: parsed, errors } = new BibLatexParser(text, OPTIONS).parse();
    const byKey = new Map(Object.entries(parsed).map(([at, entry]) => [entry.entry_key, { at, entry }]));
    if (errors.some(({ type }) => NO_ENTRY.has(type)) || !entries.every(({ key }) => byKey.has(key))) return undefined;
    const ids = entries.map(({ key }) => byKey.get(key)?.at ?? ''), items = new CSLExporter(parsed, ids, AS_WRITTEN).parse();
    const parent = (key: string): BibFields | undefined => byKey.get(key)?.entry;
    return entries.map(({ key, span, text: own }, at): Read => {
      const item = readItem(items[Number(ids[at])]), entry = byKey.get(key)?.entry;
      return item && entry ? { ok: true, value: mendItem({ ...item, id: key }, { entry, text: own, parent }) } : { ok: false, error: { kind: 'syntax', key, span } };
    });
  }

  function readAlone(entry: RawEntry): Read {
    const [read] = readTogether([entry]) ?? [];
    return read ?? { ok: false, error: { kind: 'syntax', key: entry.key, span: entry.span } };
  }

  return entries => (canStandTogether(entries) ? readTogether(entries) : undefined) ?? entries.map(readAlone);
}

/** Entries that need others, or have the same key, would be taken one for another. */
const canStandTogether = (entries: readonly RawEntry[]): boolean =>
  entries.length > 1 && entries.every(({ context }) => context === undefined) && new Set(entries.map(({ key }) => key)).size === entries.length;
