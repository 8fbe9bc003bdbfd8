/** Precision and recall of a text against the one it should be, each 0 to 1. */
export interface TextScore { readonly precision: number; readonly recall: number }

const CJK = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u3040-\\u30ff\\uac00-\\ud7af';
const TOKEN = new RegExp(`[${CJK}]|(?:(?![${CJK}])[\\p{L}\\p{N}_])+`, 'gu');
/** Tokens of a shingle. */
const LENGTH = 4;
/** How often a text may hold what is optional: a headline stands above the text, over a picture and in a bar. */
const OPTIONAL_TIMES = 3;

/** Counts the runs of four tokens of a text; a Chinese, Japanese or Korean character is a token and any other word is one. A shorter text is one run. */
export function countShingles(text: string): ReadonlyMap<string, number> {
  const tokens = text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  const last = Math.max(tokens.length - LENGTH, tokens.length > 0 ? 0 : -1);
  for (let at = 0; at <= last; at++) {
    const shingle = tokens.slice(at, at + LENGTH).join('\u0001');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/**
 * Scores `found` against `truth` by the shingles they share, as often as they stand in both. Lines of `optional` (headline, credits)
 * are not asked for, and forgiven where they are found.
 */
export function scoreText(truth: string, found: string, optional = ''): TextScore {
  const wanted = countShingles(truth), got = countShingles(found), forgiven = forgivenShingles(optional);
  let hits = 0, misses = 0, total = 0;
  for (const [shingle, count] of got) {
    const shared = Math.min(count, wanted.get(shingle) ?? 0);
    hits += shared;
    misses += Math.max(0, count - shared - (forgiven.get(shingle) ?? 0));
  }
  for (const count of wanted.values()) total += count;
  const recall = total > 0 ? hits / total : 1;
  if (hits + misses > 0) return { precision: hits / (hits + misses), recall };
  return { precision: total > 0 ? 0 : 1, recall };
}

function forgivenShingles(optional: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of optional.split('\n')) {
    for (const [shingle, count] of countShingles(line)) counts.set(shingle, (counts.get(shingle) ?? 0) + OPTIONAL_TIMES * count);
  }
  return counts;
}

/** The harmonic mean of a precision and a recall. */
export const f1 = ({ precision, recall }: TextScore): number => (precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0);

/** The score of a set: the means of precision and recall, as scrapinghub/article-extraction-benchmark takes them. */
export function meanScore(scores: readonly TextScore[]): TextScore {
  const mean = (of: (score: TextScore) => number): number => scores.reduce((sum, score) => sum + of(score), 0) / Math.max(1, scores.length);
  return { precision: mean(score => score.precision), recall: mean(score => score.recall) };
}

/** Whether two headlines are the same but for case, width, spaces and quotation marks. */
export const isSameName = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s"“”'‘’`´]+/g, '');

/** The day of a date in any notation with the year first, as `2024-05-06`; empty where there is none. */
export function dayOf(date: string): string {
  const [, year, month = '', day = ''] = /(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})/.exec(date.normalize('NFKC')) ?? [];
  return year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
