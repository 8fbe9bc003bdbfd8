import assert from 'node:assert/strict';
import { cases } from './pandocCases';
import { randomLines, randomNotes } from './randomNotes';
import { readByPandoc, readBySeedbed, type ReadNote } from './readCitations';

// Written with pandoc 2.17.1.1. Left out is what other versions read otherwise, such as brackets behind a citation that nothing closes.
describe('citations as pandoc reads them', function () {
  this.timeout(120_000);
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
  it('have the same keys in lines made at random', async () => { await agreeOn(randomLines(7, 2500)); });
  it('have the same keys in notes made at random', async () => { await agreeOn(randomNotes(8, 2500)); });
});

describe('citations not as pandoc reads them', () => {
  const differing: readonly (readonly [why: string, note: string, seedbed: readonly string[], pandoc: readonly string[]])[] = [
    ['a bare address, which no one means for a citation, holds none', '见 https://example.org/@user 与 @b', ['b'], ['user', 'b']],
    ['so with one in brackets', '[https://example.org/@user]', [], ['user']],
    ['a footnote that is not referred to yet cites: its keys are to be completed, explained and renamed', '正文\n\n[^1]: 见 [@a]', ['a'], []],
    ['a footnote that is referred to twice stands in the note once', '甲[^1]乙[^1]\n\n[^1]: 见 [@a]', ['a'], ['a', 'a']],
    ['a key without a character is none', '@{} 与 @a', ['a'], ['', 'a']],
  ];
  for (const [why, note, seedbed, pandoc] of differing) {
    it(why, async () => assert.deepEqual([keysOf(readBySeedbed(note)), keysOf((await readByPandoc([note]))[0] ?? [])], [seedbed, pandoc]));
  }
});

const keysOf = (note: ReadNote): readonly string[] => note.flat().map(({ key }) => key);

/** Footnotes and captions stand elsewhere in what pandoc gives, so the order is left to the written cases. */
async function agreeOn(notes: readonly string[]): Promise<void> {
  const byPandoc = await readByPandoc(notes);
  const keys = (note: ReadNote): readonly string[] => note.flat().map(({ key, mode }) => `${key} ${mode}`).sort();
  const cited = notes.map((note, at) => ({ note, pandoc: byPandoc[at] })).filter(({ pandoc }) => pandoc !== undefined);
  assert.deepEqual(cited.map(({ note }) => ({ note, keys: keys(readBySeedbed(note)) })), cited.map(({ note, pandoc = [] }) => ({ note, keys: keys(pandoc) })));
  assert.ok(cited.length > notes.length * 0.9);
}
