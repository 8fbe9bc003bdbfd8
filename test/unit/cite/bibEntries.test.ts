import assert from 'node:assert/strict';
import { addBibEntries, toBibEntry } from '../../../src/core/cite/entries/addBibEntries';
import { findBibEntries } from '../../../src/core/cite/entries/bibEntries';
import { loadBibReader, type ReadBibEntries } from '../../../src/core/cite/entries/readBibEntries';
import type { CslItem } from '../../../src/core/cite/cslItem';
import { randomSource } from '../random';

const keys = (text: string): readonly string[] => findBibEntries(text).entries.map(({ key }) => key);
const kinds = (text: string): readonly string[] => findBibEntries(text).problems.map(({ kind, key }) => [kind, key].filter(Boolean).join(' '));

describe('the entries of a .bib file', () => {
  it('are found one by one, with the place of each key', () => {
    const text = '% mine\n@book{a,\n  title = {A}\n}\n@article{b:c.d-e+f, title = "x {y} z"}\n';
    const { entries } = findBibEntries(text);
    assert.deepEqual(entries.map(({ key, keySpan, span }) => [key, text.slice(keySpan.start, keySpan.end), text.slice(span.start, span.start + 5)]), [['a', 'a', '@book'], ['b:c.d-e+f', 'b:c.d-e+f', '@arti']]);
  });
  it('may be in round brackets, in capitals, in one line, with a Chinese key', () => assert.deepEqual(keys('@ARTICLE(a, title={(x)}) @Book {红楼2020 , title={x}}'), ['a', '红楼2020']));
  it('keep braces that are escaped', () => assert.deepEqual(keys('@book{a, title={x \\} y}}\n@book{b, title={z}}'), ['a', 'b']));
  it('are not strings, comments and preambles', () => assert.deepEqual(keys('@string{x = {y}}\n@comment{z, w}\n@preamble{"p"}\n@book{a, title={t}}'), ['a']));
  it('that are not closed cost themselves alone', () => {
    const text = '@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}}\n';
    assert.deepEqual([keys(text), kinds(text)], [['a', 'c'], ['unclosed b']]);
  });
  it('without a key are told', () => assert.deepEqual(kinds('@book{title={x}}'), ['noKey']));
  it('end on text of nothing but beginnings, braces and backslashes', () => { for (const sign of ['@a{', '{', '@a{b,', '\\', '@']) assert.ok(findBibEntries(sign.repeat(20_000)).entries.length <= 20_000); });
});

describe('what an entry of a .bib file says', () => {
  let read: ReadBibEntries;
  before(async () => { read = await loadBibReader(); });
  const items = (text: string): readonly (CslItem | string)[] => read(findBibEntries(text).entries).map(item => (item.ok ? item.value : item.error.kind));
  const first = (text: string): CslItem => {
    const [item] = items(text);
    return typeof item === 'object' ? item : assert.fail(String(item));
  };

  it('is a piece in a newspaper, with Chinese names as they are', () => {
    const item = first('@article{a, author = {谷业凯 and 王, 昊男 and {新华社} and Smith, Jane and others}, title = {北京{不断}强化}, journaltitle = {人民日报}, entrysubtype = {newspaper}, date = {2025-06-04}, url = {https://e.example/a_b?c=1&d=2}, langid = {chinese}}');
    assert.deepEqual([item.id, item.type, item['container-title'], item.issued, item.URL, item.language], ['a', 'article-newspaper', '人民日报', { 'date-parts': [[2025, 6, 4]] }, 'https://e.example/a_b?c=1&d=2', 'zh-CN']);
    assert.deepEqual(item.author, [{ literal: '谷业凯' }, { literal: '王昊男' }, { literal: '新华社' }, { family: 'Smith', given: 'Jane' }]);
  });
  it('is an article with its issue, by the strings of the file, with accents', () => {
    const [item] = items("@string{ab = {Acta Botanica}}\n@article{x, author = {M{\\\"u}ller, Ren{\\'e}}, title = {Na\\\"{\\i}ve}, journal = ab # \" B\", year = 2020, month = feb, number = 3}");
    assert.ok(typeof item === 'object');
    assert.deepEqual([item.type, item['container-title'], item.issued, item.author, Reflect.get(item, 'issue')], ['article-journal', 'Acta Botanica B', { 'date-parts': [[2020, 2]] }, [{ family: 'Müller', given: 'René' }], '3']);
  });
  it('is a page of the web, whatever its type', () => {
    assert.deepEqual([first('@online{a, title={t}, url={https://e.example/}, urldate={2025-01-02}}')].map(({ type, accessed }) => [type, accessed]), [['webpage', { 'date-parts': [[2025, 1, 2]] }]]);
    assert.deepEqual([first('@misc{a, title={t}, howpublished={\\url{https://e.example/x}}}')].map(({ type, URL: url }) => [type, url]), [['webpage', 'https://e.example/x']]);
  });
  it('loses a field that cannot be read, and nothing else', () => {
    const item = first('@book{a, title={T}, date={n.d.}, url={not an address}, crossref={nobody}, author={Doe, Jane}}');
    assert.deepEqual([item.title, item.issued, item.author], ['T', undefined, [{ family: 'Doe', given: 'Jane' }]]);
  });
  it('is the same read together with others, broken ones and such of the same key among them', () => {
    const text = '@book{a, title={A}}\n@book{a, title={Second}}\n@book{b, title="B, year=2000}\n@book{c, title="C {"}c{"}"}\n@book{e, title={E}}';
    const { entries } = findBibEntries(text), together = read(entries);
    assert.deepEqual(together, entries.flatMap(entry => read([entry])));
    assert.deepEqual(together.map(item => (item.ok ? item.value.title : item.error.kind)), ['A', 'Second', 'syntax', 'C "c"', 'E']);
  });
  it('takes from its parent what it leaves out', () => {
    const [item] = items('@inproceedings{c, crossref={p}, title={Paper}}\n@proceedings{p, title={Proceedings}, year={2019}, publisher={ACM}}');
    assert.ok(typeof item === 'object');
    assert.deepEqual([item['container-title'], item.issued, item.publisher], ['Proceedings', { 'date-parts': [[2019]] }, 'ACM']);
  });
  it('comes back as it was written', () => {
    const item: CslItem = {
      id: 'rmrb1', type: 'article-newspaper', title: '100% & 「{引}」_#$ \\ ~^', author: [{ literal: '谷业凯' }, { literal: 'Smith & Sons' }], 'container-title': '人民日报',
      issued: { 'date-parts': [[2025, 6, 4]] }, language: 'zh-CN', URL: 'https://e.example/a_b?c=1&d=%E4%BD%A0', custom: { seedbed: { path: '../资料/a {b}|c.txt', hash: 'ff00', written: '1a' } },
    };
    assert.deepEqual(first(toBibEntry(item)), item);
  });
  it('is added at the end, and every byte before stays', () => {
    const item: CslItem = { id: 'n', type: 'webpage', title: 'T' };
    assert.deepEqual(addBibEntries(undefined, [item]), { ok: true, value: '@online{n,\n  title = {T},\n}\n' });
    assert.deepEqual(addBibEntries('@book{a}\n', [item]), { ok: true, value: '@book{a}\n\n@online{n,\n  title = {T},\n}\n' });
    assert.deepEqual(addBibEntries('@book{a}\r\n\r\n', [item]), { ok: true, value: '@book{a}\r\n\r\n@online{n,\r\n  title = {T},\r\n}\r\n' });
  });
  it('ends where it should, whatever stands in it', () => {
    const item = { id: 'a b, c}', type: 'book', title: '书', language: 'zh}}', DOI: '10.1/a}\n@x{' } as CslItem, added = addBibEntries('@book{k, title={甲}}\n', [item, { id: 'next', type: 'book', title: '下' }]);
    assert.ok(added.ok);
    assert.deepEqual(items(added.value).map(each => (typeof each === 'object' ? each.id : each)), ['k', 'a-b-c-', 'next']);
  });
  it('survives damage to other entries', () => {
    const whole = (at: number): string => `@article{k${at},\n  author = {李明 and Jones, Ann},\n  title = {题目 {No} ${at}},\n  date = {20${String(at % 25).padStart(2, '0')}-0${1 + (at % 9)}},\n}\n`;
    const random = randomSource(5), damaged = new Set<number>();
    const text = Array.from({ length: 200 }, (_, at) => {
      if (random.below(5) > 0) return whole(at);
      damaged.add(at);
      const entry = whole(at), place = random.below(entry.length - 1);
      return `${entry.slice(0, place)}${entry.slice(place + 1)}`.replace(/\n?$/, '\n');
    }).join('\n');
    const found = new Map([...items(text)].reverse().flatMap(item => (typeof item === 'object' ? [[item.id, item] as const] : [])));
    for (let at = 0; at < 200; at++) if (!damaged.has(at)) assert.equal(found.get(`k${at}`)?.title, `题目 No ${at}`);
    assert.ok(damaged.size > 10);
  });
});
