import assert from 'node:assert/strict';
import { addItems, parseBibliography } from '../../../src/core/cite/bibliography';
import type { CslItem } from '../../../src/core/cite/cslItem';

const item: CslItem = { id: 'new1', type: 'webpage', title: '标题', custom: { seedbed: { path: 'seeds/a.txt', hash: 'ff' } } };

function after(text: string | undefined): string {
  const added = addItems(text, [item]);
  assert.ok(added.ok, JSON.stringify(added));
  return added.value;
}

describe('adding an item to a bibliography', () => {
  it('begins a new one', () => assert.equal(after(undefined), `${JSON.stringify([item], null, 2)}\n`));
  it('begins one in an empty file', () => assert.equal(after(' \n'), after(undefined)));
  it('keeps every byte of what others wrote', () => {
    const text = '[\n    {\n        "id":   "smith2020", "type":"book",\n        "note" : "\\u4e2d 1.50e1",\n        "author": [ {"family":"Smith"} ]\n    }\n]\n';
    const added = after(text);
    const end = text.lastIndexOf('\n]');
    assert.ok(added.startsWith(`${text.slice(0, end)},\n    {\n        "id": "new1",`));
    assert.ok(added.endsWith('\n    }\n]\n'));
    assert.deepEqual((JSON.parse(added) as unknown[])[1], item);
  });
  it('follows tabs and Windows line ends', () => {
    const added = after('[\r\n\t{\r\n\t\t"id": "a"\r\n\t}\r\n]');
    assert.ok(added.includes('\t},\r\n\t{\r\n\t\t"id": "new1",\r\n'));
    assert.equal(added.replace(/\r\n/g, '').includes('\n'), false);
  });
  it('stays on one line where the file does', () => assert.equal(after('[{"id":"a"}]'), `[{"id":"a"}, ${JSON.stringify(item)}]`));
  it('fills an empty list', () => {
    assert.deepEqual(JSON.parse(after('[]\n')), [item]);
    assert.deepEqual(JSON.parse(after('[\n]\n')), [item]);
  });
  it('keeps a byte order mark', () => assert.ok(after('\uFEFF[\n  {"id": "a"}\n]').startsWith('\uFEFF[\n  {"id": "a"},\n  {')));
  it('puts items of one line each below each other', () => {
    assert.deepEqual((JSON.parse(after('[\n{"id": "a"},\n{"id": "b"}\n]')) as CslItem[]).map(each => each.id), ['a', 'b', 'new1']);
  });
  it('never writes over a broken one, and says where it breaks', () => {
    assert.deepEqual(addItems('[\n  {"id": "a"\n', [item]), { ok: false, error: { kind: 'syntax', detail: 'CloseBraceExpected', line: 3, column: 1 } });
    for (const text of ['[{"id": "a"},]', '[/* x */]', '[{"id": "a"}] x', '{', 'nonsense']) assert.equal(addItems(text, [item]).ok, false);
  });
  it('leaves alone what is no list', () => assert.deepEqual(addItems('{"items": []}', [item]), { ok: false, error: { kind: 'notAList' } }));
  it('does not issue a key twice', () => assert.deepEqual(addItems('[{"id": "new1"}]', [item]), { ok: false, error: { kind: 'taken', key: 'new1' } }));
});

describe('reading a bibliography', () => {
  it('keeps fields it does not know and custom fields of others', () => {
    const read = parseBibliography('[{"id": "a", "type": "book", "DOI": "10.1/x", "custom": {"other": 1}}]');
    assert.deepEqual(read, { ok: true, value: [{ id: 'a', type: 'book', DOI: '10.1/x', custom: { other: 1 } }] });
  });
  it('takes numbers for ids and years written as text', () => {
    const read = parseBibliography('[{"id": 7, "issued": {"date-parts": [["2020", 5]]}}, {"id": "b", "issued": {"raw": "2019-03"}}]');
    assert.ok(read.ok);
    assert.deepEqual(read.value.map(({ id, issued }) => [id, issued?.['date-parts'][0]]), [['7', [2020, 5]], ['b', [2019, 3]]]);
  });
  it('passes over entries without an id and fields of the wrong form', () => {
    const read = parseBibliography('[3, {"title": "x"}, {"id": "a", "title": ["x"], "author": "y", "issued": [2020], "custom": 1}]');
    assert.deepEqual(read, { ok: true, value: [{ id: 'a', type: '' }] });
  });
});
