import type { SeedbedMark } from '../cslItem';

/** The field of a `.bib` entry that names its source; programs that do not know it keep it or pass it over. */
export const MARK_FIELD = 'x-seedbed';

/** `path|hash|written`, without the braces. */
export function markText({ path, hash, written }: SeedbedMark): string {
  return [encodeURI(path).replace(/[{}|\\]/g, encodeURIComponent), hash, ...(written === undefined ? [] : [written])].join('|');
}

/** The source an entry names. */
export function readMark(entry: string): SeedbedMark | undefined {
  const [, path, hash, written] = /\bx-seedbed\s*=\s*[{"]([^{}|"]*)\|([^{}|"]*)(?:\|([^{}|"]*))?[}"]/i.exec(entry) ?? [];
  if (path === undefined) return undefined;
  try {
    return { path: decodeURI(path), hash: hash ?? '', ...(written !== undefined && { written }) };
  } catch {
    return undefined;
  }
}
