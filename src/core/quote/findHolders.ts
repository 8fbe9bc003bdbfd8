/** A text with its prints, see `fingerprints`. */
export interface Printed<T> { readonly of: T; readonly prints: Uint32Array }

/** A text that has some of the prints asked for: what share of them, 1 for all. */
export interface Holder<T> { readonly of: T; readonly share: number }

/** Prints of text that are looked through in one go. */
const STEP = 100_000;

/**
 * For each list of prints the texts that have at least `least` of them as a share, those with most first. One pass over all texts answers
 * any number of lists; it goes on in steps, between which questions can be answered.
 */
export function* findHolders<T>(wanted: readonly Uint32Array[], texts: Iterable<Printed<T>>, least: number): Generator<undefined, readonly (readonly Holder<T>[])[]> {
  const index = new PrintIndex(wanted), found = wanted.map((): Holder<T>[] => []);
  let looked = 0;
  for (const { of, prints } of texts) {
    for (const [list, count] of index.countIn(prints)) {
      const share = count / (index.sizes[list] ?? 1);
      if (share >= least) found[list]?.push({ of, share });
    }
    looked += prints.length;
    if (looked >= STEP) { looked = 0; yield; }
  }
  return found.map(holders => holders.sort((one, other) => other.share - one.share));
}

/** Lists of prints by print; few prints of a text are in any, which a table of bits tells at once. */
class PrintIndex {
  /** Different prints of each list. */
  readonly sizes: readonly number[];
  private readonly bits = new Uint32Array(1 << 15);
  private readonly lists = new Map<number, number[]>();

  constructor(wanted: readonly Uint32Array[]) {
    this.sizes = wanted.map((prints, list) => {
      const different = new Set(prints);
      for (const print of different) this.add(print, list);
      return different.size;
    });
  }

  /** How many different prints of each list a text has. */
  countIn(prints: Uint32Array): ReadonlyMap<number, number> {
    const counts = new Map<number, number>(), seen = new Set<number>();
    for (let at = 0; at < prints.length; at++) {
      const print = prints[at] ?? 0;
      if (((this.bits[(print >>> 5) & 0x7fff] ?? 0) >>> (print & 31) & 1) === 0) continue;
      const lists = this.lists.get(print);
      if (!lists || seen.has(print)) continue;
      seen.add(print);
      for (const list of lists) counts.set(list, (counts.get(list) ?? 0) + 1);
    }
    return counts;
  }

  private add(print: number, list: number): void {
    const word = (print >>> 5) & 0x7fff, lists = this.lists.get(print);
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (print & 31));
    if (lists) lists.push(list); else this.lists.set(print, [list]);
  }
}
