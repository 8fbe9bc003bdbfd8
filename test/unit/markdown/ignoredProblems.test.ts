import assert from 'node:assert/strict';
import { ignoredProblems, ignoringComment } from '../../../src/core/markdown/ignoredProblems';
import { scanNote } from '../../../src/core/markdown/scan';

/** The letters of a note at which a code is ignored. */
function ignoredAt(note: string, code = 'quote-differs'): string {
  const isIgnored = ignoredProblems(note, scanNote(note));
  return [...note.matchAll(/[A-Z]/g)].filter(({ index }) => isIgnored(code, { start: index, end: index + 1 })).map(([letter]) => letter).join('');
}

describe('a comment that has problems ignored', () => {
  it('counts for the block behind it', () => {
    assert.equal(ignoredAt('A\n\n<!-- seedbed:ignore quote-differs -->\nB\nC\n\nD'), 'BC');
    assert.equal(ignoredAt('A\n\n<!-- seedbed:ignore quote-differs -->\n\n> B\n>\n> C\n\nD'), 'BC');
    assert.equal(ignoredAt(`A\r\n\r\n${ignoringComment('quote-differs')}\r\nB\r\n\r\nD`), 'B');
  });
  it('counts for the block it stands in', () => assert.equal(ignoredAt('A\n\nB <!-- seedbed:ignore quote-differs --> C\nD\n\nE'), 'BCD'));
  it('counts for the whole note', () => assert.equal(ignoredAt('A\n\nB\n\n<!-- seedbed:ignore-all quote-differs -->\n'), 'AB'));
  it('counts for the codes it names, or for all', () => {
    assert.equal(ignoredAt('<!-- seedbed:ignore quote-folded, quote-differs -->\nB'), 'B');
    assert.equal(ignoredAt('<!-- seedbed:ignore quote-folded -->\nB'), '');
    assert.equal(ignoredAt('<!-- seedbed:ignore -->\nB', 'citation-unknown'), 'B');
  });
  it('is none in code, or of another name', () => {
    assert.equal(ignoredAt('`<!-- seedbed:ignore -->` B'), '');
    assert.equal(ignoredAt('<!-- seedbed:ignored -->\nB'), '');
    assert.equal(ignoredAt('<!-- ignore -->\nB'), '');
  });
});
