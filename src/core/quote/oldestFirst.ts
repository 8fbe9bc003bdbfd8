/** What sources are ordered by. */
export interface Dated { readonly published?: string | undefined; readonly path: string }

/** The oldest source before the others, those without a date last, those of one time by their path. */
export function oldestFirst(one: Dated, other: Dated): number {
  if (one.published !== other.published) return (one.published ?? '~') < (other.published ?? '~') ? -1 : 1;
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
