import type { Span } from '../document';

/** A run of two texts: the same in both, or standing in one of them only, where the span of the other is empty. */
export interface AlignedRun { readonly kind: 'same' | 'left' | 'right'; readonly left: Span; readonly right: Span }

/** More differences than this are told as one: the texts have little in common, and the work grows with the square. */
const MOST_DIFFERENCES = 1000;

/** The shortest way from one text to the other, in UTF-16 units, as runs that cover both (Myers 1986) and cut no surrogate pair; what is taken out comes before what is put in. */
export function alignUnits(left: string, right: string): readonly AlignedRun[] {
  let start = 0, end = 0;
  const shorter = Math.min(left.length, right.length);
  while (start < shorter && left[start] === right[start]) start++;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  const steps = [
    ...Array<Step>(start).fill('same'),
    ...shortestWay(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...Array<Step>(end).fill('same'),
  ];
  return runsOf(inCharacters(steps, left));
}

/** Where two surrogate pairs share a half, that differs with the other. */
function inCharacters(steps: readonly Step[], left: string): readonly Step[] {
  const whole: Step[] = [];
  let at = 0, isChanged = false;
  for (const [index, step] of steps.entries()) {
    const unit = step === 'right' ? 0 : left.charCodeAt(at);
    const isHalf: boolean = step === 'same' && ((unit >= 0xd800 && unit <= 0xdbff && steps[index + 1] !== 'same') || (unit >= 0xdc00 && unit <= 0xdfff && isChanged));
    if (isHalf) whole.push('left', 'right'); else whole.push(step);
    isChanged = isHalf || step !== 'same';
    if (step !== 'right') at++;
  }
  return whole;
}

type Step = AlignedRun['kind'];

/** Greedy search for the furthest place on each diagonal, which is kept for every number of differences, and the way back. */
function shortestWay(left: string, right: string): readonly Step[] {
  const most = Math.min(left.length + right.length, MOST_DIFFERENCES), size = 2 * most + 2;
  let furthest = new Int32Array(size + 1);
  const trace: Int32Array[] = [];
  for (let count = 0; count <= most; count++) {
    trace.push(furthest);
    furthest = furthest.slice();
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = isDown(furthest, diagonal, count, most) ? at(furthest, most + diagonal + 1) : at(furthest, most + diagonal - 1) + 1;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x++;
      furthest[most + diagonal] = x;
      if (x >= left.length && x - diagonal >= right.length) return wayBack(left.length, right.length, trace, most);
    }
  }
  return [...Array<Step>(left.length).fill('left'), ...Array<Step>(right.length).fill('right')];
}

const at = (values: Int32Array, index: number): number => values[index] ?? 0;

const isDown = (furthest: Int32Array, diagonal: number, count: number, most: number): boolean =>
  diagonal === -count || (diagonal !== count && at(furthest, most + diagonal - 1) < at(furthest, most + diagonal + 1));

function wayBack(width: number, height: number, trace: readonly Int32Array[], most: number): readonly Step[] {
  const steps: Step[] = [];
  let x = width, y = height;
  for (let count = trace.length - 1; count > 0; count--) {
    const furthest = trace[count] ?? new Int32Array(0);
    const down = isDown(furthest, x - y, count, most), diagonal = down ? x - y + 1 : x - y - 1;
    const fromX = at(furthest, most + diagonal), fromY = fromX - diagonal;
    const alike = Math.min(x - fromX - (down ? 0 : 1), y - fromY - (down ? 1 : 0));
    for (let step = 0; step < alike; step++) steps.push('same');
    steps.push(down ? 'right' : 'left');
    x = fromX;
    y = fromY;
  }
  for (let step = 0; step < x; step++) steps.push('same');
  return steps.reverse();
}

function runsOf(steps: readonly Step[]): readonly AlignedRun[] {
  const runs: AlignedRun[] = [];
  let left = 0, right = 0;
  for (let first = 0; first < steps.length;) {
    let last = first;
    const changed: Record<Step, number> = { same: 0, left: 0, right: 0 }, isSame = steps[first] === 'same';
    while (last < steps.length && (steps[last] === 'same') === isSame) { changed[steps[last] ?? 'same']++; last++; }
    for (const kind of ['same', 'left', 'right'] as const) {
      if (changed[kind] === 0) continue;
      const run: AlignedRun = {
        kind,
        left: { start: left, end: left + (kind === 'right' ? 0 : changed[kind]) },
        right: { start: right, end: right + (kind === 'left' ? 0 : changed[kind]) },
      };
      runs.push(run);
      left = run.left.end;
      right = run.right.end;
    }
    first = last;
  }
  return runs;
}
