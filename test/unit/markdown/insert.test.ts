import assert from 'node:assert/strict';
import { escapeLineStart, escapeMarkdown } from '../../../src/core/markdown/escapeMarkdown';
import { citationParts, quoteText } from '../../../src/core/markdown/insert';
import { scanNote } from '../../../src/core/markdown/scan';

const nowhere = { before: '', after: '', eol: '\n' } as const;

describe('a citation to insert', () => {
  it('leaves room for a locator before the bracket closes', () => assert.deepEqual(citationParts('rmrb20250604'), { before: '[@rmrb20250604', after: ']' }));
  it('puts a foreign key in braces where pandoc would end it early', () => {
    for (const key of ['smith:2020', '王2020', 'a(b', 'a;b', 'x.']) {
      const { before, after } = citationParts(key);
      assert.deepEqual(scanNote(before + after).citations[0]?.keys.map(each => each.key), [key]);
    }
  });
});

describe('a quotation to insert', () => {
  it('sets every paragraph off and cites at the end of the last', () => {
    assert.equal(quoteText(['第一段。', '第二段。”'], { key: 'k1' }, nowhere), '> 第一段。\n>\n> 第二段。”[@k1]\n');
  });
  it('stands between blank lines', () => {
    assert.equal(quoteText(['段。'], { key: 'k' }, { before: '上文', after: '下文', eol: '\n' }), '\n\n> 段。[@k]\n\n');
    assert.equal(quoteText(['段。'], { key: 'k' }, { before: '上文\n', after: '\n下文', eol: '\n' }), '\n> 段。[@k]\n');
    assert.equal(quoteText(['段。'], { key: 'k' }, { before: '上文\n\n', after: '\n\n下文', eol: '\n' }), '> 段。[@k]');
  });
  it('keeps its locator in the brackets, with the comma it begins with', () => {
    assert.equal(quoteText(['段。'], { key: 'k', locator: '，第3段' }, nowhere), '> 段。[@k，第3段]\n');
    assert.equal(quoteText(['A line.'], { key: 'k', locator: ', para. 3' }, nowhere), '> A line. [@k, para. 3]\n');
  });
  it('keeps the line ends of the note', () => assert.equal(quoteText(['a', 'b'], { key: 'k' }, { before: 'x', after: '', eol: '\r\n' }), '\r\n\r\n> a\r\n>\r\n> b [@k]\r\n'));
  it('drops paragraphs without text and quotes every line of one', () => assert.equal(quoteText([' ', 'a\n  b'], { key: 'k' }, nowhere), '> a\n> b [@k]\n'));
  it('keeps a line of the page from becoming markup', () => {
    assert.equal(quoteText(['# 1. 标题', '- 项', '1. 项', '> 引', '<b>', '[@x]'], { key: 'k' }, nowhere),
      '> \\# 1. 标题\n>\n> \\- 项\n>\n> 1\\. 项\n>\n> \\> 引\n>\n> \\<b>\n>\n> \\[\\@x\\] [@k]\n');
  });
});

describe('escaping page text', () => {
  it('leaves Chinese prose and plain English alone', () => {
    for (const text of ['“十四五”：建设、发展(2025-06-04)。3,000元/人，约10~20%', 'It cost $5 & more - see a_b, 3 < 4.', '张三（zhangsan@example.org）']) assert.equal(escapeLineStart(escapeMarkdown(text)), text);
  });
  it('escapes what would be emphasis, code, a link, a tag, an entity, a citation or mathematics', () => {
    assert.equal(escapeMarkdown('*a* _b_ `c` [d](e) <f> &lt; @g $h$ ~i~ ^j^ \\*'), '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> \\&lt; \\@g \\$h\\$ \\~i\\~ \\^j\\^ \\\\\\*');
  });
  it('escapes what only counts at the start of a line', () => {
    const starts = ['# a', '+ a', '12) a', '(a) b', '---', '===', '| a |', '|', ': a', '~ a', '% a'];
    assert.deepEqual(starts.map(escapeLineStart), ['\\# a', '\\+ a', '12\\) a', '(a\\) b', '\\---', '\\===', '\\| a |', '\\|', '\\: a', '\\~ a', '\\% a']);
  });
  it('escapes a backslash that pandoc would take for the start of a TeX command', () => assert.equal(escapeMarkdown('C:\\temp\\读'), 'C:\\\\temp\\\\读'));
  it('leaves no citation in the text', () => assert.deepEqual(scanNote(escapeMarkdown('@a [@b] @{c} x @d')).citations, []));
});
