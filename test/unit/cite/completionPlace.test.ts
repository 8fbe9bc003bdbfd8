import assert from 'node:assert/strict';
import { completedText, completionPlace } from '../../../src/core/cite/completionPlace';
import { scanNote } from '../../../src/core/markdown/scan';

/** What was typed at the bar, and the note once `key` was chosen; undefined where nothing is offered. */
function completed(marked: string, key = 'rmrb2025'): readonly [typed: string, note: string] | undefined {
  const cursor = marked.indexOf('|'), note = marked.slice(0, cursor) + marked.slice(cursor + 1);
  const place = completionPlace(note, scanNote(note), cursor);
  return place && [place.typed, note.slice(0, place.span.start) + completedText(place, key) + note.slice(place.span.end)];
}

describe('a citation that is being typed', () => {
  const cases: readonly (readonly [what: string, before: string, typed: string, after: string])[] = [
    ['gets its brackets behind a Chinese character', '据报道@|。', '', '据报道[@rmrb2025]。'],
    ['gets them behind full-width signs', '（@|）', '', '（[@rmrb2025]）'],
    ['gets them behind a quotation mark', '“创新”@rm|，', 'rm', '“创新”[@rmrb2025]，'],
    ['gets them at the start of a line', '@|', '', '[@rmrb2025]'],
    ['takes words of a title', '见@科技创新|', '科技创新', '见[@rmrb2025]'],
    ['takes the full-width sign for one', '据报道＠rm|', 'rm', '据报道[@rmrb2025]'],
    ['keeps the brackets that stand', '据报道[@rm|]。', 'rm', '据报道[@rmrb2025]。'],
    ['closes a bracket that was opened', '据报道[@rm|。', 'rm', '据报道[@rmrb2025]。'],
    ['leaves nothing of what was typed', '[@红楼|]', '红楼', '[@rmrb2025]'],
    ['takes the place of a key that it stands in', '[@rm|rb2024, p. 3]', 'rm', '[@rmrb2025, p. 3]'],
    ['goes on in a citation', '[@a; @|]', '', '[@a; @rmrb2025]'],
    ['goes on without a space', '[@a;@|]', '', '[@a; @rmrb2025]'],
    ['mends a full-width semicolon, which pandoc does not know', '[@a；@|]', '', '[@a; @rmrb2025]'],
    ['mends a full-width comma between keys', '[@a，@b|]', 'b', '[@a; @rmrb2025]'],
    ['sets a space behind a prefix', '[参见@|]', '', '[参见 @rmrb2025]'],
    ['keeps a prefix with a space', '[see @|]', '', '[see @rmrb2025]'],
    ['keeps a hyphen that leaves out the author', '[-@|]', '', '[-@rmrb2025]'],
    ['stands in an inline footnote', '话^[参见@|]', '', '话^[参见[@rmrb2025]]'],
    ['stands in a footnote', '[^1]: 见 @rm|', 'rm', '[^1]: 见 [@rmrb2025]'],
    ['closes braces that were opened', '见 @{rm|}', 'rm', '见 [@rmrb2025]'],
    ['is no link', '@|(见上)', '', '[@rmrb2025] (见上)'],
    ['stands behind a closed bracket', '[甲]@|', '', '[甲][@rmrb2025]'],
    ['joins the citation that it stands right behind', '见[@a2025, p. 3]@rm|。', 'rm', '见[@a2025, p. 3; @rmrb2025]。'],
    ['is not drawn into a bracket that is no citation’s', '区间 [0, 1) 上成立，见@|', '', '区间 [0, 1) 上成立，见[@rmrb2025]'],
    ['stands behind a formula', '$x$ 见@|', '', '$x$ 见[@rmrb2025]'],
    ['stands in a bracket of several lines', '[see\n@|]', '', '[see\n@rmrb2025]'],
  ];
  for (const [what, before, typed, after] of cases) it(what, () => assert.deepEqual(completed(before), [typed, after]));

  it('writes a key with braces where pandoc needs them', () => assert.deepEqual(completed('@|', 'a b'), ['', '[@{a b}]']));
});

describe('no citation is being typed', () => {
  const none: readonly (readonly [where: string, note: string])[] = [
    ['in an e-mail address', 'write to name@|'], ['in one with a dot', 'a.b.@|'], ['in one in Cyrillic', 'почта@|'],
    ['behind a backslash', '\\@|'], ['in inline code', '`@|`'], ['in a fence', '```\n@|\n```'], ['in a fence that is not closed', '```\n@|'], ['in indented code', 'text\n\n    @|\n'],
    ['in front matter', '---\nauthor: @|\n---\n'], ['in a comment', '<!-- @| -->'], ['in the address of a link', '[a](https://x.example/@|)'], ['in a bare address', 'https://x.example/@|'],
    ['in a formula', '$x+@|y$'], ['in a displayed formula', '$$\nx @|\n$$'], ['in a tag', '字<a title="@|">'], ['behind a space', '@rm |'], ['behind a full stop', '@rm。|'], ['without the sign', 'rm|'], ['on the next line', '@\n|'],
  ];
  for (const [where, note] of none) it(where, () => assert.equal(completed(note), undefined));
  it('behind two backslashes there is one', () => assert.notEqual(completed('\\\\@|'), undefined));
});
