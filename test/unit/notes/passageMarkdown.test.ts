import assert from 'node:assert/strict';
import { passageMarkdown } from '../../../src/host/notes/passageMarkdown';
import type { FoundPassage } from '../../../src/worker/port';

const passage = (found: Partial<FoundPassage>): FoundPassage =>
  ({ span: { start: 0, end: 1 }, kind: 'close', similarity: 0.9, scope: 'body', before: '', exact: '', after: '', differences: [], ...found });
const shown = (found: Partial<FoundPassage>, words = ''): string => passageMarkdown(passage(found), words).replace(/<span[^>]*>/g, '(').replace(/<\/span>/g, ')');
const span = (start: number, end: number) => ({ start, end });

describe('a passage in a hover', () => {
  it('fades its surroundings, and marks what only one side has', () => {
    const differences = [{ kind: 'same', note: span(0, 1), source: span(0, 1) }, { kind: 'note', note: span(1, 2), source: span(1, 1) }, { kind: 'source', note: span(2, 2), source: span(1, 3) }] as const;
    assert.equal(shown({ before: '前', exact: '甲丙丁', after: '后', differences }, '甲乙'), '(前)甲<del>(乙)</del><strong>(丙丁)</strong>(后)');
  });
  it('shows that an ellipsis leaves something out, and nothing for one that does not', () => {
    const omitted = (end: number) => [{ kind: 'omitted', note: span(0, 2), source: span(0, end) }] as const;
    assert.equal(shown({ exact: '甲乙', differences: omitted(2) }, '……'), '( \\[…\\] )');
    assert.equal(shown({ exact: '甲乙', differences: omitted(0) }, '……'), '');
  });
  it('closes its marks at the end of a paragraph', () => {
    const differences = [{ kind: 'source', note: span(0, 0), source: span(0, 3) }] as const;
    assert.equal(shown({ exact: '甲\n乙', differences }), '<strong>(甲)</strong>\n\n<strong>(乙)</strong>');
  });
  it('escapes what page and note hold', () => {
    const differences = [{ kind: 'same', note: span(0, 3), source: span(0, 3) }, { kind: 'note', note: span(3, 6), source: span(3, 3) }] as const;
    assert.equal(shown({ before: '[a](command:b)', exact: '<b>', differences }, '<b><i>'), '(\\[a\\]\\(command\\:b\\))\\<b\\><del>(\\<i\\>)</del>');
  });
});
