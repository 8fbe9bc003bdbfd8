import assert from 'node:assert/strict';
import { belowCommonFolder, numberedPath } from '../../../src/host/copyPlaces';

describe('where copies go', () => {
  it('keeps the folders below the one that all files share', () =>
    assert.deepEqual(belowCommonFolder(['/w/notes/a.md', '/w/notes/deep/b.md', '/w/notes/deep/c/d.txt']), ['a.md', 'deep/b.md', 'deep/c/d.txt']));
  it('tells folders apart that only begin alike', () => assert.deepEqual(belowCommonFolder(['/w/ab/a.md', '/w/abc/b.md']), ['ab/a.md', 'abc/b.md']));
  it('has no folder for a single file', () => assert.deepEqual(belowCommonFolder(['/w/notes/a.md']), ['a.md']));
  it('numbers a name before its ending', () => {
    assert.equal(numberedPath('/w/v1.2/a.b.md', 2), '/w/v1.2/a.b 2.md');
    assert.equal(numberedPath('/w/v1.2/plain', 3), '/w/v1.2/plain 3');
    assert.equal(numberedPath('/w/.hidden', 2), '/w/.hidden 2');
  });
});
