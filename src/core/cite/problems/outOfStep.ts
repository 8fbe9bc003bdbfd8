import { fnv } from '../../text/fnv';
import type { CslItem } from '../cslItem';

/** The fields of an entry that Seedbed writes. */
export const writtenFields = ['type', 'medium', 'title', 'author', 'container-title', 'source', 'issued', 'accessed', 'language', 'URL'] as const;
export type WrittenField = typeof writtenFields[number];

/** Tells later whether an entry still says what Seedbed wrote: eight hex digits. */
export function digestOf(item: CslItem): string {
  return fnv(JSON.stringify(writtenFields.map(name => item[name] ?? null))).toString(16).padStart(8, '0');
}

/**
 * The fields in which an entry is behind `made`, which is made of its source as it is read now. An entry that was changed by hand since
 * Seedbed wrote it is never behind; in one without a digest, a field that the source does not tell may be the writer's own.
 */
export function outOfStep(entry: CslItem, made: CslItem): readonly WrittenField[] {
  const mark = entry.custom?.seedbed;
  if (!mark || (mark.written !== undefined && mark.written !== digestOf(entry))) return [];
  return writtenFields.filter(name => (made[name] !== undefined || mark.written !== undefined) && !isSame(entry[name], made[name]));
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
