import type { Edit, Span } from '../../document';
import { replace, type TrapKind } from './trap';
import { isEscaped, isGlued, meantKeys, writtenKeyAt, type WrittenKey } from './writtenKey';

/** How the inside of brackets has to be written for pandoc to see all its keys; `edits` is empty where it is fine. */
export interface MendedBracket { readonly kind: TrapKind; readonly keys: readonly WrittenKey[]; readonly edits: readonly Edit[] }

/** Mends what stands between brackets, `inside` of them; `meant` says how much of a key was meant. */
export function mendBracket(text: string, inside: Span, meant: (key: WrittenKey) => string): MendedBracket {
  const keys = [...keysIn(text, inside)];
  const edits: Edit[] = [];
  let kind: TrapKind = 'fullWidth';
  keys.forEach((key, at) => {
    const before = keys[at - 1];
    const gap = { start: before?.span.end ?? inside.start, end: key.span.start };
    const mended = before ? betweenKeys(text.slice(gap.start, gap.end)) : spaced(text.slice(gap.start, gap.end));
    const isWide = text[key.span.start] !== '@';
    if (mended !== text.slice(gap.start, gap.end)) kind = before ? 'separator' : kind === 'separator' ? kind : 'glued';
    if (mended !== text.slice(gap.start, gap.end) || isWide) edits.push(replace(gap.start, gap.end + 1, `${mended}@`));
    const end = key.span.start + 1 + meant(key).length;
    if (!key.isBraced && end < key.span.end) edits.push(replace(end, end, '，'));
  });
  const rest = keys.at(-1);
  const tail = rest ? emptyParts(text, { start: rest.span.end, end: inside.end }) : [];
  return { kind: tail.length > 0 ? 'separator' : kind, keys, edits: [...edits, ...tail] };
}

/** Every key, also those that pandoc does not see; an e-mail address is none. */
function* keysIn(text: string, inside: Span): Iterable<WrittenKey> {
  for (let at = inside.start; at < inside.end; at++) {
    if (!/[@＠]/.test(text[at] ?? '') || isEscaped(text, at) || /[A-Za-z0-9.]/.test(text[at - 1] ?? '')) continue;
    const key = writtenKeyAt(text, at);
    if (!key || key.span.end > inside.end) continue;
    yield key;
    at = key.span.end - 1;
  }
}

/** A space behind a last letter: the prefix of a key must not touch it. */
const spaced = (prefix: string): string => (isGlued(prefix, prefix.length) ? `${prefix} ` : prefix);

/** Locator, semicolon, prefix. What stands there stays where it is fine already. */
function betweenKeys(gap: string): string {
  const parts = gap.split(/(?<!\\);/);
  if (parts.length === 2) return `${parts[0] ?? ''};${spaced(parts[1] ?? '')}`;
  const marks = [...gap.matchAll(/；|(?<!\\);/g)];
  const mark = marks.at(-1) ?? [...gap.matchAll(/[，、,|/]|\s+/g)].filter(each => each[0].trim() !== '').at(-1);
  const locator = (mark ? gap.slice(0, mark.index) : '').replace(/[\s；;]{1,40}$/, '');
  const prefix = (mark ? gap.slice(mark.index + mark[0].length) : gap).trim();
  return `${locator}; ${spaced(prefix)}`;
}

/** Semicolons behind the last key: what follows them is a locator, or nothing. */
function emptyParts(text: string, { start, end }: Span): readonly Edit[] {
  const found = /(?<!\\);[\s;；]{0,40}/g;
  return [...text.slice(start, end).matchAll(found)].map(hit => {
    const from = start + hit.index, to = from + hit[0].length;
    return replace(from, to, to === end ? '' : '，');
  });
}

/** What a bracket may be about, key by key. */
export const keysMeant = (keys: readonly WrittenKey[]): readonly string[] => keys.flatMap(meantKeys);
