import { parseTree, type ParseError } from 'jsonc-parser';
import type { Result } from '../document';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Why a file of corrections is left alone; lines and columns are 1-based. */
export type CorrectionsError =
  | { readonly kind: 'syntax'; readonly line: number; readonly column: number }
  | { readonly kind: 'notCorrections' }
  | { readonly kind: 'newer'; readonly version: number };

/** The newest form of the file that this code knows. */
export const VERSION = 1;

/** The record in a value; an empty one where it is something else. */
export const recordIn = (value: unknown): JsonRecord => (isRecord(value) ? value : {});

/** The list in a value; an empty one where it is something else. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a file of corrections as a value that may be read and rewritten; an empty text is an empty file. */
export function parseCorrectionsJson(text: string | undefined): Result<JsonRecord, CorrectionsError> {
  const clean = text?.replace(/^\uFEFF/, '') ?? '';
  if (clean.trim() === '') return { ok: true, value: {} };
  const parsed = parse(clean);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (!isRecord(value) || !hasForm(value)) return { ok: false, error: { kind: 'notCorrections' } };
  const { version } = value;
  return typeof version === 'number' && version > VERSION ? { ok: false, error: { kind: 'newer', version } } : { ok: true, value };
}

/** Where one of its parts is no record, rewriting the file would lose what stands there. */
function hasForm({ sources = {}, sites = {} }: JsonRecord): boolean {
  return [sources, sites].every(part => isRecord(part) && Object.values(part).every(isRecord));
}

function parse(text: string): Result<unknown, CorrectionsError> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true });
    const before = text.slice(0, errors[0]?.offset ?? text.length).split('\n');
    return { ok: false, error: { kind: 'syntax', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
  }
}
