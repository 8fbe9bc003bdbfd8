import assert from 'node:assert/strict';
import { MarkedFiles, placeOf, placeOfAddress } from '../../../src/core/cite/fileMarks';

function marked(...files: readonly (readonly [value: string, place: string, hash: string])[]): MarkedFiles<string> {
  const found = new MarkedFiles<string>();
  for (const [value, place, hash] of files) found.add({ place, hash }, value);
  return found;
}

describe('files that entries were made for', () => {
  const files = marked(['moved', 'old.txt', 'h1'], ['same', 'b.txt', 'h2'], ['edited', 'c.txt', 'h3']);
  it('are found by place and content, after a rename, and after an edit', () => {
    assert.equal(files.find({ place: 'b.txt', hash: 'h2' }), 'same');
    assert.equal(files.find({ place: 'new.txt', hash: 'h1' }), 'moved');
    assert.equal(files.find({ place: 'c.txt', hash: 'changed' }), 'edited');
    assert.equal(files.find({ place: 'z.txt', hash: 'z' }), undefined);
  });
  it('go by content where two changed places', () => assert.equal(marked(['a', 'x.txt', 'h1'], ['b', 'y.txt', 'h2']).find({ place: 'y.txt', hash: 'h1' }), 'a'));
  it('of one content go by place', () => assert.equal(marked(['a', 'x.txt', 'h'], ['b', 'y.txt', 'h']).find({ place: 'y.txt', hash: 'h' }), 'b'));
  it('without a hash are not taken for one another', () => assert.equal(marked(['a', 'x', '']).find({ place: 'y', hash: '' }), undefined));
});

describe('the place of a file', () => {
  it('is the same however its address is written', () => assert.equal(placeOfAddress('file:///a/%E8%B5%84.txt'), placeOfAddress('file:///a/资.txt')));
  it('is found from a path beside another file', () => {
    assert.equal(placeOf('seeds/资 1.txt', 'file:///home/a/references.json'), 'file:///home/a/seeds/资 1.txt');
    assert.equal(placeOf('../seeds/./x.txt', 'file:///home/a/%E7%AC%94/references.json'), 'file:///home/a/seeds/x.txt');
  });
  it('never leaves the root', () => assert.equal(placeOf('../../../../x', 'file:///a/r.json'), 'file:///x'));
  it('stands as it is where an address is none', () => assert.equal(placeOfAddress('file:///100%.txt'), 'file:///100%.txt'));
});
