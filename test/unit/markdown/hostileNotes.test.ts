import assert from 'node:assert/strict';
import { citedInNote, keysOf } from '../../../src/core/cite/citedInNote';
import { quotePlace } from '../../../src/host/notes/insertionPlace';
import { findQuotations } from '../../../src/core/markdown/quotations';
import { scanNote } from '../../../src/core/markdown/scan';
import { segmentsOf } from '../../../src/core/quote/segments';

/** Work that grows with the square of these sizes takes minutes. */
const MANY = 30_000;

describe('a note that is large and hostile is read to its end', () => {
  it('with environments that nothing closes', () => assert.deepEqual(scanNote('\\begin{a}\n\n'.repeat(MANY)).citations, []));
  it('with comments in a list that nothing closes', () => assert.deepEqual(scanNote('- <!--\n'.repeat(MANY)).comments, []));
  it('with fences in an item that nothing closes', () => assert.equal(scanNote(`- a\n${'```x\n'.repeat(MANY)}`).citations.length, 0));
  it('with a footnote for each citation', () => {
    const marks = Array.from({ length: MANY }, (_, at) => `[^a${String(at)}]`), note = `${marks.join(' ')}\n\n${marks.map(mark => `${mark}: @b\n\n`).join('')}`;
    const scan = scanNote(note), rows = citedInNote(note, scan, findQuotations(note, scan, { shortest: 2 }), keysOf(scan).map(key => ({ key, item: { id: key, type: 'webpage' } })), true);
    assert.equal(rows[0]?.places.length, MANY);
  });
  it('with a quotation for each citation', () => {
    const note = '“甲乙丙丁” [@b]。\n\n'.repeat(MANY), scan = scanNote(note), quotations = findQuotations(note, scan, { shortest: 2 });
    const places = citedInNote(note, scan, quotations, [{ key: 'b' }], true)[0]?.places ?? [];
    assert.equal(places.length, MANY);
    assert.ok(places.every(place => place.quotations.length === 1));
  });
  it('with spaces before a gap that is none', () => assert.equal(segmentsOf(`甲${' '.repeat(MANY * 10)}乙`).length, 1));
  it('with spaces behind the place of a quotation', () => assert.equal(quotePlace(`甲乙${' '.repeat(MANY * 10)}丙`, scanNote(''), 1), MANY * 10 + 3));
});
