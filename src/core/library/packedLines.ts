import type { Box, Line } from '../cues/analysis';
import type { BlockKind } from '../document';
import type { ParsedBlock } from '../ingest/parsedBlock';

/** Blocks as numbers, some fifty bytes each. */
export interface PackedBlocks { readonly wholes: Uint32Array; readonly shares: Float64Array }

const KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'caption', 'listItem', 'quotation', 'table', 'code'];
/** Numbers of a block: start, end, first and last line (0 where there are none), kind, flags, box + 1 (0 where there is no place). */
const WHOLES = 7;
/** Numbers of a block between 0 and 1: how much of it is links, how much is bold. */
const SHARES = 2;
const INDENTED = 1, PICTURED = 2, CENTRED = 4, PLACED = 8;

export function packBlocks(lines: readonly Line[]): PackedBlocks {
  const wholes = new Uint32Array(lines.length * WHOLES), shares = new Float64Array(lines.length * SHARES);
  lines.forEach(({ span, lines: numbers, kind, indented, linked, place }, at) => {
    const flags = (indented ? INDENTED : 0) | (place?.pictured ? PICTURED : 0) | (place?.centred ? CENTRED : 0) | (place ? PLACED : 0);
    wholes.set([span.start, span.end, numbers?.[0] ?? 0, numbers?.[1] ?? 0, KINDS.indexOf(kind), flags, (place?.box ?? -1) + 1], at * WHOLES);
    shares.set([linked, place?.strong ?? 0], at * SHARES);
  });
  return { wholes, shares };
}

/** The blocks that `packBlocks` was given the lines of. */
export function unpackBlocks({ wholes, shares }: PackedBlocks): readonly ParsedBlock[] {
  return Array.from({ length: wholes.length / WHOLES }, (_, at): ParsedBlock => {
    const [start = 0, end = 0, from = 0, to = 0, kind = 0, flags = 0, box = 0] = wholes.subarray(at * WHOLES, (at + 1) * WHOLES);
    const [linked = 0, strong = 0] = shares.subarray(at * SHARES, (at + 1) * SHARES);
    const is = (flag: number): boolean => (flags & flag) !== 0;
    return {
      span: { start, end }, lines: from > 0 ? [from, to] : null, kind: KINDS[kind] ?? 'paragraph', indented: is(INDENTED), linked,
      ...(is(PLACED) && { place: { box: box - 1, strong, pictured: is(PICTURED), centred: is(CENTRED) } }),
    };
  });
}

/** Boxes as one string and their parents; a parsed page holds no U+0000. */
export interface PackedBoxes { readonly names: string; readonly parents: Int32Array }

export const packBoxes = (boxes: readonly Box[]): PackedBoxes => ({ names: boxes.map(({ tag, names }) => `${tag}\0${names}`).join('\0'), parents: Int32Array.from(boxes, box => box.parent) });

/** The boxes that `packBoxes` was given. */
export function unpackBoxes({ names, parents }: PackedBoxes): readonly Box[] {
  const words = names.split('\0');
  return Array.from(parents, (parent, at): Box => ({ tag: words[at * 2] ?? '', parent, names: words[at * 2 + 1] ?? '' }));
}
