import assert from 'node:assert/strict';
import { movedMarks, withMarks, type TextChange } from '../../../src/host/movedMarks';
import type { Ambiguity } from '../../../src/worker/port';
import { randomSource } from '../random';

const markAt = (start: number, ...choices: readonly string[]): Ambiguity => ({ span: { start, end: start + 1 }, choices: choices.length > 0 ? choices : ['發', '髮'] });
const change = (start: number, end: number, length: number): TextChange => ({ span: { start, end }, length });
const starts = (marks: readonly Ambiguity[]): readonly number[] => marks.map(({ span }) => span.start);

describe('marks that follow the text', () => {
  const marks = [markAt(2), markAt(5), markAt(9)];

  it('stay before a change and shift behind it', () => assert.deepEqual(starts(movedMarks(marks, [change(3, 4, 3)])), [2, 7, 11]));
  it('shift back when text before them is deleted', () => assert.deepEqual(starts(movedMarks(marks, [change(0, 2, 0)])), [0, 3, 7]));
  it('shift with what is typed right before them', () => assert.deepEqual(starts(movedMarks(marks, [change(5, 5, 2)])), [2, 7, 11]));
  it('stay with what is typed right behind them', () => assert.deepEqual(starts(movedMarks(marks, [change(3, 3, 1)])), [2, 6, 10]));
  it('go when they are replaced', () => assert.deepEqual(starts(movedMarks(marks, [change(5, 6, 1)])), [2, 9]));
  it('go with everything around them', () => assert.deepEqual(starts(movedMarks(marks, [change(1, 8, 1)])), [3]));
  it('follow several changes at once, in whichever order they come', () => {
    const changes = [change(7, 8, 0), change(3, 3, 4), change(0, 1, 2)];
    assert.deepEqual(starts(movedMarks(marks, changes)), [3, 10, 13]);
    assert.deepEqual(starts(movedMarks(marks, [...changes].reverse())), [3, 10, 13]);
  });

  it('always stand on the same character, whatever is edited', () => {
    const random = randomSource(4);
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x4e00 + at));
      const all = text.flatMap((character, at) => (random.below(10) < 4 ? [markAt(at, character)] : []));
      const changes: TextChange[] = [];
      for (let at = 0; at < text.length;) {
        const end = Math.min(text.length, at + random.below(3));
        if (random.below(10) < 3) changes.push(change(at, end, random.below(4)));
        at = end + 1;
      }
      const edited = [...changes].reverse().reduce((now, { span, length }) => [...now.slice(0, span.start), ...'-'.repeat(length), ...now.slice(span.end)], text).join('');
      for (const mark of movedMarks(all, changes)) assert.equal(edited.slice(mark.span.start, mark.span.end), mark.choices[0]);
      const touched = (place: number): boolean => changes.some(({ span }) => span.start <= place && place < span.end);
      assert.equal(movedMarks(all, changes).length, all.filter(({ span }) => !touched(span.start)).length);
    }
  });
});

describe('marks put together', () => {
  it('are in order, and those that came last count', () =>
    assert.deepEqual(withMarks([markAt(4), markAt(8)], [markAt(8, '后', '後'), markAt(1)]), [markAt(1), markAt(4), markAt(8, '后', '後')]));
});
