import { Trie } from 'opencc-js/core';
import type { Edit, Script, ScriptTarget } from '../document';
import { edited, mapped } from '../text/mappedText';
import type { MappedText } from '../text/mappedText';
import type { TableName, Tables } from '../text/tables';

/** Whether a text is converted, is `already` what is asked for, or has `nothing` that could be converted without harm. */
export type ConversionNeed = 'convert' | 'already' | 'nothing';

/** The names are OpenCC's. */
type Conversion = 't2s' | 's2t' | 's2tw' | 's2hk' | 't2tw' | 't2hk';

/**
 * Traditional text is never sent through the Simplified dictionaries: they would turn 了 into 瞭 and 布 into 佈. Mixed text can only become
 * Simplified, for the same reason.
 */
const conversions: Record<Script, Partial<Record<ScriptTarget, Conversion | 'already'>>> = {
  Hans: { 'as-saved': 'already', hans: 'already', hant: 's2t', tw: 's2tw', hk: 's2hk' },
  Hant: { 'as-saved': 'already', hans: 't2s', hant: 'already', tw: 't2tw', hk: 't2hk' },
  mixed: { 'as-saved': 'already', hans: 't2s' },
  Jpan: { 'as-saved': 'already' },
  none: { 'as-saved': 'already' },
};

/** What asking for `target` means for a text in the script `from`. */
export function conversionFor(from: Script, target: ScriptTarget): ConversionNeed {
  const conversion = conversions[from][target];
  if (conversion === undefined) return 'nothing';
  return conversion === 'already' ? 'already' : 'convert';
}

/** `base` in the script of `target`, or `base` itself where `conversionFor` says that nothing is converted. */
export function convert(base: MappedText, from: Script, target: ScriptTarget, tables: Tables): MappedText {
  const conversion = conversions[from][target];
  if (conversion === undefined || conversion === 'already') return base;
  const { normalization, segmentation, steps } = converterOf(conversion, tables);
  const plain = normalization.reduce((text, step) => convertSegments(text, [text.text], step).text, base);
  let current = plain;
  let segments: readonly string[] = segmentation ? segmentation.segment(plain.text) : [plain.text];
  for (const step of steps) ({ text: current, segments } = convertSegments(current, segments, step));
  return current;
}

/** The converted text alone. */
export function convertText(text: string, from: Script, target: ScriptTarget, tables: Tables): string {
  return convert(mapped(text), from, target, tables).text;
}

/** One step over `segments`, which together are `base.text`; no word is found across their borders. */
function convertSegments(base: MappedText, segments: readonly string[], trie: Trie): { text: MappedText; segments: readonly string[] } {
  const edits: Edit[] = [];
  const converted: string[] = [];
  let start = 0;
  for (const segment of segments) {
    let output = '';
    for (const word of trie.segment(segment)) {
      const value = trie.matchPrefix(word, 0)?.value ?? word;
      if (value !== word) edits.push({ span: { start, end: start + word.length }, text: value });
      output += value;
      start += word.length;
    }
    converted.push(output);
  }
  return { text: edited(base, edits), segments: converted };
}

/** As `scripts/tables.mjs` writes it: dictionaries by name, and the chains made of them. */
interface ConversionTable {
  readonly dictionaries: Readonly<Record<string, string>>;
  readonly chains: Readonly<Record<string, Chain>>;
}

interface Chain {
  readonly normalization: readonly DictionaryGroup[];
  readonly segmentation?: DictionaryGroup;
  readonly conversion: readonly DictionaryGroup[];
}

type DictionaryGroup = readonly string[];

interface Converter {
  readonly normalization: readonly Trie[];
  readonly segmentation?: Trie;
  readonly steps: readonly Trie[];
}

/** Tries by the names of their dictionaries: the conversions share the large ones. */
const triesSeen = new WeakMap<Tables, Map<string, Trie>>();

function converterOf(conversion: Conversion, tables: Tables): Converter {
  const name: TableName = conversion === 't2s' ? 'simplified' : 'traditional';
  const table = tables.get<ConversionTable>(name);
  const chain = table.chains[conversion];
  if (!chain) throw new Error(`the table ${name} has no chain ${conversion}`);
  const trie = (group: DictionaryGroup): Trie => trieOf(group, table, tables);
  return {
    normalization: chain.normalization.map(trie),
    ...(chain.segmentation && { segmentation: trie(chain.segmentation) }),
    steps: chain.conversion.map(trie),
  };
}

function trieOf(group: DictionaryGroup, { dictionaries }: ConversionTable, tables: Tables): Trie {
  const tries = triesSeen.get(tables) ?? new Map<string, Trie>();
  triesSeen.set(tables, tries);
  const key = group.join('+');
  const known = tries.get(key);
  if (known) return known;
  const made = new Trie();
  made.loadDictGroup(group.map(name => dictionaries[name] ?? ''));
  tries.set(key, made);
  return made;
}
