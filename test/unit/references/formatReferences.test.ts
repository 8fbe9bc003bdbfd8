import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { installPandoc } from '../../../scripts/pandoc.mjs';
import { formatReference } from '../../../src/core/cite/formatReference';
import { formatReferences, type ReferenceForm } from '../../../src/core/references/formatReferences';
import type { CslItem } from '../../../src/core/cite/cslItem';
import { referenceItems } from './referenceItems';
import { seedItems } from './seedItems';
import { builtInStyles, localeOf, styleText } from './styles';

const book: CslItem = { id: 'a', type: 'book', title: '书', author: [{ literal: '甲' }], publisher: '社', issued: { 'date-parts': [[2020]] }, language: 'zh-CN' };

const format = (items: readonly CslItem[], as: ReferenceForm = 'text', style = styleText('gb-t-7714-2015-numeric'), language?: string) =>
  formatReferences({ items, style, as, ...(language !== undefined && { language }) }, localeOf);

function texts(...args: Parameters<typeof format>): readonly string[] {
  const formatted = format(...args);
  assert.ok(formatted.ok, JSON.stringify(formatted));
  return formatted.value.map(({ text }) => text);
}

const own = (body: string, attributes = 'class="in-text" version="1.0"'): string =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}><info><title>T</title><id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation>${body}</style>`;

describe('a formatted reference', () => {
  it('has its number in a list, and none by itself', () => assert.deepEqual([texts([book]), texts([book], 'bare')], [['[1] 甲. 书[M]. 社, 2020.'], ['甲. 书[M]. 社, 2020.']]));
  it('is in the language that is asked for', () => {
    const author = ['甲', '乙', '丙', '丁'].map(literal => ({ literal }));
    assert.match(texts([{ ...book, author }])[0] ?? '', /甲, 乙, 丙, 等/);
    assert.match(texts([{ ...book, author }], 'text', styleText('gb-t-7714-2015-numeric'), 'en-US')[0] ?? '', /甲, 乙, 丙, et al/);
  });
  it('is what a reader sees at once of sources, newspapers, pages and broadcasts', async () => {
    const items = [...await seedItems(), ...referenceItems.filter(({ type, page, author }: CslItem & { readonly page?: unknown }) => /newspaper|webpage|broadcast/.test(type) && page === undefined && author)].filter(({ URL }) => URL !== undefined);
    const quick = items.map(item => formatReference(item).replace(/\.?$/, '.')), styled = texts(items, 'bare');
    const chinese = items.map(({ language }, at) => (/^zh/.test(language ?? '') ? at : -1)).filter(at => at >= 0);
    assert.ok(chinese.length >= 12);
    assert.deepEqual(chinese.map(at => quick[at]), chinese.map(at => styled[at]));
  });
});

describe('a reference in Markdown', () => {
  it('keeps italics, and makes links of addresses', () => {
    const [line = ''] = texts([{ id: 'a', type: 'article-journal', title: 'Sediment', 'container-title': 'Journal of Rivers', volume: '3', URL: 'https://a.example/x_y?a=1&b=*', issued: { 'date-parts': [[2011]] }, language: 'en-US' } as CslItem], 'markdown', styleText('apa'));
    assert.equal(line, 'Sediment. (2011). *Journal of Rivers*, *3*. <https://a.example/x_y?a=1&b=*>');
  });
  it('lets words of a page mean nothing but themselves', () => {
    const title = '*a* [b](c) <script>x</script> @key `code` $x$ _y_ \uE000z\uE001';
    const [line = ''] = texts([{ ...book, title }], 'markdown');
    assert.match(line, /\\\*a\\\* \\\[b\\\]\(c\) \\<script>x\\<\/script> \\@key \\`code\\` \\\$x\\\$ \\_y\\_ z\[M\]/);
  });
  it('makes no link of an address that is none', () => assert.doesNotMatch(texts([{ ...book, URL: 'javascript:alert(1)' }], 'markdown')[0] ?? '', /<javascript/));
  it('says what the text says once pandoc has read it', async function () {
    this.timeout(60_000);
    const pandoc = await installPandoc(), items = [...referenceItems, ...await seedItems()];
    for (const style of builtInStyles) {
      const note = texts(items, 'markdown', styleText(style)).join('\n\n');
      const { stdout } = spawnSync(pandoc, ['--from', 'markdown-smart', '--to', 'plain', '--wrap=none'], { input: note, encoding: 'utf8' });
      const plain = stdout.trim().split(/\n\n+/).map(line => line.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, ''));
      assert.deepEqual(plain, texts(items, 'text', styleText(style)).map(line => line.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')), style);
    }
  });
});

describe('a style', () => {
  const kindOf = (style: string): string => { const formatted = format([book], 'text', style); return formatted.ok ? 'ok' : formatted.error.kind; };
  it('is told from what is none', () => {
    for (const text of ['', '{}', '<html><style>a</style></html>', '<style>a</style>', 'x'.repeat(3_000_000)]) assert.equal(kindOf(text), 'noStyle', text.slice(0, 40));
  });
  it('is told that only stands for another', () => {
    const dependent = own('').replace('</info>', '<link href="http://styles.example/parent" rel="independent-parent"/></info>');
    assert.deepEqual(format([book], 'text', dependent), { ok: false, error: { kind: 'dependent', on: 'http://styles.example/parent' } });
  });
  it('without a list of references is told', () => assert.equal(kindOf(own('')), 'noBibliography'));
  it('is told that is broken', () => {
    for (const body of ['<bibliography><layout>', '<bibliography></layout></bibliography>']) assert.equal(kindOf(own(body)), 'broken', body);
  });
  it('is read in time that grows with its length', () => {
    for (const piece of ['<a', '<a "', '<!--', '<style ', '<a>', "<a x='", '<![CDATA[', '<link rel="independent-parent" ']) kindOf(own(piece.repeat(30_000)));
    kindOf('<style'.repeat(150_000));
  });
  it('of a workspace is used as those that come with Seedbed', () => assert.deepEqual(texts([book], 'text', own('<bibliography><layout><text variable="title" prefix="«" suffix="»"/></layout></bibliography>')), ['«书»']));
});

describe('a language without a locale of its own', () => {
  const inLanguage = (language: string): readonly string[] => {
    const formatted = formatReferences({ items: [{ ...book, author: ['王一', '李二', '张三', '赵四'].map(literal => ({ literal })) }], style: styleText('gb-t-7714-2015-numeric'), language, as: 'text' }, localeOf);
    assert.ok(formatted.ok, language);
    return formatted.value.map(({ text }) => text);
  };
  it('takes the terms of the nearest one', () => {
    for (const language of ['zh-Hans', 'zh-SG', 'zh']) assert.deepEqual(inLanguage(language), inLanguage('zh-CN'), language);
    for (const language of ['zh-Hant', 'zh-HK']) assert.deepEqual(inLanguage(language), inLanguage('zh-TW'), language);
    for (const language of ['de', 'fr-FR', 'ja', 'en-GB', 'constructor']) assert.deepEqual(inLanguage(language), inLanguage('en-US'), language);
  });
});

describe('a reference by itself', () => {
  it('has no number of the margin, but those of its own words', () => {
    const titles = ['1月份CPI同比上涨0.5%', '2 killed in storm'], items = titles.map((title, at) => ({ id: `a${at}`, type: 'webpage', title }));
    assert.deepEqual(texts(items, 'bare', styleText('apa')).map((text, at) => text.startsWith(titles[at] ?? '')), [true, true]);
    assert.match(texts([book], 'bare', styleText('gb-t-7714-2015-numeric'))[0] ?? '', /^(?!\[1\])/);
  });
});

describe('items that others wrote', () => {
  it('may name any language', () => {
    for (const language of ['constructor', 'valueOf-CN', '__proto__', 'x'.repeat(50)]) assert.equal(texts([{ ...book, author: [{ literal: '王一' }], language }], 'text', styleText('apa')).length, 1, language);
  });
  it('cost no reference, whatever stands in their fields', () => {
    const odd = { id: 'odd', type: 'nonsense', title: 7, author: 'Smith', editor: [null, 3, { family: ['x'] }], translator: { a: 1 }, issued: 'someday', accessed: { 'date-parts': 'x' }, page: {}, note: null, custom: { seedbed: 1 }, constructor: 'x' } as unknown as CslItem;
    for (const style of builtInStyles) assert.equal(texts([odd, book], 'text', styleText(style)).length, 2, style);
  });
  it('may have any key', () => {
    const keys = ['constructor', '__proto__', 'toString', '7', 'a b'], formatted = format(keys.map(id => ({ ...book, id, title: id })));
    assert.deepEqual(formatted.ok && formatted.value.map(({ key }) => key), keys);
  });
  it('keep seasons and dates that are about right', () => {
    assert.match(texts([{ ...book, issued: { 'date-parts': [[2020]], circa: true } }], 'text', styleText('apa'))[0] ?? '', /\(ca\. 2020\)/);
  });
});
