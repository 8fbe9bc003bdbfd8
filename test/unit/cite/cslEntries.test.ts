import assert from 'node:assert/strict';
import { changeKey } from '../../../src/core/cite/entries/changeKey';
import { findCslEntries, readCslEntry } from '../../../src/core/cite/entries/cslEntries';
import type { RawEntry } from '../../../src/core/cite/entries/rawEntry';
import { randomSource } from '../random';

const keys = (text: string): readonly string[] => findCslEntries(text).entries.map(({ key }) => key);
const kinds = (text: string): readonly string[] => findCslEntries(text).problems.map(({ kind, key }) => [kind, key].filter(Boolean).join(' '));
const items = (count: number): readonly object[] => Array.from({ length: count }, (_, at) => ({ id: `k${at}`, type: 'book', title: `题目 "${at}"`, author: [{ family: 'A' }, { literal: '李明' }], issued: { 'date-parts': [[2020]] } }));

describe('the entries of a CSL-JSON list', () => {
  it('come to an end on strings that nothing closes', () => {
    for (const text of ['[{"id":"' + 'a\\"'.repeat(300_000), '[{"id":"a'.repeat(50_000), '"{'.repeat(200_000)]) assert.equal(findCslEntries(text).entries.length, 0);
  });
  it('have the place of their keys, also of keys with escapes and of numbers', () => {
    const text = '[{"id": "a\\u4e2d", "title": "A"}, {"type": "book", "id": 12}]';
    assert.deepEqual(findCslEntries(text).entries.map(({ key, keySpan }) => [key, text.slice(keySpan.start, keySpan.end)]), [['a中', 'a\\u4e2d'], ['12', '12']]);
  });
  it('may hold objects with an id of their own', () => assert.deepEqual(keys('[{"id": "a", "custom": {"list": [{"id": "x"}, {"id": "y"}]}}, {"id": "b"}]'), ['a', 'b']));
  it('that lack a brace cost themselves alone, in lines', () => {
    const text = JSON.stringify(items(3), null, 2).replace('\n  },\n  {\n    "id": "k2"', '\n  {\n    "id": "k2"');
    assert.deepEqual([keys(text), kinds(text)], [['k0', 'k2'], ['unclosed k1']]);
  });
  it('that lack a brace or a quotation mark cost themselves alone, on one line', () => {
    const brace = JSON.stringify(items(3)).replace(']]}},{"id":"k1"', ']]},{"id":"k1"');
    assert.deepEqual([keys(brace), kinds(brace)], [['k1', 'k2'], ['unclosed k0']]);
    const quote = JSON.stringify(items(3)).replace('"k0","type":"book"', '"k0","type":"book');
    assert.deepEqual(keys(quote).slice(-2), ['k1', 'k2']);
  });
  it('stand behind a brace too many', () => assert.deepEqual(keys('[{"id": "a"}}, {"id": "b"}, {"id": "c"}]').slice(-2), ['b', 'c']));
  it('with an escape that JSON does not know are told when they are read', () => {
    const [entry] = findCslEntries('[{"id": "a\\x"}]').entries;
    assert.ok(entry && !readCslEntry(entry).ok);
  });
  it('survive damage to other entries', () => {
    for (const indent of [0, 2, '\t']) {
      const whole = items(200), random = randomSource(7), damaged = new Set<number>();
      const parts = whole.map((item, at) => {
        const text = JSON.stringify(item, null, indent).replace(/\n/g, typeof indent === 'string' ? '\n\t' : '\n  ');
        if (random.below(5) > 0) return text;
        damaged.add(at);
        const place = 1 + random.below(text.length - 1);
        return text.slice(0, place) + text.slice(place + 1);
      });
      const gap = indent === 0 ? '' : typeof indent === 'string' ? '\n\t' : '\n  ';
      const read = new Set(findCslEntries(`[${gap}${parts.join(`,${gap}`)}]`).entries.filter(entry => readCslEntry(entry).ok).map(({ key }) => key));
      assert.deepEqual(whole.flatMap((_, at) => (damaged.has(at) || read.has(`k${at}`) ? [] : [at])), []);
      assert.ok(damaged.size > 10);
    }
  });
});

describe('renaming a key in a bibliography', () => {
  const renamed = (text: string, entries: readonly RawEntry[], key: string, name: string): string =>
    [...changeKey(text, entries, key, name)].reverse().reduce((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text);

  it('changes the id of the entry and no other byte', () => {
    const text = '\uFEFF[\r\n {"id" : "a", "title": "a"},\r\n {"id": 7, "note": "a"}\r\n]';
    const { entries } = findCslEntries(text);
    assert.equal(renamed(text, entries, 'a', 'x"y'), text.replace('"id" : "a"', '"id" : "x\\"y"'));
    assert.equal(renamed(text, entries, '7', 'seven'), text.replace('7', '"seven"'));
  });
  it('changes the fields of a .bib file that name the entry', () => {
    const first = '@book{a, title = {a}}', second = '@inbook{ab, crossref = "a", xdata = {ab, a ,c}, note = {a}}', text = `${first}\n${second}\n`;
    const entries = [{ key: 'a', text: first, start: 0, at: 6 }, { key: 'ab', text: second, start: first.length + 1, at: first.length + 9 }]
      .map(({ key, text: own, start, at }) => ({ key, keySpan: { start: at, end: at + key.length }, span: { start, end: start + own.length }, text: own }));
    assert.equal(renamed(text, entries, 'a', 'new'), '@book{new, title = {a}}\n@inbook{ab, crossref = "new", xdata = {ab, new ,c}, note = {a}}\n');
  });
});
