import assert from 'node:assert/strict';
import type { Mark } from '../../../src/protocol';
import { markedRuns } from '../../../src/webview/markedRuns';

const mark = (start: number, end: number): Mark => ({ start, end, repair: 'shiftedBytes', before: '?', certain: true });
const texts = (text: string, marks: readonly Mark[]): readonly string[] => markedRuns(text, marks).map(run => (run.mark ? `[${run.text}]` : run.text));

describe('runs of a marked text', () => {
  it('are cut at the ends of marks', () => {
    assert.deepEqual(texts('技術。粵港澳大灣區應用', [mark(2, 3), mark(3, 9)]), ['技術', '[。]', '[粵港澳大灣區]', '應用']);
  });

  it('leave out a mark that covers no text', () => {
    assert.deepEqual(texts('技術', [mark(1, 1)]), ['技術']);
  });

  it('are cut at the ends of doubts too', () => {
    const runs = markedRuns('甲乙丙丁戊', [mark(1, 3)], [{ start: 2, end: 4 }, { start: 4, end: 5 }]);
    assert.deepEqual(runs.map(run => [run.text, run.mark !== undefined, run.doubt]), [['甲', false, undefined], ['乙', true, undefined], ['丙', true, 0], ['丁', false, 0], ['戊', false, 1]]);
  });

  it('join to the text again, whatever the marks', () => {
    for (const marks of [[mark(0, 2), mark(1, 3)], [mark(2, 99)], [mark(50, 60)], [mark(0, 4)]]) {
      assert.equal(markedRuns('甲乙丙丁', marks).map(run => run.text).join(''), '甲乙丙丁');
    }
  });
});
