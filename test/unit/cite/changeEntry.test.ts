import assert from 'node:assert/strict';
import { changeEntry } from '../../../src/core/cite/changeEntry';

const text = '[\n  {"id":"a" , "note": "\\u4e2d"},\n  {\n    "id": "b",\n    "title": "旧",\n    "x": [1,2],\n    "custom": {\n      "seedbed": {\n        "path": "seeds/a.txt",\n        "hash": "ff"\n      }\n    }\n  }\n]\n';

function changed(key: string, changes: Record<string, unknown>, from = text): string {
  const after = changeEntry(from, key, changes);
  assert.ok(after !== undefined);
  JSON.parse(after);
  return after;
}

describe('changing an entry of a bibliography', () => {
  it('replaces a value and keeps every other byte', () => assert.equal(changed('b', { title: '新' }), text.replace('旧', '新')));
  it('adds a field behind the others, as they are set', () => {
    assert.equal(changed('b', { 'custom.seedbed.written': '' }), text.replace('"hash": "ff"', '"hash": "ff",\n        "written": ""'));
    assert.equal(changed('a', { title: '新' }), text.replace('"\\u4e2d"}', '"\\u4e2d", "title": "新"}'));
  });
  it('writes a list in the indentation of its place', () => {
    assert.equal(changed('b', { author: [{ literal: '甲' }] }), text.replace('    }\n  }\n]', '    },\n    "author": [\n      {\n        "literal": "甲"\n      }\n    ]\n  }\n]'));
  });
  it('takes a field away, with its comma', () => {
    assert.equal(changed('b', { x: undefined }), text.replace('    "x": [1,2],\n', ''));
    assert.equal(changed('b', { 'custom.seedbed': undefined }), text.replace(/\{\n {6}"seedbed"[^}]*\}\n {4}\}/, '{}'));
    assert.deepEqual(JSON.parse(changed('b', { custom: undefined })), [{ id: 'a', note: '中' }, { id: 'b', title: '旧', x: [1, 2] }]);
  });
  it('makes several changes at once', () => {
    assert.deepEqual((JSON.parse(changed('b', { title: '新', 'custom.seedbed.path': 'c.txt', URL: 'https://a.example/' })) as unknown[])[1],
      { id: 'b', title: '新', x: [1, 2], custom: { seedbed: { path: 'c.txt', hash: 'ff' } }, URL: 'https://a.example/' });
  });
  it('keeps Windows line ends', () => assert.equal(/(?<!\r)\n/.test(changed('b', { author: ['甲'] }, text.replace(/\n/g, '\r\n'))), false));
  it('begins an object that is not there', () => assert.deepEqual(JSON.parse(changed('a', { 'custom.seedbed.path': 'x' })), [{ id: 'a', note: '中', custom: { seedbed: { path: 'x' } } }, (JSON.parse(text) as unknown[])[1]]));
  it('leaves alone what it does not find, or cannot read', () => {
    assert.equal(changeEntry(text, 'c', { title: 'x' }), undefined);
    assert.equal(changeEntry('[{"id": "a", "x": }]', 'a', { title: 'x' }), undefined);
    assert.equal(changed('b', { nothing: undefined, 'title.inner': 'x' }), text);
  });
});
