import assert from 'node:assert/strict';
import { footnotesFor } from '../../../src/core/markdown/footnotes';

/** The note with the footnotes written where it has `|`. */
function written(marked: string, ...definitions: readonly string[]): string {
  const cursor = marked.indexOf('|'), text = marked.replace('|', '');
  const { mark, definitions: { span, text: added } } = footnotesFor(text, definitions);
  const whole = text.slice(0, span.start) + added + text.slice(span.end);
  return whole.slice(0, cursor) + mark + whole.slice(cursor);
}

describe('a footnote to insert', () => {
  it('is defined at the end of the note, behind a blank line', () => assert.equal(written('甲|。\n\n乙。\n', '文献'), '甲[^1]。\n\n乙。\n\n[^1]: 文献\n'));
  it('ends the note with a line end', () => assert.equal(written('甲|', '文献'), '甲[^1]\n\n[^1]: 文献\n'));
  it('takes the next number, whatever labels there are', () => assert.match(written('甲[^7]乙[^注]丙|\n\n[^7]: 七\n[^注]: 注\n', '文献'), /丙\[\^8\]\n\n\[\^7\]: 七\n\[\^注\]: 注\n\[\^8\]: 文献\n$/));
  it('joins the definitions that end the note, a long one included', () => {
    assert.equal(written('甲|\n\n[^1]: 一\n\n    还是一\n', '文献'), '甲[^2]\n\n[^1]: 一\n\n    还是一\n[^2]: 文献\n');
    assert.equal(written('甲|\n\n[^1]: 一\n还是一\n[^2]: 二\n', '文献'), '甲[^3]\n\n[^1]: 一\n还是一\n[^2]: 二\n[^3]: 文献\n');
  });
  it('leaves definitions further up alone', () => assert.equal(written('[^1]: 一\n\n甲|\n', '文献'), '[^1]: 一\n\n甲[^2]\n\n[^2]: 文献\n'));
  it('is no part of a paragraph that only looks like a definition', () => assert.match(written('甲|\n[^1]: 仍是甲\n', '文献'), /仍是甲\n\n\[\^2\]: /));
  it('gives each of several sources one of its own', () => assert.equal(written('甲|\n', '一', '二'), '甲[^1][^2]\n\n[^1]: 一\n[^2]: 二\n'));
  it('keeps the line ends of the note', () => assert.equal(written('甲|\r\n', '文献'), '甲[^1]\r\n\r\n[^1]: 文献\r\n'));
});
