import assert from 'node:assert/strict';
import { cases } from './pandocCases';
import { readByPandoc, readBySeedbed, type ReadNote } from './readCitations';

// Written with pandoc 2.17.1.1. Left out is what other versions read otherwise, such as brackets behind a citation that nothing closes.
describe('citations as pandoc reads them', function () {
  this.timeout(60_000);
  const notes = Object.values(cases).flat();
  let read: ReadonlyMap<string, ReadNote | undefined>;
  before(async () => {
    const byPandoc = await readByPandoc(notes);
    read = new Map(notes.map((note, at) => [note, byPandoc[at]]));
  });
  for (const [about, group] of Object.entries(cases)) {
    for (const note of group) it(`${about}: ${note.replace(/\n/g, '⏎').slice(0, 60)}`, () => assert.deepEqual(readBySeedbed(note), read.get(note)));
  }
  it('are found in most of the cases, at least 260 different ones', () => {
    assert.ok(new Set(notes).size === notes.length && notes.length >= 260, String(notes.length));
    assert.ok([...read.values()].filter(citations => citations !== undefined && citations.length > 0).length > notes.length / 2);
  });
});
