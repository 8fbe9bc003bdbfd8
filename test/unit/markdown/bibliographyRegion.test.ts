import assert from 'node:assert/strict';
import { bibliographyEdit, findBibliography, newBibliography } from '../../../src/core/markdown/bibliographyRegion';
import { findQuotations } from '../../../src/core/markdown/quotations';
import { scanNote } from '../../../src/core/markdown/scan';

const find = (note: string) => findBibliography(note, scanNote(note));
const OPEN = '<!-- seedbed:bibliography (x) -->', CLOSE = '<!-- /seedbed:bibliography -->';

function updated(note: string, references: readonly string[]): string {
  const found = find(note);
  assert.ok(found.ok && found.value);
  const edit = bibliographyEdit(note, found.value, references);
  return edit ? note.slice(0, edit.span.start) + edit.text + note.slice(edit.span.end) : note;
}

describe('the list of references in a note', () => {
  const list = newBibliography(['[1] 甲.', '[2] 乙.'], 'kept');
  it('stands between two comments, a paragraph for each', () => assert.equal(list, '<!-- seedbed:bibliography (kept) -->\n\n[1] 甲.\n\n[2] 乙.\n\n<!-- /seedbed:bibliography -->'));
  it('is found again', () => assert.deepEqual(find(`文\n\n${list}\n`), { ok: true, value: { start: 3 + '<!-- seedbed:bibliography (kept) -->'.length, end: 3 + list.indexOf('<!-- /') } }));
  it('is none in code, or where nobody put one', () => {
    for (const note of ['文', `\`\`\`\n${list}\n\`\`\`\n`, `\`${OPEN}\` x \`${CLOSE}\``, '<!-- bibliography -->']) assert.deepEqual(find(note), { ok: true, value: undefined }, note);
  });
  it('is left alone where a marker stands without the other, or there are several', () => {
    for (const note of [OPEN, CLOSE, `${CLOSE}\n\n${OPEN}`, `${OPEN}\n\n${OPEN}`]) assert.deepEqual(find(note), { ok: false, error: 'unpaired' }, note);
    assert.deepEqual(find(`${list}\n\n${list}`), { ok: false, error: 'several' });
  });
  it('changes where references do, and nowhere else', () => {
    const note = `前\n\n${list}\n\n后`;
    assert.equal(updated(note, ['[1] 甲.', '[2] 乙.']), note);
    assert.equal(updated(note, ['[1] 甲.', '[2] 丙.', '[3] 乙.']), note.replace('[2] 乙.', '[2] 丙.\n\n[3] 乙.'));
    assert.equal(updated(note, []), `前\n\n<!-- seedbed:bibliography (kept) -->\n\n<!-- /seedbed:bibliography -->\n\n后`);
  });
  it('is as small an edit as can be', () => {
    const found = find(list);
    assert.ok(found.ok && found.value);
    assert.deepEqual(bibliographyEdit(list, found.value, ['[1] 甲.', '[2] 丙.']), { span: { start: list.indexOf('乙'), end: list.indexOf('乙') + 1 }, text: '丙' });
  });
  it('keeps the line ends of the note', () => assert.equal(updated(`${OPEN}\r\n\r\n${CLOSE}\r\n`, ['a', 'b']), `${OPEN}\r\n\r\na\r\n\r\nb\r\n\r\n${CLOSE}\r\n`));
  it('cites and quotes nothing, whatever stands in it', () => {
    const note = `“引文甲乙丙丁戊己庚辛”[@a]\n\n${newBibliography(['[1] “Title of a piece in marks.” [@b] <https://x.example/@c>'], 'x')}\n\n[@d]`, scan = scanNote(note);
    assert.deepEqual(scan.citations.flatMap(({ keys }) => keys.map(({ key }) => key)), ['a', 'd']);
    assert.deepEqual(findQuotations(note, scan).map(({ text }) => text), ['引文甲乙丙丁戊己庚辛']);
    assert.ok(find(note).ok);
  });
  it('is looked into where it may be something else', () => {
    for (const between of ['<!-- x -->\n\n[@b]', '```\nx\n```\n\n[@b]']) assert.equal(scanNote(`${OPEN}\n\n${between}\n\n${CLOSE}`).citations.length, 1, between);
    assert.equal(scanNote(`${OPEN}\n\n[@b]`).citations.length, 1);
  });
  it('cannot be ended by its remark', () => assert.equal(newBibliography([], 'a --> b').split('-->').length, 3));
});
