import type { TableName, Tables } from '../text/tables';
import { WordTrie } from './wordTrie';

/** The scripts of opencc-js: Simplified, OpenCC's own Traditional, Taiwan and Hong Kong (`p` with the words of the region), Japanese. */
export const locales = ['cn', 't', 'tw', 'twp', 'hk', 'hkp', 'jp'] as const;
export type Locale = typeof locales[number];

/** What a conversion does: first single look-alikes, then words of which none crosses a border found by `segmentation`. */
export interface OpenccChain {
  readonly normalization: readonly WordTrie[];
  readonly segmentation?: WordTrie;
  readonly conversion: readonly WordTrie[];
}

/** As `scripts/tables.mjs` writes it: dictionaries by name, each as `word value|word value|…`, and the chains made of them. */
interface ConversionTable {
  readonly dictionaries: Readonly<Record<string, string>>;
  readonly chains: Readonly<Record<string, NamedChain>>;
}

interface NamedChain {
  readonly normalization: readonly DictionaryGroup[];
  readonly segmentation?: DictionaryGroup;
  readonly conversion: readonly DictionaryGroup[];
}

type DictionaryGroup = readonly string[];

interface Seen { readonly chains: Map<string, OpenccChain>; readonly tries: Map<string, WordTrie> }

/** What was made of each tables: the conversions share the large dictionaries. */
const seen = new WeakMap<Tables, Seen>();

/** What opencc-js does from one locale to another, made once; the tables are read that the pair needs. */
export function openccChain(from: Locale, to: Locale, tables: Tables): OpenccChain {
  const made = seen.get(tables) ?? { chains: new Map<string, OpenccChain>(), tries: new Map<string, WordTrie>() };
  seen.set(tables, made);
  const pair = `${from}-${to}`;
  const known = made.chains.get(pair);
  if (known) return known;
  const chain = makeChain(pair, tables, made.tries);
  made.chains.set(pair, chain);
  return chain;
}

function makeChain(pair: string, tables: Tables, tries: Map<string, WordTrie>): OpenccChain {
  const table = tables.get<ConversionTable>(tableOf(pair));
  const named = table.chains[pair];
  if (!named) throw new Error(`no chain ${pair}`);
  const trie = (group: DictionaryGroup): WordTrie => trieOf(group, table, tables, tries);
  return {
    normalization: named.normalization.map(trie),
    ...(named.segmentation && { segmentation: trie(named.segmentation) }),
    conversion: named.conversion.map(trie),
  };
}

function tableOf(pair: string): TableName {
  if (pair === 't-cn') return 'simplified';
  return ['cn-t', 'cn-tw', 'cn-hk', 't-tw', 't-hk'].includes(pair) ? 'traditional' : 'regional';
}

function trieOf(group: DictionaryGroup, table: ConversionTable, tables: Tables, tries: Map<string, WordTrie>): WordTrie {
  const key = group.join('+');
  const known = tries.get(key);
  if (known) return known;
  const made = new WordTrie(group.map(name => entries(dictionary(name, table, tables))));
  tries.set(key, made);
  return made;
}

function dictionary(name: string, own: ConversionTable, tables: Tables): string {
  const found = own.dictionaries[name] ?? tables.get<ConversionTable>('simplified').dictionaries[name] ?? tables.get<ConversionTable>('traditional').dictionaries[name];
  if (found === undefined) throw new Error(`no dictionary ${name}`);
  return found;
}

function entries(text: string): readonly (readonly [string, string])[] {
  return text.split('|').map((entry) => {
    const space = entry.indexOf(' ');
    return [entry.slice(0, space), entry.slice(space + 1)];
  });
}
