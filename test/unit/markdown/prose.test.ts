import assert from 'node:assert/strict';
import { proseSpans } from '../../../src/core/markdown/prose';
import { randomSource } from '../random';

/** The note with 后 made 後 in its running text. */
function converted(note: string): string {
  let text = '', done = 0;
  for (const { start, end } of proseSpans(note)) {
    text += note.slice(done, start) + note.slice(start, end).replaceAll('后', '後');
    done = end;
  }
  return text + note.slice(done);
}

describe('the running text of a note', () => {
  const cases: readonly (readonly [what: string, note: string, becomes: string])[] = [
    ['is all of a plain text, as one span', '后一\n后二\n\n后三', '後一\n後二\n\n後三'],
    ['is headings, lists, quotations, tables and emphasis', '# 后\n- **后**\n> 后\n\n| 后 | _后_ |', '# 後\n- **後**\n> 後\n\n| 後 | _後_ |'],
    ['is no fenced code', '后\n```\n后\n```\n后', '後\n```\n后\n```\n後'],
    ['is no fenced code that is never closed', '后\n~~~ 后\n后\n', '後\n~~~ 后\n后\n'],
    ['is no fenced code with Windows line ends', '后\r\n```\r\n后\r\n```\r\n后\r\n', '後\r\n```\r\n后\r\n```\r\n後\r\n'],
    ['is no indented code', '后\n\n    后\n\n后', '後\n\n    后\n\n後'],
    ['is no inline code', '后`后`后 ``后`后`` 后', '後`后`後 ``后`后`` 後'],
    ['is all where backticks are not closed', '后`后\n\n后`后', '後`後\n\n後`後'],
    ['is no formula', '后$\\text{后}$后，$$\n后\n$$后', '後$\\text{后}$後，$$\n后\n$$後'],
    ['is prices', '后 $5 后 $6 后', '後 $5 後 $6 後'],
    ['is what stands between two prices, and no formula behind them', '$5 后 $6 后 $后$ 后 \\$ $后\\$后$', '$5 後 $6 後 $后$ 後 \\$ $后\\$后$'],
    ['is no tag and no comment', '后<span title="后">后</span><!-- 后\n后 -->后', '後<span title="后">後</span><!-- 后\n后 -->後'],
    ['is no comment that is never closed', '后<!-- 后\n\n后', '後<!-- 后\n\n后'],
    ['is no code of HTML', '<pre>后\n</pre>后<code>后</code>后', '<pre>后\n</pre>後<code>后</code>後'],
    ['is a sign of less and what follows', '后 < 后 > 后', '後 < 後 > 後'],
    ['is the text of a link but not its target', '[后](后/后.md)后', '[後](后/后.md)後'],
    ['is the title of a link', '[后](后 "后")后', '[後](后 "後")後'],
    ['is no target with brackets in it', '[后](后(后)后)后', '[後](后(后)后)後'],
    ['is no target with brackets in brackets', '[后](后(后(后(后)))后)后', '[後](后(后(后(后)))后)後'],
    ['is no target in angle brackets, whatever it holds', '[后](<后 (后>)后', '[後](<后 (后>)後'],
    ['is a title in single quotation marks', "[后](后 '后 (后')后", "[後](后 '後 (後')後"],
    ['is no target with its title on the next line', '[后](后\r\n  "后")后', '[後](后\r\n  "後")後'],
    ['is what stands in round brackets that go on on the next line', '[后](后\n后)后', '[後](後\n後)後'],
    ['is the words of a picture but not its file', '![后](<后 后.png>)后', '![後](<后 后.png>)後'],
    ['is the words of a picture in a link', '[![后](后.png)后](后.md)后', '[![後](后.png)後](后.md)後'],
    ['is no place in the note that a link leads to', '# 后\n[后](#后)', '# 後\n[後](#后)'],
    ['is no label of a link', '[后][后]后', '[後][后]後'],
    ['is no text of a link that is its label', '[后] [后 后] [后][]\n\n[后]: 后.md "后"\n后', '[后] [後 後] [后][]\n\n[后]: 后.md "后"\n後'],
    ['is no definition on two lines', '后\n\n[后]:\n  后.md\n后', '後\n\n[后]:\n  后.md\n後'],
    ['is brackets that are no link', '后 [后] 后 (后)', '後 [後] 後 (後)'],
    ['is brackets that are not closed', '[后 [后 [后', '[後 [後 [後'],
    ['has no link across a blank line', '[后\n\n后](后)', '[後\n\n後](後)'],
    ['is no wiki link', '后[[后|后]]后![[后.png]]', '後[[后|后]]後![[后.png]]'],
    ['is no address', '后 https://a.example/后?后 后，<https://b.example/后>后 ftp://a.example/后 www.a.example/后 后', '後 https://a.example/后?后 後，<https://b.example/后>後 ftp://a.example/后 www.a.example/后 後'],
    ['begins again at Chinese punctuation behind an address', '（https://a.example/后）后', '（https://a.example/后）後'],
    ['is a footnote but not its label', '后[^后]后\n\n[^后]: 后 ^[后]', '後[^后]後\n\n[^后]: 後 ^[後]'],
    ['is prefix and locator of a citation but not its key', '[后 @后2020, 后 3; -@后]后', '[後 @后2020, 後 3; -@后]後'],
    ['is no key in braces', '后 @{后 后} @{后}后', '後 @{後 後} @{后}後'],
    ['swallows what pandoc takes for the key', '见 @key后，后', '见 @key后，後'],
    ['is what follows a sign that cites nothing', '后@后', '後@後'],
    ['is no attribute', '# 后 {#后 .后 后="后"}\n[后]{.后}后{后}', '# 後 {#后 .后 后="后"}\n[後]{.后}後{後}'],
    ['is no short code', '后{{< include 后.md >}}后{% 后 %}', '後{{< include 后.md >}}後{% 后 %}'],
    ['is what stands behind a backslash', '\\`后\\` \\[后](后) \\$后\\$', '\\`後\\` \\[後](後) \\$後\\$'],
    ['follows a byte order mark', '\uFEFF---\n后: 后\n---\n后', '\uFEFF---\n后: 後\n---\n後'],
  ];
  for (const [what, note, becomes] of cases) it(what, () => assert.equal(converted(note), becomes));

  it('is not split inside a paragraph that holds nothing else', () => assert.deepEqual(proseSpans('一\n二 *三*\n\n四'), [{ start: 0, end: 10 }]));
});

describe('the words in front matter', () => {
  const matter = (yaml: string): string => converted(`---\n${yaml}\n---\n`).slice(4, -5);
  const cases: readonly (readonly [what: string, yaml: string, becomes: string])[] = [
    ['are values, not keys', 'title: 后\n后: 后\n"后": "后"', 'title: 後\n后: 後\n"后": "後"'],
    ['are values with a colon in them', 'title: "后: 后"', 'title: "後: 後"'],
    ['are items of lists', 'author:\n  - 后\n  - name: 后\n    后: 后\ntags: [后, 后]', 'author:\n  - 後\n  - name: 後\n    后: 後\ntags: [後, 後]'],
    ['are long texts, colons and all', 'abstract: |\n  后: 后\n\n  - 后\n后: 后', 'abstract: |\n  後: 後\n\n  - 後\n后: 後'],
    ['go on on the next line', 'title: 后\n  后', 'title: 後\n  後'],
    ['are no files and addresses', 'bibliography: 后.json\ncsl: 后\nurl: 后\nid: 后\nmainfont: 后', 'bibliography: 后.json\ncsl: 后\nurl: 后\nid: 后\nmainfont: 后'],
    ['are no files in a list', 'bibliography:\n  - 后.json\n  - 后\n- 后', 'bibliography:\n  - 后.json\n  - 后\n- 后'],
    ['go on after a list of files', 'bibliography:\n- 后\ntitle: 后', 'bibliography:\n- 后\ntitle: 後'],
    ['are no paths under any key', 'x: ./后\ny: 后/后 后.md\nz: https://a.example/后', 'x: ./后\ny: 后/后 后.md\nz: https://a.example/后'],
    ['are not what stands in mappings in braces, or comments', 'x: {后: 后}\n# 后', 'x: {后: 后}\n# 后'],
    ['keep code and citations in them', 'title: 后 `后` [@后]', 'title: 後 `后` [@后]'],
    ['are found with Windows line ends', 'title: 后\r\nurl: 后', 'title: 後\r\nurl: 后'],
  ];
  for (const [what, yaml, becomes] of cases) it(what, () => assert.equal(matter(yaml), becomes));
});

describe('running text of hostile notes', () => {
  it('is sorted, disjoint and inside the note', () => {
    const random = randomSource(11), pieces = ['```\n', '`', '$', '$$', '[', ']', '(', ')', '[[', ']]', '<', '<!--', '-->', '<pre>', '{', '}', '@k', '@{', '后', '\n', '\n\n', '\r\n', '---\n', 'k: ', '\\', 'http://', '"', '[^', ']:', '    ', '𠮷', '\uFEFF'];
    for (let round = 0; round < 2000; round++) {
      const note = Array.from({ length: 30 }, () => pieces[random.below(pieces.length)] ?? '').join('');
      let done = 0;
      for (const { start, end } of proseSpans(note)) {
        assert.ok(done <= start && start < end && end <= note.length, JSON.stringify(note));
        done = end;
      }
    }
  });
  it('is found in notes full of what is never closed', () => {
    for (const piece of ['[', '](', '$a ', '$a\n', '{#', '<a ', '[[', '@{', '![', '[a](', '[a](<', '[a](b "c ', "[a](b\n'", 'http://', '"', '> [', '- a: ', '`']) assert.ok(proseSpans(piece.repeat(40_000)).length >= 0, piece);
  });
});
