import { outletOf, withoutChannel } from './outlet';
import type { Romanise } from './romanise';

/** What a key is made of; names in simplified characters, so that both scripts give the same key. */
export interface KeyParts {
  readonly publisher?: string;
  readonly site?: string;
  /** ISO 8601 local time to any precision. */
  readonly published?: string;
  /** Hex SHA-256 of the file. */
  readonly hash: string;
}

/** Longest outlet code: what a reader still recognises. */
const CODE_LENGTH = 6;

/** Outlet code and date, always `[a-z][a-z0-9]*`: `rmrb20250604`; `src` without an outlet, `nd` and four digits of the hash without a date. */
export function baseKey(parts: KeyParts, romanise: Romanise): string {
  const code = [parts.publisher, parts.site].map(name => outletCode(name ?? '', romanise)).find(each => each !== '') ?? 'src';
  const date = (parts.published ?? '').slice(0, 10).replace(/[^0-9]/g, '');
  return code + (date || `nd${parts.hash.slice(0, 4)}`);
}

function outletCode(name: string, romanise: Romanise): string {
  const outlet = withoutChannel(outletOf(name));
  const initials = /\p{Script=Han}/u.test(outlet) ? mixedCode(outlet, romanise) : latinCode(outlet);
  return initials.replace(/^[0-9]+/, '').slice(0, CODE_LENGTH);
}

/** Initials of Han characters; Latin runs inside stay as they are. */
const mixedCode = (outlet: string, romanise: Romanise): string =>
  (outlet.match(/\p{Script=Han}+|[A-Za-z0-9]+/gu) ?? []).map(run => (/^[A-Za-z0-9]/.test(run) ? run.toLowerCase() : romanise(run))).join('');

/** One word in letters, several as initials once they are long: `Reuters` gives `reuter`, `South China Morning Post` `scmp`. */
function latinCode(outlet: string): string {
  const words = (outlet.normalize('NFD').match(/[A-Za-z0-9\u0300-\u036F]+/g) ?? []).map(word => word.replace(/[\u0300-\u036F]/g, '').toLowerCase());
  const content = words.filter((word, at) => at > 0 || word !== 'the');
  return content.length >= 3 ? content.map(word => word.charAt(0)).join('') : content.join('');
}

/** Keys for sources in the order given: the first of a base keeps it, the next get `a`, `b`, …, `aa`. */
export function suggestKeys(bases: readonly string[]): readonly string[] {
  const taken = new Set<string>(), issued = new Map<string, number>();
  return bases.map(base => {
    let count = issued.get(base) ?? 0;
    let key = base + letters(count);
    while (taken.has(key)) key = base + letters(++count);
    issued.set(base, count + 1);
    taken.add(key);
    return key;
  });
}

/** The key to issue for a suggestion: itself, or its stem with the first letter nobody holds. */
export function issueKey(suggestion: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  if (!taken.has(suggestion)) return suggestion;
  const stem = suggestion.replace(/(?<=\d{4,8})[a-z]+$/, '');
  let count = 1;
  while (taken.has(stem + letters(count))) count++;
  return stem + letters(count);
}

/** 0 → nothing, 1 → a, 26 → z, 27 → aa. */
function letters(count: number): string {
  return count === 0 ? '' : letters(Math.floor((count - 1) / 26)) + String.fromCharCode(97 + ((count - 1) % 26));
}
