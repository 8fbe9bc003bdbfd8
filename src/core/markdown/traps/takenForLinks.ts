import type { Span } from '../../document';
import { mendBracket } from './mendBracket';
import type { NoteText } from './noteText';
import { makeTrap, replace, type Suspect } from './trap';
import { isEscaped, meantKeys, unmistakable } from './writtenKey';

/** `[@key](p. 3)`, `[@a][@b]`, `[@key][^1]`, `[@key]{…}`: the brackets that follow make something else of a citation. */
export function* takenForLinks({ text, isFree }: NoteText): Iterable<Suspect> {
  for (const hit of text.matchAll(/\[(?=-?@)([^[\]\n]{1,200})\](?=[([{])/g)) {
    const span = { start: hit.index, end: hit.index + hit[0].length };
    if (isEscaped(text, span.start) || !isFree(span.start)) continue;
    const { keys: written } = mendBracket(text, { start: span.start + 1, end: span.end - 1 }, ({ key }) => key);
    const keys = written.flatMap(meantKeys), ways = waysOut(text, span);
    if (!ways) continue;
    yield { keys, sure: ways.isSure ? unmistakable(keys) : undefined, trap: key => makeTrap('link', text, { start: span.start, end: ways.end }, key, ways.edits) };
  }
}

interface WaysOut { readonly end: number; readonly edits: readonly (readonly ReturnType<typeof replace>[])[]; readonly isSure: boolean }

function waysOut(text: string, { end }: Span): WaysOut | undefined {
  const rest = text.slice(end, end + 400).split('\n', 1)[0] ?? '', apart = [replace(end, end, ' ')];
  const other = /^\[(-?@[^[\]]{1,200})\](?![([{])/.exec(rest);
  if (other) return { end: end + other[0].length, edits: [[replace(end - 1, end + 1, '; ')], apart], isSure: true };
  const locator = /^\(([^()]{1,60})\)/.exec(rest);
  // A real address was meant as one.
  if (locator) return isAddress(locator[1] ?? '') ? undefined : { end: end + locator[0].length, edits: [[replace(end - 1, end + 1, '，'), replace(end + locator[0].length - 1, end + locator[0].length, ']')], apart], isSure: true };
  if (rest.startsWith('(') && isAddress(rest.slice(1))) return undefined;
  if (/^\{\s*(?:[.#=-]|[\p{L}_][\p{L}\p{N}_:.-]{0,80}=)/u.test(rest)) return undefined;
  return { end: end + (/^(?:\[[^\]]{0,80}\]|\{[^}]{0,80}\})/.exec(rest)?.[0].length ?? 1), edits: [apart], isSure: false };
}

const isAddress = (target: string): boolean => /^\s*(?:<|#|\/|\.|[a-z][a-z0-9+.-]{1,15}:)|\.[a-z]{2,5}(?:[#?)]|$)|\//i.test(target) || target.trim() === '';

/** `[@key]: …` at the start of a line, unless an address follows. */
export function* takenForDefinitions({ text, isFree }: NoteText): Iterable<Suspect> {
  for (const hit of text.matchAll(/^(?: {0,3}>)* {0,3}(\[-?@([^[\]\n]{1,200})\]):(?![ \t]*(?:<|[a-z][a-z0-9+.-]{1,15}:))/gim)) {
    const end = hit.index + hit[0].length, start = end - 1 - (hit[1]?.length ?? 0);
    if (!isFree(start)) continue;
    const { keys: written } = mendBracket(text, { start: start + 1, end: end - 2 }, ({ key }) => key);
    const keys = written.flatMap(meantKeys);
    const ways = [[replace(end - 1, end, '\\:')], [replace(end - 1, end, '：')]];
    const isChinese = /^\s*\p{Script=Han}/u.test(text.slice(end, end + 20));
    yield { keys, sure: unmistakable(keys), trap: key => makeTrap('definition', text, { start, end }, key, isChinese ? ways.reverse() : ways) };
  }
}
