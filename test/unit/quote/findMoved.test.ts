import assert from 'node:assert/strict';
import { findMoved } from '../../../src/core/quote/findMoved';
import { randomSource } from '../random';

const text = '江边的新图书馆昨天正式开门,第一天来了三千名读者';

/** The pairs that two texts share, counted plainly. */
function sharedPairs(one: string, other: string): number {
  const pairs = (whole: string): string[] => Array.from({ length: whole.length - 1 }, (_, at) => whole.slice(at, at + 2));
  const left = pairs(other);
  return pairs(one).filter(pair => left.includes(pair) && left.splice(left.indexOf(pair), 1).length > 0).length;
}

describe('the stretch that holds the same words in another order', () => {
  it('is found where two parts changed places', () => {
    const found = findMoved(`前面的话${text}后面的话`, '昨天正式江边的新图书馆开门', 0.7);
    assert.equal(found && `前面的话${text}`.slice(found.start, found.end), '江边的新图书馆昨天正式开门');
  });
  it('is none where the words are others', () => assert.equal(findMoved(text, '山上的老剧场明年才会关门', 0.7), undefined));
  it('is none in a text that is shorter', () => assert.equal(findMoved('江边', '江边的新图书馆', 0.1), undefined));
  it('shares as many pairs as the plain count has it', () => {
    const random = randomSource(11), letters = (length: number): string => Array.from({ length }, () => random.of([...'abcd'])).join('');
    for (let round = 0; round < 200; round++) {
      const whole = letters(40), pattern = letters(3 + random.below(12));
      const best = Math.max(...Array.from({ length: whole.length - pattern.length + 1 }, (_, at) => sharedPairs(pattern, whole.slice(at, at + pattern.length))));
      const found = findMoved(whole, pattern, 0.01);
      assert.equal(Math.round((found?.shared ?? 0) * (pattern.length - 1)), best, `${pattern} in ${whole}`);
    }
  });
});
