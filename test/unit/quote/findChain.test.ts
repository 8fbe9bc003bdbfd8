import assert from 'node:assert/strict';
import { findChain } from '../../../src/core/quote/findChain';

const text = '前面的话江边的新图书馆昨天正式开门第一天来了三千名读者馆长很高兴后面的话';

describe('runs of words in their order', () => {
  const found = (pattern: string): readonly [string, number] | undefined => { const chain = findChain(text, pattern); return chain && [text.slice(chain.start, chain.end), chain.covered]; };
  it('are found with anything put in between', () => assert.deepEqual(found('江边的新图书馆其实早就可以昨天正式开门'), ['江边的新图书馆昨天正式开门', 13]));
  it('are found with much left out between', () => assert.deepEqual(found('江边的新图书馆馆长很高兴'), ['江边的新图书馆昨天正式开门第一天来了三千名读者馆长很高兴', 12]));
  it('count only in their order', () => assert.deepEqual(found('馆长很高兴江边的新图书馆'), ['江边的新图书馆', 7]));
  it('count no unit twice', () => assert.equal(findChain('甲乙丙丁戊己庚辛丙丁戊己', '甲乙丙丁戊己')?.covered, 6));
  it('are none where nothing longer than three units agrees', () => assert.equal(found('江边的旧书店里来了许多人'), undefined));
  it('take no time where one word is said over and over', () => assert.ok(findChain('好'.repeat(20_000), '好'.repeat(500))));
});
