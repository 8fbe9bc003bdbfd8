import type { Span } from '../document';
import type { Tables } from '../text/tables';
import { latinRests } from './latin';
import { findSuspectRuns } from './shiftedBytes';
import { readSigns, sign } from './signs';

/** Stretches of a mended text that are still damaged, by all signs, and cannot be read; in no order, and they may touch. */
export function findUnmended(text: string, tables: Tables): readonly Span[] {
  const signs = readSigns(text);
  return [...(/[\u00c0-\u00f6]/.test(text) ? latinRests(text) : []), ...((signs & sign.rare) !== 0 ? findSuspectRuns(text, tables) : [])];
}
