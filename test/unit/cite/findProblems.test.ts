import assert from 'node:assert/strict';
import type { CslItem } from '../../../src/core/cite/cslItem';
import { findProblems, type CitationProblem, type KnownKey } from '../../../src/core/cite/problems/findProblems';
import { isNearKey } from '../../../src/core/cite/problems/nearestKeys';
import { digestOf } from '../../../src/core/cite/problems/outOfStep';
import { scanNote } from '../../../src/core/markdown/scan';
import { untrapped } from '../markdown/trapCases';

const made: CslItem = { id: 'x', type: 'webpage', title: '新标题', issued: { 'date-parts': [[2025, 6, 4]] }, custom: { seedbed: { path: 'seeds/a.txt', hash: 'ff' } } };
const entry = (more: Partial<CslItem> = {}, written?: string): CslItem =>
  ({ ...made, id: 'cited', ...more, custom: { seedbed: { path: 'seeds/a.txt', hash: 'ff', ...(written !== undefined && { written }) } } });

const plain: Record<string, KnownKey> = { key: { entries: 1, item: { id: 'key', type: 'book' } }, key2020: { entries: 1 }, a: { entries: 1 }, b: { entries: 1 } };

function problems(text: string, keys: Record<string, KnownKey> = plain): readonly CitationProblem[] {
  return findProblems(text, scanNote(text), { isEmpty: Object.keys(keys).length === 0, find: key => keys[key] ?? { entries: 0 }, isNear: key => isNearKey(key, Object.keys(keys)) });
}

const kinds = (text: string, keys?: Record<string, KnownKey>): readonly string[] => problems(text, keys).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

describe('problems of citations', () => {
  it('are keys that nobody knows', () => assert.deepEqual(kinds('甲[@nobody; @key]乙'), ['unknown @nobody']));
  it('are unknown keys outside brackets where they are nearly known, or written as no name of a person is', () => {
    assert.deepEqual(kinds('@key2002 wrote, @{someone} wrote, @another wrote'), ['unknown @key2002', 'unknown @{someone}']);
    assert.deepEqual(kinds('关注 @maria1987 的微博, by @user2020 on GitHub, @foo [bar] @2x [img]'), []);
  });
  it('are none where no bibliography and no source is known', () => assert.deepEqual(kinds('甲[@nobody]', {}), []));
  it('are no labels of figures and the like, and no names that the note makes links of', () => {
    assert.deepEqual(kinds('[@fig:one] [@tbl-results; @key] [@sec-intro] [@*] [@someone] [@nobody]\n\n[@someone]: https://example.org/\n'), ['unknown @nobody']);
  });
  it('are keys that several entries have', () => assert.deepEqual(kinds('[@key]', { key: { entries: 2 } }), ['duplicate @key']));
  it('are entries whose file is no source any more', () => {
    assert.deepEqual(problems('[@cited]', { cited: { entries: 1, item: entry() } }).map(each => each.kind === 'gone' && each.path), ['seeds/a.txt']);
  });
  it('are sources cited before they have an entry', () => assert.deepEqual(kinds('[@rm1]', { rm1: { entries: 0, source: 'file:///a' } }), ['noEntry @rm1']));
  it('are traps, which explain more than an unknown key', () => {
    assert.deepEqual(kinds('@key指出，据报道@key。'), ['swallowed @key指出', 'glued @key']);
  });
  it('come in the order of the note', () => assert.deepEqual(kinds('[@nobody]，据报道@key，[@a；@b]。[@no]'), ['unknown @nobody', 'glued @key', 'separator [@a；@b]', 'unknown @no']));
  for (const text of untrapped.filter(each => !/no|user|Override/.test(each))) it(`are none in ${JSON.stringify(text)}`, () => assert.deepEqual(kinds(text), []));
});

describe('an entry out of step with its source', () => {
  const fields = (item: CslItem, now: CslItem = made): readonly string[] => {
    const [problem] = problems('[@cited]', { cited: { entries: 1, item, source: 'file:///a', made: () => now } });
    return problem?.kind === 'outdated' ? problem.fields : [];
  };
  const written = entry({ title: '旧标题' });

  it('is told by the fields that the source has otherwise now', () => assert.deepEqual(fields(entry({ title: '旧标题' }, digestOf(written))), ['title']));
  it('is not one that says the same', () => assert.deepEqual(fields(entry({}, digestOf(made))), []));
  it('is not one that was changed by hand', () => assert.deepEqual(fields(entry({ title: '我的标题' }, digestOf(written))), []));
  it('is not one that the writer keeps', () => assert.deepEqual(fields(entry({ title: '旧标题' }, '')), []));
  it('loses what the source no longer tells', () => {
    const before = entry({ URL: 'https://a.example/' });
    assert.deepEqual(fields(entry({ URL: 'https://a.example/' }, digestOf(before))), ['URL']);
  });
  it('keeps fields of its own where nobody knows who wrote them', () => assert.deepEqual(fields(entry({ title: '旧标题', URL: 'https://a.example/' })), ['title']));
});
