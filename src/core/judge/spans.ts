/** How the span decoder treats one line. */
export interface SpanLine {
  /** Log odds that the line is body. */
  readonly score: number;
  /** The line is not body, but the body may go on around it: a repeated headline, a picture's alt text. */
  readonly transparent: boolean;
  /** Cost of the body going on past this line: an editor's line, the heading of a list of other pages. */
  readonly barrier: number;
  /** Whether the body likes to begin right after this line: a headline, a dateline. */
  readonly opens: boolean;
  /** How much the line counts; long lines more than short ones. */
  readonly weight: number;
}

const LIMIT = 4;
const OPEN = 2;
const OPEN_AFTER_ANCHOR = 0;
const GAP_IN = 1.6;
const GAP_OUT = 1.2;
const GAP_LINE = 0.25;
const CLOSE = 0.4;
const AGAIN = 6;

/** States: before the body, in it, in a gap within it, after it. */
const STATES = 4;
const [BEFORE, BODY, GAP, AFTER] = [0, 1, 2, 3] as const;

/**
 * The most likely course of the body through the lines (Viterbi over before–body–gap–after): one span that may have
 * gaps, and begins again after its end only for good evidence. Linear in the lines.
 */
export function decodeSpan(lines: readonly SpanLine[]): Uint8Array {
  const from = new Uint8Array(lines.length * STATES);
  let best = Float64Array.of(0, -Infinity, -Infinity, -Infinity), next = new Float64Array(STATES);
  const reach = (at: number, to: number, source: number, value: number): void => {
    const total = (best[source] ?? -Infinity) + value;
    if (total > (next[to] ?? -Infinity)) { next[to] = total; from[at + to] = source; }
  };
  for (let index = 0, opens = false; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const at = index * STATES;
    const gain = line.transparent ? 0 : Math.max(-LIMIT, Math.min(LIMIT, line.score)) * line.weight;
    next.fill(-Infinity);
    reach(at, BEFORE, BEFORE, 0);
    reach(at, BODY, BEFORE, gain - (opens ? OPEN_AFTER_ANCHOR : OPEN));
    reach(at, BODY, BODY, gain - line.barrier);
    reach(at, BODY, GAP, gain - GAP_OUT - line.barrier);
    reach(at, BODY, AFTER, gain - AGAIN - line.barrier);
    reach(at, GAP, BODY, -GAP_IN - line.barrier);
    reach(at, GAP, GAP, -GAP_LINE - line.barrier);
    reach(at, AFTER, BODY, -CLOSE);
    reach(at, AFTER, AFTER, 0);
    opens = line.opens;
    [best, next] = [next, best];
  }
  return trace(from, lines.length, best);
}

function trace(from: Uint8Array, count: number, best: Float64Array): Uint8Array {
  const body = new Uint8Array(count);
  let state: number = best.reduce((top, value, at) => (at !== GAP && value > (best[top] ?? -Infinity) ? at : top), BEFORE as number);
  for (let index = count - 1; index >= 0; index--) {
    body[index] = state === BODY ? 1 : 0;
    state = from[index * STATES + state] ?? BEFORE;
  }
  return body;
}
