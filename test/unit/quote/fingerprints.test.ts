import assert from 'node:assert/strict';
import { findHolders } from '../../../src/core/quote/findHolders';
import { fingerprints, SHORTEST_PRINTED } from '../../../src/core/quote/fingerprints';
import { finish } from '../../../src/core/text/finish';
import { randomSource } from '../random';

const random = randomSource(17);
const text = (length: number): string => Array.from({ length }, () => String.fromCharCode(0x4e00 + random.below(3000))).join('');

describe('prints of a text', () => {
  it('are all among those of any text around it', () => {
    for (let round = 0; round < 200; round++) {
      const part = text(SHORTEST_PRINTED + random.below(60)), whole = new Set(fingerprints(text(random.below(50)) + part + text(random.below(50)))), prints = fingerprints(part);
      assert.ok(prints.length > 0);
      for (const print of prints) assert.ok(whole.has(print));
    }
  });
  it('are fewer than half of its units', () => assert.ok(fingerprints(text(10_000)).length < 4500));
  it('are none of a text that is too short', () => assert.equal(fingerprints(text(SHORTEST_PRINTED - 1)).length, 0));
});

describe('the texts that hold words', () => {
  const texts = Array.from({ length: 50 }, () => text(600));
  const printed = texts.map((each, of) => ({ of, prints: fingerprints(each) }));
  const holders = (...words: string[]) => finish(findHolders(words.map(fingerprints), printed, 0.3));
  it('are found for many words at once', () => {
    const wanted = texts.map(each => each.slice(100, 140));
    assert.deepEqual(holders(...wanted).map(list => list.map(({ of, share }) => [of, share])), texts.map((_, of) => [[of, 1]]));
  });
  it('come in the order of how much they hold', () => {
    const both = `${texts[3]?.slice(0, 60) ?? ''}${texts[8]?.slice(0, 50) ?? ''}`;
    assert.deepEqual(holders(both)[0]?.map(({ of }) => of), [3, 8]);
  });
  it('are none for other words', () => assert.deepEqual(holders(text(40)), [[]]));
});
