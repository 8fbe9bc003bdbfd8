import assert from 'node:assert/strict';
import { inlineQuote, isCopyOf, quoteMarks } from '../../../src/core/markdown/inlineQuote';

const citation = { key: 'k', locator: '，第2段' };

describe('words quoted in a paragraph', () => {
  it('stand in the marks that the note uses', () => {
    assert.equal(inlineQuote('发展', quoteMarks('他说“甲”。', true), citation), '“发展”[@k，第2段]');
    assert.equal(inlineQuote('發展', quoteMarks('他說「甲」。', false), citation), '「發展」[@k，第2段]');
    assert.equal(inlineQuote('growth', quoteMarks('He said "a" and "b".', false), { key: 'k' }), '"growth" [@k]');
  });
  it('stand in those of the script where the note has none', () => {
    assert.equal(quoteMarks('', true).open, '「');
    assert.equal(quoteMarks('', false).open, '“');
  });
  it('have other marks within', () => assert.equal(inlineQuote('所谓“甲”', quoteMarks('', false), { key: 'k' }), '“所谓‘甲’”[@k]'));
  it('mean nothing as Markdown', () => assert.equal(inlineQuote('*甲*[@乙]。', quoteMarks('', false), { key: 'k' }), '“\\*甲\\*\\[\\@乙\\]。”[@k]'));
});

describe('words from the clipboard', () => {
  it('are those of a quotation whatever the white space', () => assert.equal(isCopyOf('甲 乙\n\n丙', ['甲乙', '丙']), true));
  it('are not when anything else came along', () => {
    assert.equal(isCopyOf('甲乙丁', ['甲乙']), false);
    assert.equal(isCopyOf('', ['']), false);
  });
});
