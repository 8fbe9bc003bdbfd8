/**
 * Counted facts and dictionaries that are too large for the program text: files in `dist/tables`, read on first use.
 *
 * - `characters`: unigram and bigram counts of clean Chinese, for charset and repair scores
 * - `documentFrequency`: background document frequencies of words, for topics
 * - `hongKong`: the characters that Hong Kong adds to Big5, for hosts whose decoder lacks them
 * - `initials`: Simplified characters by the first letters of their pinyin, for completion
 * - `regionWords`: words and characters by the regions that write them
 * - `regional`: opencc's dictionaries of regional words, out of regional forms, and of Japanese; they go together with the two below
 * - `scriptSets`: the characters that tell the scripts apart
 * - `simplified`: opencc's traditional-to-simplified dictionaries
 * - `traditional`: opencc's simplified-to-traditional, Taiwan and Hong Kong dictionaries, and what each character could become
 */
export type TableName = 'characters' | 'documentFrequency' | 'hongKong' | 'initials' | 'regional' | 'regionWords' | 'scriptSets' | 'simplified' | 'traditional';

/** Gives the JSON text of a table. Synchronous: Node reads a file, a web worker has fetched it before. */
export type TableReader = (name: TableName) => string;

/** Parsed tables, each read once and only when somebody asks. */
export interface Tables { get<T>(name: TableName): T }

export function lazyTables(read: TableReader): Tables {
  const parsed = new Map<TableName, unknown>();
  return {
    get<T>(name: TableName): T {
      if (!parsed.has(name)) parsed.set(name, JSON.parse(read(name)));
      return parsed.get(name) as T;
    },
  };
}
