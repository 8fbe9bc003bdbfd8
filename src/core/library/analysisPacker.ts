import { readLines, type Analysis } from '../analyse';
import type { Box, Line } from '../cues/analysis';
import type { Tables } from '../text/tables';
import { packBlocks, packBoxes, unpackBlocks, unpackBoxes } from './packedLines';

/** Pages whose lines are held as they are: more than a batch, and than a site is learnt from. */
const RECENT = 120;

interface Unpacked { readonly lines: readonly Line[]; readonly boxes: readonly Box[] | undefined }

/** Holds analyses in a tenth of their room: what lines say is worked out again, in a millisecond or two, when it is asked for. */
export class AnalysisPacker {
  private readonly recent = new Map<object, Unpacked>();

  constructor(private readonly tables: Tables) {}

  /** The same analysis, packed; its lines and boxes are unpacked where they are read. */
  pack(analysis: Analysis): Analysis {
    const { lines, boxes, ...kept } = analysis;
    const blocks = packBlocks(lines), packedBoxes = boxes && packBoxes(boxes);
    const unpack = (): Unpacked => this.recent.get(kept) ?? { lines: readLines(kept, unpackBlocks(blocks), this.tables), boxes: packedBoxes && unpackBoxes(packedBoxes) };
    this.hold(kept, { lines, boxes });
    const open = (): Unpacked => this.hold(kept, unpack());
    return { ...kept, get lines() { return open().lines; }, get boxes() { return packedBoxes && open().boxes; } };
  }

  private hold(key: object, unpacked: Unpacked): Unpacked {
    this.recent.delete(key);
    this.recent.set(key, unpacked);
    for (const oldest of this.recent.keys()) {
      if (this.recent.size <= RECENT) break;
      this.recent.delete(oldest);
    }
    return unpacked;
  }
}
