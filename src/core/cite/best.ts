/** Keeps the best of many, so that ten thousand hits need not be sorted for the hundred that are shown. */
export class Best<T> {
  private readonly kept: T[] = [];

  /** @param compare as for sorting, the better one first */
  constructor(private readonly most: number, private readonly compare: (a: T, b: T) => number) {}

  add(candidate: T): void {
    const last = this.kept.at(-1);
    if (last !== undefined && this.kept.length >= this.most && this.compare(candidate, last) >= 0) return;
    let low = 0, high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.kept[middle];
      if (there !== undefined && this.compare(there, candidate) <= 0) low = middle + 1; else high = middle;
    }
    this.kept.splice(low, 0, candidate);
    if (this.kept.length > this.most) this.kept.pop();
  }

  /** The best ones in order. */
  get list(): readonly T[] { return this.kept; }
}
