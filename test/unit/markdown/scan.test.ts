import assert from 'node:assert/strict';
import { citedKeyAt, scanNote } from '../../../src/core/markdown/scan';

/** Citations of a note as `key` or `[key key]`, with locators and prefixes after a bar. */
function cited(note: string): string[] {
  return scanNote(note).citations.map(({ keys, bracketed }) => {
    const parts = keys.map(({ key, locator, prefix, suppressAuthor }) => [`${suppressAuthor ? '-' : ''}${key}`, prefix, locator].map(part => part ?? '').join('|').replace(/\|+$/, ''));
    return bracketed ? `[${parts.join(' ')}]` : parts.join(' ');
  });
}

// Every expectation here was checked against pandoc 2.17, except where the test says otherwise.
describe('citations in a note', () => {
  const cases: readonly (readonly [what: string, note: string, keys: readonly string[]])[] = [
    ['reads a key in brackets', '北京加快建设[@rmrb20250604]。', ['[rmrb20250604]']],
    ['reads several keys with prefix, locator and a suppressed author', '[see @a, p. 3; -@b]', ['[a|see|p. 3 -b]']],
    ['keeps a Chinese locator after a full-width comma', '[@a，第3段]', ['[a||第3段]']],
    ['reads a key in the text', 'As @a says', ['a']],
    ['reads the locator that follows a key in the text', '@a [p. 3] says', ['a||p. 3']],
    ['reads a key in braces', '据 @{rmrb20250604}指出', ['rmrb20250604']],
    ['lets a key swallow the Chinese behind it', '@key指出', ['key指出']],
    ['keeps inner punctuation and leaves the full stop', '见 @a.b:c/d-e. 又', ['a.b:c/d-e']],
    ['leaves a doubled hyphen to the text', '见 @a--b', ['a']],
    ['reads a key after a Chinese bracket', '（@key）', ['key']],
    ['reads a key after an underscore', 'x_@a', ['a']],
    ['finds no citation after a letter', '据报道@key', []],
    ['finds none in an e-mail address', 'write to a@b.example', []],
    ['finds none after a Chinese prefix without a space', '[参见@key]', []],
    ['reads a Chinese prefix with a space', '[参见 @key]', ['[key|参见]']],
    ['takes only ASCII semicolons for separators and the rest for a locator, a citation in it too', '[@a；@b]', ['[a||；@b]', 'b']],
    ['reads the keys singly when a part in brackets holds none', '[@a; see b]', ['a']],
    ['finds none behind a backslash', '\\@a', []],
    ['reads the key inside escaped brackets', '\\[@a]', ['a']],
    ['lets a link have no citation in brackets', '[@a](https://example.org)', ['a']],
    ['leaves a footnote alone', '文字[^@a]', []],
    ['leaves a link definition alone', '[a]: https://example.org/@b', []],
    ['keeps brackets inside a prefix', '[x [y] @a]', ['[a|x [y]]']],
    ['does not join brackets across a blank line', '[@a, see\n\n@b', ['a', 'b']],
  ];
  for (const [what, note, keys] of cases) it(what, () => assert.deepEqual(cited(note), keys));

  it('takes the address of a page for a link, not for a citation (pandoc would)', () => {
    assert.deepEqual(cited('https://example.org/@user and @b'), ['b']);
    assert.equal(scanNote('https://example.org/@user and').links.length, 1);
  });
  it('gives the place of each key, with its @', () => {
    const note = '说[@a, p. 3; @{b}]。';
    const [citation] = scanNote(note).citations;
    assert.deepEqual(citation?.keys.map(({ span }) => note.slice(span.start, span.end)), ['@a', '@{b}']);
    assert.equal(note.slice(citation?.span.start, citation?.span.end), '[@a, p. 3; @{b}]');
  });
  it('finds the key under the cursor, at either end of it', () => {
    const scan = scanNote('说[@abc]。');
    assert.deepEqual([1, 2, 4, 6, 7].map(at => citedKeyAt(scan, at)?.key), [undefined, 'abc', 'abc', 'abc', undefined]);
  });
});

describe('what is no citation in a note', () => {
  const none = (note: string): void => assert.deepEqual(cited(note), []);
  it('the name of a field or a comment in front matter', () => none('---\n# @a\n"@b": "c"\n---\n'));
  it('a code block in fences', () => { none('```\n@a\n```\n'); none('~~~ text\n[@a]\n~~~\n'); });
  it('a longer fence around a shorter one', () => none('````\n```\n@a\n```\n@b\n````\n'));
  it('a fence in a quotation or a list', () => { none('> ```\n> @a\n> ```\n'); none('1. item\n\n    ```\n    @a\n    ```\n'); });
  it('indented code', () => none('text\n\n    @a\n    @b\n'));
  it('inline code with any number of ticks', () => { none('`@a`'); none('`` ` @a ``'); });
  it('a comment of several lines', () => none('<!-- @a\n\n@b -->'));
  it('an autolink or a tag', () => { none('<a@b.example>'); none('<https://example.org/@a>'); none('<span title="@a">'); });
});

describe('what is one all the same', () => {
  it('a key in a text of front matter', () => assert.deepEqual(scanNote('---\nabstract: 见 [@a]\n---\n[@b]').citations.map(({ keys, inMatter }) => [keys[0]?.key, inMatter]), [['a', true], ['b', undefined]]));
  it('a line behind a fence that nothing closes', () => assert.deepEqual(cited('~~~ text\n[@a]\n'), ['[a]']));
  it('an indented line in a list', () => assert.deepEqual(cited('- item\n\n    as @a says\n'), ['a']));
  it('an indented line that continues a paragraph', () => assert.deepEqual(cited('text\n    @a\n'), ['a']));
  it('a line after closed front matter and after a closed fence', () => assert.deepEqual(cited('---\nx: 1\n---\n@a\n\n```\n@c\n```\n@b'), ['a', 'b']));
  it('a line behind a lone tick', () => assert.deepEqual(cited('a ` b @a'), ['a']));
  it('a note with Windows line ends', () => assert.deepEqual(cited('---\r\nx: 1\r\n---\r\n\r\n[@a]\r\n'), ['[a]']));
});

describe('scanning', () => {
  it('names each kind of span in order', () => {
    const note = '---\nt: 1\n---\n`c` <!-- n --> [l](u)\n\n```\nf\n```\n`d`';
    const { frontMatter, code, comments, links } = scanNote(note);
    const texts = [frontMatter ? [frontMatter] : [], code, comments, links].map(spans => spans.map(({ start, end }) => note.slice(start, end)));
    assert.deepEqual(texts, [['---\nt: 1\n---'], ['`c`', '```\nf\n```', '`d`'], ['<!-- n -->'], ['[l](u)']]);
  });
  it('comes to an end on a note of nothing but brackets, ticks and signs', () => {
    for (const sign of ['[', '`', '<!--', '@', '[@a;', '\\']) assert.equal(scanNote(sign.repeat(20_000)).comments.length < 2, true);
  });
});
