/** What a key stands for where it is cited. */
export interface Meaning {
  readonly key: string;
  /** The bibliographies it is looked up in, by their addresses. */
  readonly files: readonly string[];
  /** The file that has an entry of the key. */
  readonly entry?: { readonly bibliography: string };
  readonly source?: string;
}

/** Whether two keys are looked up in the same entry; keys without one are the same where they are written alike and nothing tells them apart. */
export function isSameEntry(one: Meaning, other: Meaning): boolean {
  if (one.key !== other.key) return false;
  if (one.entry || other.entry) return one.entry?.bibliography === other.entry?.bibliography;
  if (one.source !== undefined || other.source !== undefined) return one.source === other.source;
  return one.files.length === other.files.length && one.files.every((file, at) => file === other.files[at]);
}

/** Whether two keys stand for the same work: the same entry, or the same source under whatever key. */
export const isSameWork = (one: Meaning, other: Meaning): boolean => (one.source !== undefined && one.source === other.source) || isSameEntry(one, other);
