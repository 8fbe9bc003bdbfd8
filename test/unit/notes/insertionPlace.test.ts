import assert from 'node:assert/strict';
import { scanNote } from '../../../src/core/markdown/scan';
import { citationAt, quotePlace } from '../../../src/host/notes/insertionPlace';

/** `|` marks the cursor; the answer marks the tab stop for the locator. */
function cited(marked: string, key = 'new2025'): string {
  const cursor = marked.indexOf('|'), text = marked.replace('|', '');
  const { span, before, after } = citationAt(text, scanNote(text), cursor, key);
  return `${text.slice(0, span.start)}${before}|${after}${text.slice(span.end)}`;
}

function quoted(marked: string): string {
  const cursor = marked.indexOf('|'), text = marked.replace('|', '');
  const place = quotePlace(text, scanNote(text), cursor);
  return `${text.slice(0, place)}|${text.slice(place)}`;
}

describe('the place of a citation', () => {
  it('is the cursor', () => assert.equal(cited('创新策源功能|。'), '创新策源功能[@new2025|]。'));
  it('joins the citation the cursor stands in', () => assert.equal(cited('据报道[@a|]。'), '据报道[@a; @new2025|]。'));
  it('joins behind the locator of the part the cursor stands in', () => assert.equal(cited('[@a, |p. 3; @b]'), '[@a, p. 3; @new2025|; @b]'));
  it('never splits a key', () => assert.equal(cited('[@rmrb|2025; @b]'), '[@rmrb2025; @new2025|; @b]'));
  it('joins the citation the cursor stands right behind: brackets side by side would be a link', () => assert.equal(cited('[@a, p. 3]|。'), '[@a, p. 3; @new2025|]。'));
  it('stands before a citation that follows', () => assert.equal(cited('|[@a]'), '[@new2025|] [@a]'));
  it('completes an @ in brackets that the editor closed', () => assert.equal(cited('据报道[@|]。'), '据报道[@new2025|]。'));
  it('completes a bare @', () => assert.deepEqual([cited('见 @|'), cited('据@|')], ['见 [@new2025|]', '据[@new2025|]']));
  it('fills empty brackets', () => assert.equal(cited('据报道[|]。'), '据报道[@new2025|]。'));
  it('leaves the @ of an address alone', () => assert.equal(cited('write to a@|'), 'write to a@[@new2025|]'));
  it('goes behind inline code, formulas, tags, links and comments', () => {
    assert.equal(cited('$x+|y$ z'), '$x+y$[@new2025|] z');
    assert.equal(cited('<b title="|">'), '<b title="">[@new2025|]');
    assert.equal(cited('`a|b` c'), '`ab`[@new2025|] c');
    assert.equal(cited('[a|b](http://c.d) e'), '[ab](http://c.d)[@new2025|] e');
    assert.equal(cited('<!-- a| --> b'), '<!-- a -->[@new2025|] b');
  });
  it('goes to the end of the note from its front matter', () => assert.equal(cited('---\ntitle: |a\n---\n\nText.\n'), '---\ntitle: a\n---\n\nText.[@new2025|]\n'));
  it('does not become a link with a bracket that follows', () => assert.equal(cited('北京|(市)'), '北京[@new2025|] (市)'));
});

describe('the place of a quotation', () => {
  it('is an empty line', () => assert.equal(quoted('a\n\n|\n\nb'), 'a\n\n|\n\nb'));
  it('is behind the paragraph the cursor stands in', () => assert.equal(quoted('a |b\nc\n\nd'), 'a b\nc|\n\nd'));
  it('is behind the last paragraph, before the end of its line', () => assert.equal(quoted('a |b\n'), 'a b|\n'));
  it('is behind a code block, blank lines in it notwithstanding', () => assert.equal(quoted('```\na|\n\nb\n```\n\nc'), '```\na\n\nb\n```|\n\nc'));
  it('is the end of the note for a cursor in the front matter', () => assert.equal(quoted('---\n|a: b\n---\n\nText.\n'), '---\na: b\n---\n\nText.|\n'));
  it('is the end of the text, however much white space follows', () => assert.equal(quoted(`a|${' '.repeat(60_000)}b${' '.repeat(60_000)}`), `a${' '.repeat(60_000)}b|${' '.repeat(60_000)}`));
  it('is below a front matter with nothing after it', () => assert.equal(quoted('---\n|a: b\n---\n'), '---\na: b\n---\n|'));
});
