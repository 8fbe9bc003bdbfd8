import assert from 'node:assert/strict';
import { isSameEntry, isSameWork, type Meaning } from '../../../src/core/cite/sameCitation';

const one = 'file:///one/references.json', two = 'file:///two/references.json';
const inOne: Meaning = { key: 'a', files: [one], entry: { bibliography: one } };
const inTwo: Meaning = { key: 'a', files: [two], entry: { bibliography: two } };

describe('two citations', () => {
  it('are the same where they are looked up in one entry, by whatever list of files', () => {
    assert.ok(isSameEntry(inOne, { ...inOne, files: [two, one] }));
    assert.ok(isSameWork(inOne, { ...inOne, files: [two, one] }));
  });
  it('differ where one key is an entry in two bibliographies', () => {
    assert.ok(!isSameEntry(inOne, inTwo));
    assert.ok(!isSameWork(inOne, inTwo));
  });
  it('are of one work where both stand for one source, under any key, but not of one entry', () => {
    const first = { ...inOne, source: 'file:///s.txt' }, second = { ...inTwo, key: 'b', source: 'file:///s.txt' };
    assert.ok(isSameWork(first, second));
    assert.ok(!isSameEntry(first, second));
  });
  it('of a key nobody knows are the same where they are looked up in the same files', () => {
    assert.ok(isSameEntry({ key: 'a', files: [one] }, { key: 'a', files: [one] }));
    assert.ok(!isSameEntry({ key: 'a', files: [one] }, { key: 'a', files: [two] }));
    assert.ok(!isSameEntry({ key: 'a', files: [one] }, inOne));
    assert.ok(!isSameWork({ key: 'a', files: [one] }, { key: 'b', files: [one] }));
  });
  it('of a key that only a source would be given are the same in all files', () => {
    assert.ok(isSameEntry({ key: 'a', files: [one], source: 's' }, { key: 'a', files: [two], source: 's' }));
  });
});
