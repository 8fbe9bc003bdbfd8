import assert from 'node:assert/strict';
import type { Edit } from '../../../src/core/document';
import { changedLines } from '../../../src/host/changedLines';

const made = (text: string, edits: readonly Edit[]): string =>
  [...edits].reverse().reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);

describe('the lines that a conversion changes', () => {
  const before = '题目\n\nplain\n后来\n', after = '題目\n\nplain\n後來\n';

  it('are only those that differ', () => assert.deepEqual(changedLines(before, after).map(({ text }) => text), ['題目', '後來']));
  it('make the one text of the other', () => assert.equal(made(before, changedLines(before, after)), after));
  it('leave line ends of two characters whole', () => {
    const old = before.replaceAll('\n', '\r\n'), now = after.replaceAll('\n', '\r\n');
    const edits = changedLines(old, now);
    assert.equal(made(old, edits), now);
    assert.ok(edits.every(({ text }) => !text.includes('\r')));
  });
  it('are everything where lines were added', () => assert.deepEqual(changedLines('甲', '甲\n乙'), [{ span: { start: 0, end: 1 }, text: '甲\n乙' }]));
  it('are none where nothing changed', () => assert.deepEqual(changedLines(before, before), []));
});
