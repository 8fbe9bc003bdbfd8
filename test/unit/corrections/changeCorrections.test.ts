import assert from 'node:assert/strict';
import { changeCorrections } from '../../../src/core/corrections/changeCorrections';
import type { Correction } from '../../../src/core/corrections/corrections';
import { readCorrections } from '../../../src/core/corrections/readCorrections';

const source = { path: 'seeds/river.txt', hash: 'a1' };
const site = { key: 'news.example.com', lines: [] };

function after(text: string | undefined, ...corrections: Correction[]): { readonly text: string; readonly json: unknown; readonly undo: readonly Correction[] } {
  const changed = changeCorrections(text, corrections);
  assert.ok(changed.ok);
  return { ...changed.value, json: JSON.parse(changed.value.text) };
}

const title: Correction = { kind: 'detail', source, name: 'title', value: '江边建起新图书馆' };
const body: Correction = { kind: 'block', source, block: { text: '图书馆共四层', nth: 1 }, role: 'body' };
const hide: Correction = { kind: 'line', site, text: '点击量:123', shows: 'hidden' };

describe('a file of corrections', () => {
  it('is begun with the first of them, small and readable', () => {
    assert.equal(after(undefined, title, { ...title, name: 'editors', value: [] }, body, hide).text, `{
  "version": 1,
  "sources": {
    "seeds/river.txt": {
      "hash": "a1",
      "details": {
        "title": "江边建起新图书馆",
        "editors": []
      },
      "blocks": [
        {
          "text": "图书馆共四层",
          "role": "body"
        }
      ]
    }
  },
  "sites": {
    "news.example.com": {
      "hidden": [
        "点击量:123"
      ]
    }
  }
}
`);
  });
  it('says the same in the same order, however it came about', () => {
    const other = { ...title, source: { path: 'seeds/a.txt', hash: 'b2' } };
    assert.equal(after(after(undefined, title, body).text, other).text, after(after(undefined, other, body).text, title).text);
  });
  it('keeps what others wrote in it', () => {
    const text = JSON.stringify({ note: 'ours', sources: { 'seeds/river.txt': { hash: 'a1', seen: true, details: { rating: 5 }, blocks: [{ text: 'x', role: 'caption' }] } }, sites: { other: { colour: 'red' } } });
    assert.deepEqual(after(text, title, body).json, {
      version: 1,
      sources: { 'seeds/river.txt': { hash: 'a1', details: { title: '江边建起新图书馆', rating: 5 }, blocks: [{ text: 'x', role: 'caption' }, { text: '图书馆共四层', role: 'body' }], seen: true } },
      sites: { other: { colour: 'red' } },
      note: 'ours',
    });
  });
  it('gives what takes a change back', () => {
    const before = after(undefined, { ...title, value: '旧标题' }, hide);
    const changed = after(before.text, title, body, { ...hide, text: '点击量:9', shows: 'shown' }, { kind: 'learning', site, isOff: true });
    assert.notEqual(changed.text, before.text);
    assert.deepEqual(readCorrections(after(changed.text, ...changed.undo).text), readCorrections(before.text.replace('点击量:123', '点击量:9')));
  });
  it('is empty again when the first correction is taken back', () => {
    const changed = after(undefined, body, title, hide, { kind: 'learning', site: { key: '江边网', lines: ['a', 'b'] }, isOff: true });
    assert.deepEqual(after(changed.text, ...changed.undo).json, { version: 1 });
  });
  it('holds a line as hidden or as shown, whatever its numbers are, never as both', () => {
    assert.deepEqual(after(after(undefined, hide).text, { ...hide, text: '点击量：4 567', shows: 'shown' }).json, { version: 1, sites: { 'news.example.com': { shown: ['点击量：4 567'] } } });
  });
  it('tells blocks that begin alike by their order', () => {
    const second: Correction = { ...body, block: { text: '图书馆共四层', nth: 2 }, role: 'boilerplate' };
    const found = readCorrections(after(undefined, body, second).text);
    assert.deepEqual(found.ok && found.value.sources.get(source.path)?.blocks, [{ text: '图书馆共四层', nth: 1, role: 'body' }, { text: '图书馆共四层', nth: 2, role: 'boilerplate' }]);
  });
  it('takes the corrections of a renamed source along', () => {
    const moved = after(after(undefined, body).text, { ...title, source: { path: 'seeds/2025/river.txt', hash: 'a1' } });
    const found = readCorrections(moved.text);
    assert.deepEqual(found.ok && [...found.value.sources.keys()], ['seeds/2025/river.txt']);
    assert.equal(found.ok && found.value.sources.get('seeds/2025/river.txt')?.blocks.length, 1);
  });
  it('is left alone when it cannot be read, with the place where it breaks', () => {
    assert.deepEqual(changeCorrections('{\n  "sources": {,\n', [title]), { ok: false, error: { kind: 'syntax', line: 2, column: 15 } });
    for (const text of ['[]', '7', '{"sources": []}', '{"sites": {"a": "b"}}']) assert.deepEqual(changeCorrections(text, [title]), { ok: false, error: { kind: 'notCorrections' } }, text);
    assert.deepEqual(readCorrections('{"version": 2}'), { ok: false, error: { kind: 'newer', version: 2 } });
  });
  it('gives what can be read of entries that have another form', () => {
    const found = readCorrections('\uFEFF{"sources": {"a.txt": {"details": {"title": 7, "authors": "王明"}, "blocks": [7, {"text": "x"}]}}, "sites": {"b": {"hidden": ["x", 7, ""], "learning": "on"}}}');
    assert.ok(found.ok);
    assert.deepEqual(found.value.sources.get('a.txt'), { hash: '', details: { authors: ['王明'] }, blocks: [] });
    assert.deepEqual(found.value.sites.get('b'), { hidden: ['x'], shown: [], isLearningOff: false, lines: [] });
    assert.deepEqual(readCorrections(' '), readCorrections(undefined));
  });
});
