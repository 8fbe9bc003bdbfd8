import assert from 'node:assert/strict';
import { blockExcerpt, blockKey, lineForm } from '../../../src/core/corrections/wordKeys';

describe('the words of a block', () => {
  it('are the same however they are spaced and pointed', () => assert.equal(blockKey('图书馆，共 四层。'), blockKey('图书馆,共四层')));
  it('are kept as an excerpt that tells a long block as well as its whole text', () => {
    for (const long of [`  ${'图书馆，共四层。'.repeat(40)}`, `${'—'.repeat(90)}${'江𠮷边'.repeat(60)}`]) {
      const excerpt = blockExcerpt(long);
      assert.equal(blockKey(excerpt), blockKey(long));
      assert.ok(excerpt.length < long.length);
    }
  });
  it('are its marks where it has no letters', () => assert.notEqual(blockKey('***'), blockKey('——')));
});

describe('lines that are alike', () => {
  it('differ in their numbers only', () => {
    assert.equal(lineForm('点击量：1,234 次'), lineForm('点击量:5次'));
    assert.notEqual(lineForm('点击量:5'), lineForm('浏览量:5'));
  });
});
