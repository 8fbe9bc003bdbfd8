import assert from 'node:assert/strict';
import { findClose } from '../../../src/core/quote/findClose';
import { randomSource } from '../random';

const found = (text: string, pattern: string, most: number): readonly [string, number] | undefined => {
  const stretch = findClose(text, pattern, most);
  return stretch && [text.slice(stretch.start, stretch.end), stretch.errors];
};

/** The fewest errors of any stretch, by the plain table. */
function fewest(text: string, pattern: string): number {
  let row = Array<number>(text.length + 1).fill(0);
  for (const unit of pattern) {
    const next = [(row[0] ?? 0) + 1];
    for (let at = 1; at <= text.length; at++) next.push(Math.min((row[at - 1] ?? 0) + (text[at - 1] === unit ? 0 : 1), (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    row = next;
  }
  return Math.min(...row);
}

describe('the closest stretch of a text', () => {
  it('is the pattern where it stands', () => assert.deepEqual(found('甲乙江边的新图书馆丙丁', '江边的新图书馆', 2), ['江边的新图书馆', 0]));
  it('has a character changed, left out or put in', () => {
    assert.deepEqual(found('甲乙江边的旧图书馆丙丁', '江边的新图书馆', 2), ['江边的旧图书馆', 1]);
    assert.deepEqual(found('甲乙江边图书馆丙丁', '江边的新图书馆', 2), ['江边图书馆', 2]);
    assert.deepEqual(found('甲乙江边的最新图书馆丙丁', '江边的新图书馆', 2), ['江边的最新图书馆', 1]);
  });
  it('holds what stands in place of a changed end', () => assert.deepEqual(found('甲乙江边的新图书室丙丁', '江边的新图书馆', 2), ['江边的新图书室', 1]));
  it('is the first of those that are as close', () => assert.equal(findClose('江边的旧图书馆,江边的大图书馆', '江边的新图书馆', 2)?.start, 0));
  it('is the closest one, wherever it stands', () => assert.deepEqual(found('江边的旧书馆,江边的大图书馆', '江边的新图书馆', 2), ['江边的大图书馆', 1]));
  it('is none where all differ more', () => assert.equal(found('江上的旧书店丙丁戊己', '江边的新图书馆', 2), undefined));
  it('is as close as the plain table has it', () => {
    const random = randomSource(7);
    const text = (length: number, letters: string): string => Array.from({ length }, () => random.of([...letters])).join('');
    for (let round = 0; round < 300; round++) {
      const letters = round % 2 ? 'abc' : 'abcdefgh', whole = text(80, letters), pattern = text(6 + (round % 20), letters);
      const most = Math.floor(pattern.length * 0.3), stretch = findClose(whole, pattern, most), least = fewest(whole, pattern);
      assert.equal(stretch?.errors, least <= most ? least : undefined, `${pattern} in ${whole}`);
      if (stretch) assert.ok(fewest(pattern, whole.slice(stretch.start, stretch.end)) <= least);
    }
  });
});
