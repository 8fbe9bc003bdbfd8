import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { Block, BlockKind, Field, Metadata, Reason, Repair, Role, SourceDocument } from '../../../src/core/document';
import { cleanMarkdown, cleanText } from '../../../src/core/render/cleanMarkdown';
import { quotation } from '../../../src/core/render/quotation';
import { paragraphNumber } from '../../../src/core/render/paragraphNumber';
import { readerPage } from '../../../src/core/render/readerPage';
import type { ReaderView } from '../../../src/core/render/page';
import { selectionAt } from '../../../src/core/render/selectionAt';
import { sourceText } from '../../../src/core/render/sourceText';
import { tables } from '../tables';

type Part = readonly [text: string, role?: Role, kind?: BlockKind, reason?: Reason];

const field = (value: string): Field<string> => ({ value, from: 'headline' });
const saved: ReaderView = { script: 'as-saved', fullWidth: false };
const extras = { path: 'seeds/a.txt', citekey: 'hhrb2024' };

/** A document of one line a part, with repairs named by the damaged words. */
function documentOf(parts: readonly Part[], metadata: Partial<Metadata> = {}, damage: readonly (readonly [before: string, after: string, certain: boolean])[] = []): SourceDocument {
  const raw = parts.map(([text]) => text).join('\n');
  let start = 0;
  const blocks = parts.map(([text, role = 'body', kind = 'paragraph', reason = 'paragraph'], at): Block => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    return { span, lines: [at + 1, at + 1], kind, role, reason, by: 'rule' };
  });
  const repairs = damage.map(([before, text, certain]): Repair => {
    const at = raw.indexOf(before);
    return { span: { start: at, end: at + before.length }, text, kind: 'shiftedBytes', certain };
  });
  return {
    id: 'a', format: 'text', encoding: 'utf-8', raw, script: 'Hans', language: 'zh', blocks, repairs,
    metadata: { series: [], authors: [], editors: [], guests: [], credits: [], section: [], ...metadata },
  };
}

/** A Traditional page that quotes Simplified and Japanese. */
const quoting: SourceDocument = { ...documentOf([
  ['這個國家的發展與創新產業'],
  ['“这个国家的发展与创新产业,为了后来”'],
  ['経済の政策についてくわしく説明しました'],
  ['他说'],
]), script: 'Hant', region: 'TW' };

describe('a page with parts in several scripts', () => {
  const page = (document: SourceDocument, script: ReaderView['script']): ReturnType<typeof readerPage> => readerPage(document, { script, fullWidth: false }, extras, tables);
  const texts = (document: SourceDocument, script: ReaderView['script']): readonly string[] => page(document, script).blocks.map(block => block.text);
  const mixed: SourceDocument = { ...quoting, script: 'mixed', region: undefined };

  it('converts a quotation by its own script', () => {
    assert.deepEqual(texts(quoting, 'tw'), ['這個國家的發展與創新產業', '“這個國家的發展與創新產業,為了後來”', '経済の政策についてくわしく説明しました', '他说']);
    assert.equal(texts(quoting, 'hans')[0], '这个国家的发展与创新产业');
  });

  it('leaves Japanese alone whatever it stands in', () => {
    for (const script of ['hans', 'hant', 'tw', 'hk'] as const) assert.equal(texts(quoting, script)[2], '経済の政策についてくわしく説明しました');
  });

  it('does not take a name in the other characters for a quotation', () => {
    const document = { ...documentOf([['记者国華说,这里的发展很快']]), script: 'Hans' as const };
    assert.deepEqual(texts(document, 'hans'), ['记者国華说,这里的发展很快']);
  });

  it('leaves all as it is where it is shown as saved', () => {
    assert.deepEqual(texts(quoting, 'as-saved'), quoting.raw.split('\n'));
    assert.deepEqual(texts(mixed, 'as-saved'), quoting.raw.split('\n'));
  });

  it('converts a mixed page block by block, and its headline by itself', () => {
    assert.deepEqual(texts(mixed, 'hk'), ['這個國家的發展與創新產業', '“這個國家的發展與創新產業,為了後來”', '経済の政策についてくわしく説明しました', '他説']);
    const titled = { ...mixed, metadata: { ...mixed.metadata, title: field('国家发展') } };
    assert.equal(page(titled, 'tw').title, '國家發展');
    assert.match(cleanMarkdown(titled, extras, { view: { script: 'tw', fullWidth: false } }, tables), /“這個國家的發展與創新產業,為了後來”/);
  });

  it('names the language of each block that is another than the page’s', () => {
    const langs = (document: SourceDocument, script: ReaderView['script']): readonly (string | undefined)[] => page(document, script).blocks.map(block => block.lang);
    assert.deepEqual(langs(mixed, 'as-saved'), ['zh-Hant', 'zh-Hans', 'ja', 'zh-Hans']);
    assert.deepEqual(langs(mixed, 'tw'), [undefined, undefined, 'ja', undefined]);
    assert.deepEqual(langs(quoting, 'tw'), [undefined, undefined, 'ja', undefined]);
  });

  it('quotes a block as it is shown', () => {
    const selection = { from: { block: 1, offset: 1 }, to: { block: 1, offset: 5 } };
    const quoted = quotation(quoting, { script: 'tw', fullWidth: false }, selection, tables);
    assert.deepEqual([quoted?.paragraphs, quoted?.passage.exact], [['這個國家'], '这个国家']);
  });
});

describe('the page of the reader', () => {
  it('converts blocks and fields, and widens punctuation the capture narrowed', () => {
    const document = documentOf([['发展软件,为了未来。']], { title: field('发展:为了未来'), authors: [field('张发')], credits: [{ role: '总监', names: ['李发'] }] });
    const page = readerPage(document, { script: 'hant', fullWidth: true }, extras, tables);
    assert.deepEqual([page.title, page.blocks[0]?.text, page.lang], ['發展：爲了未來', '發展軟件，爲了未來。', 'zh-Hant']);
    assert.deepEqual(readerPage(document, saved, extras, tables).blocks[0]?.text, '发展软件,为了未来。');
  });
  it('tells the language of the shown text', () => {
    const tags = (['as-saved', 'hans', 'hant', 'tw', 'hk'] as const).map(script => readerPage(documentOf([['文']]), { script, fullWidth: false }, extras, tables).lang);
    assert.deepEqual(tags, ['zh-Hans', 'zh-Hans', 'zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK']);
    assert.equal(readerPage({ ...documentOf([['text']]), script: 'none', language: 'en' }, { script: 'tw', fullWidth: false }, extras, tables).lang, 'en');
  });
  it('tells the fonts of Taiwan and Hong Kong where a page as saved is theirs', () => {
    const tag = (writing: Pick<SourceDocument, 'script' | 'region'>, script: ReaderView['script'] = 'as-saved'): string =>
      readerPage({ ...documentOf([['國家']]), ...writing }, { script, fullWidth: false }, extras, tables).lang;
    assert.deepEqual((['TW', 'HK', 'CN'] as const).map(region => tag({ script: 'Hant', region })), ['zh-Hant-TW', 'zh-Hant-HK', 'zh-Hant']);
    assert.equal(tag({ script: 'Hant' }), 'zh-Hant');
    assert.equal(tag({ script: 'Hant', region: 'TW' }, 'hans'), 'zh-Hans');
  });
  it('marks what was mended where it stands in the converted text', () => {
    const document = documentOf([['头发乱了'], ['说完?;X湾区建设']], {}, [['?;X', '。大', false]]);
    const [first, second] = readerPage(document, { script: 'hant', fullWidth: false }, extras, tables).blocks;
    assert.deepEqual(first?.marks, []);
    assert.deepEqual(second?.marks.map(mark => ({ ...mark, shown: second.text.slice(mark.start, mark.end) })), [{ start: 2, end: 4, repair: 'shiftedBytes', before: '?;X', certain: false, shown: '。大' }]);
  });
  it('marks as guessed only the characters that are, where they are told', () => {
    const guessed = (guesses: Repair['guesses']): readonly unknown[] => {
      const document = documentOf([['国家?;浉郯']]);
      const repairs: readonly Repair[] = [{ span: { start: 2, end: 6 }, text: '。粤港', kind: 'shiftedBytes', certain: false, ...(guesses && { guesses }) }];
      const block = readerPage({ ...document, repairs }, { script: 'hant', fullWidth: false }, extras, tables).blocks[0];
      return block?.marks.map(mark => [block.text.slice(mark.start, mark.end), mark.certain, mark.before]) ?? [];
    };
    assert.deepEqual(guessed([{ start: 0, end: 1 }]), [['。', false, '?;浉郯'], ['粵港', true, '?;浉郯']]);
    assert.deepEqual(guessed([{ start: 1, end: 2 }]), [['。', true, '?;浉郯'], ['粵', false, '?;浉郯'], ['港', true, '?;浉郯']]);
    assert.deepEqual(guessed(undefined), [['。粵港', false, '?;浉郯']]);
  });
  it('tells doubts where they stand in the converted text, and what may have been meant in its script', () => {
    const published = { value: '2021-01-20T12:23', from: 'dateline' as const };
    const page = readerPage(documentOf([['发布，，'], ['发布：120日上午'], ['2021年1月20日（礼拜五）']], { published }), { script: 'hant', fullWidth: false }, extras, tables);
    assert.deepEqual(page.blocks.map(({ text, doubts }) => doubts.map(({ start, end, ...doubt }) => [text.slice(start, end), doubt])), [
      [['，，', { kind: 'repeatedMark', suggestion: '，' }]],
      [['120日', { kind: 'impossibleDate', suggestion: '1月20日', day: '2021-01-20' }]],
      [['禮拜五', { kind: 'wrongWeekday', suggestion: '禮拜三', day: '2021-01-20' }]],
    ]);
  });
  it('does not mark what was only taken away', () => {
    const page = readerPage(documentOf([['国(guó)家']], {}, [['(guó)', '', true]]), saved, extras, tables);
    assert.deepEqual([page.blocks[0]?.text, page.blocks[0]?.marks, page.repairs], ['国家', [], [{ kind: 'shiftedBytes', count: 1, uncertain: 0 }]]);
  });
  it('keeps hidden blocks with their reasons, and the place of every block', () => {
    const page = readerPage(documentOf([['分享', 'boilerplate', 'paragraph', 'share'], ['正文。']]), saved, extras, tables);
    assert.deepEqual(page.blocks.map(({ index, role, reason }) => [index, role, reason]), [[0, 'boilerplate', 'share'], [1, 'body', 'paragraph']]);
  });
  it('trims white space and leaves out fields the page does not say', () => {
    const page = readerPage(documentOf([['\u3000\u3000正文。 ']]), saved, extras, tables);
    assert.equal(page.blocks[0]?.text, '正文。');
    for (const name of ['published', 'publisher', 'site', 'url', 'capturedNotBefore']) assert.equal(name in page, false, name);
  });
});

describe('a quotation from the reader', () => {
  const document = documentOf([['\u3000\u3000发展软件,为了未来。'], ['广告', 'boilerplate', 'paragraph', 'advertisement'], ['第二段很长。']]);
  const view: ReaderView = { script: 'hant', fullWidth: true };
  const quote = (from: readonly [number, number], to: readonly [number, number], of = document) =>
    quotation(of, view, { from: { block: from[0], offset: from[1] }, to: { block: to[0], offset: to[1] } }, tables);

  it('is text as shown, with its place and words in the file', () => {
    const found = quote([0, 2], [0, 7]) ?? assert.fail();
    assert.deepEqual(found.paragraphs, ['軟件，爲了']);
    assert.equal(found.passage.exact, '软件,为了');
    assert.equal(document.raw.slice(found.passage.span.start, found.passage.span.end), found.passage.exact);
    assert.deepEqual([found.passage.prefix, found.passage.suffix.slice(0, 3)], ['\u3000\u3000发展', '未来。']);
  });
  it('leaves hidden blocks between two paragraphs out', () => assert.deepEqual(quote([0, 0], [2, 3])?.paragraphs, ['發展軟件，爲了未來。', '第二段']));
  it('takes them in when the selection begins or ends in one', () => assert.deepEqual(quote([1, 0], [2, 3])?.paragraphs, ['廣告', '第二段']));
  it('reads a selection made backwards', () => assert.deepEqual(quote([2, 3], [0, 8]), quote([0, 8], [2, 3])));
  it('is nothing for an empty selection or places beyond the page', () => {
    assert.equal(quote([0, 2], [0, 2]), undefined);
    assert.equal(quote([7, 0], [9, 1]), undefined);
    assert.equal(quote([2, 99], [2, 200]), undefined);
  });
  it('does not cut a character in halves', () => {
    const astral = documentOf([['周硕𬱖说话']]);
    assert.deepEqual(quotation(astral, saved, { from: { block: 0, offset: 3 }, to: { block: 0, offset: 5 } }, tables)?.paragraphs, ['𬱖说']);
  });
  it('covers a damaged run as a whole', () => {
    const damaged = documentOf([['说完?;X湾区']], {}, [['?;X', '。大', false]]);
    const found = quotation(damaged, saved, { from: { block: 0, offset: 3 }, to: { block: 0, offset: 5 } }, tables);
    assert.deepEqual([found?.paragraphs, found?.passage.exact], [['大湾'], '?;X湾']);
  });
});

describe('clean Markdown', () => {
  const document = documentOf(
    [['标题', 'metadata', 'heading', 'title'], ['第一段。'], ['小标题', 'body', 'heading', 'heading'], ['• 一', 'body', 'listItem'], ['2. 二', 'body', 'listItem'], ['引文', 'body', 'quotation'], ['推荐阅读', 'boilerplate', 'paragraph', 'recommended'], ['a  b', 'body', 'table']],
    { title: field('标题: “甲”'), series: [field('系列')], published: field('2024-05-06T08:30'), publisher: field('河海日报'), authors: [field('张三'), field('李四')], url: field('https://example.org/1') },
  );
  const markdown = cleanMarkdown(document, extras, { view: saved }, tables);

  it('has the metadata as front matter', () => {
    const [, matter = ''] = /^---\n([\s\S]*?)---\n/.exec(markdown) ?? [];
    assert.deepEqual(parse(matter), { title: '标题: “甲”', series: ['系列'], date: '2024-05-06T08:30', publisher: '河海日报', author: ['张三', '李四'], url: 'https://example.org/1', source: 'seeds/a.txt', citekey: 'hhrb2024' });
  });
  it('has the body under its headline, and nothing that is hidden', () => {
    assert.equal(markdown.slice(markdown.indexOf('\n# ')), '\n# 标题: “甲”\n\n第一段。\n\n## 小标题\n\n- 一\n2. 二\n\n> 引文\n\n```\na  b\n```\n');
  });
  it('gives some lines alone', () => assert.equal(cleanMarkdown(document, extras, { view: saved, lines: [2, 3] }, tables), '第一段。\n\n## 小标题\n'));
  it('converts everything to the script of the view', () => {
    assert.match(cleanMarkdown(document, extras, { view: { script: 'hant', fullWidth: false } }, tables), /title: "標題: “甲”"[\s\S]*# 標題[\s\S]*## 小標題/);
  });
  it('lets no text of the page become markup', () => {
    const hostile = documentOf([['# 大'], ['<script>x</script> [@a] ![b](c)'], ['---'], ['```', 'body', 'code']], { title: field('a\nb: <b>') });
    const written = cleanMarkdown(hostile, extras, { view: saved }, tables);
    assert.equal(written.slice(written.indexOf('\n# ')), '\n# a b: \\<b>\n\n\\# 大\n\n\\<script>x\\</script> \\[\\@a\\] !\\[b\\](c)\n\n\\---\n\n````\n```\n````\n');
    assert.deepEqual((parse(written.split('---\n')[1] ?? '') as Record<string, unknown>)['title'], 'a\nb: <b>');
  });
  it('has only a body without a headline where the page has none', () => {
    assert.equal(cleanMarkdown(documentOf([['正文。']]), { path: 'p', citekey: 'k' }, { view: saved }, tables), '---\nsource: p\ncitekey: k\n---\n\n正文。\n');
  });
  it('keeps the marks of a Markdown source, and hides them from the reader', () => {
    const raw = '## **一**、道路\n\n见[详情](https://example.org/2)，@甲<b>。\n\n1. 甲\n2. 乙\n\n> 引\n> 文';
    const parts = [['**一**、道路', 'heading'], ['见[详情](https://example.org/2)，@甲<b>。', 'paragraph'], ['甲\n', 'listItem'], ['乙', 'listItem'], ['引', 'quotation'], ['文', 'quotation']] as const;
    const blocks = parts.map(([text, kind]): Block => {
      const start = raw.lastIndexOf(text);
      const line = raw.slice(0, start).split('\n').length;
      return { span: { start, end: start + text.trim().length }, lines: [line, line], kind, role: 'body', reason: 'paragraph', by: 'rule' };
    });
    const clipping: SourceDocument = { ...documentOf([]), format: 'markdown', raw, blocks };
    assert.equal(cleanMarkdown(clipping, extras, { view: saved, lines: [1, 9] }, tables), '## **一**、道路\n\n见[详情](https://example.org/2)，\\@甲\\<b>。\n\n1. 甲\n2. 乙\n\n> 引\n> 文\n');
    assert.equal(cleanText(clipping, saved, tables), '一、道路\n见详情，@甲<b>。\n甲\n乙\n引\n文');
  });
  it('puts lines of code that follow each other into one block', () => {
    assert.equal(cleanMarkdown(documentOf([['a = 1', 'body', 'code'], ['b = 2', 'body', 'code'], ['文。']]), extras, { view: saved, lines: [1, 3] }, tables), '```\na = 1\nb = 2\n```\n\n文。\n');
  });
  it('is plain text, a line a block, for other programs', () => assert.equal(cleanText(document, saved, tables), '第一段。\n小标题\n• 一\n2. 二\n引文\na  b'));
});

describe('a source as a text to read in an editor', () => {
  const parts: readonly Part[] = [['菜单', 'boilerplate'], ['河海新(xin)区动工'], ['小标题', 'body', 'heading'], ['甲', 'body', 'listItem'], ['乙', 'body', 'listItem'], ['广告', 'boilerplate'], ['完']];
  const document = documentOf(parts, { title: field('河海新区'), publisher: field('河海日报'), published: field('2024-05-06T07:08'), authors: [field('张三'), field('李四')] }, [['(xin)', '', true]]);
  const { text, blocks } = sourceText(document);
  it('is its title, what is known of it, and the body, repaired', () => assert.equal(text, '河海新区\n\n河海日报 · 2024-05-06 07:08\n张三 李四\n\n河海新区动工\n\n小标题\n\n甲\n乙\n\n完\n'));
  it('tells where each block begins', () => assert.deepEqual(blocks.map(({ start, span }) => [text[start], document.raw[span.start]]), [['河', '河'], ['小', '小'], ['甲', '甲'], ['乙', '乙'], ['完', '完']]));
  it('shows where a place of the file stands in it, also over several blocks', () => {
    const start = document.raw.indexOf('新(xin)'), { range } = sourceText(document, { start, end: document.raw.indexOf('完') + 1 });
    assert.equal(text.slice(range?.start, range?.end), '新区动工\n\n小标题\n\n甲\n乙\n\n完');
    assert.equal(sourceText(document, { start: 0, end: 2 }).range, undefined);
  });
  it('has paragraphs that are counted without headings', () => {
    assert.deepEqual(['河海', '小标题', '甲', '完', '广告'].map(words => paragraphNumber(document, document.raw.indexOf(words))), [1, undefined, 2, 4, undefined]);
  });
});

describe('the part of a page that shows a place of the file', () => {
  const document = documentOf([['这个国家(jia)的发展'], ['广告', 'boilerplate'], ['为了后来']], {}, [['(jia)', '', true]]);
  const at = (from: string, to: string, view = saved): unknown => {
    const found = selectionAt(document, view, { start: document.raw.indexOf(from), end: document.raw.indexOf(to) + to.length }, tables);
    return found && [found.from.block, found.from.offset, found.to.block, found.to.offset];
  };
  it('is counted in what is shown', () => {
    assert.deepEqual(at('国', '发展'), [0, 2, 0, 7]);
    assert.deepEqual(at('国', '后来', { script: 'tw', fullWidth: false }), [0, 2, 2, 4]);
  });
  it('is of hidden blocks only where no body is', () => {
    assert.deepEqual(at('广', '为了'), [2, 0, 2, 2]);
    assert.deepEqual(at('广', '告'), [1, 0, 1, 2]);
  });
  it('is nothing where nothing is shown', () => assert.equal(at('(jia)', '(jia)'), undefined));
});
