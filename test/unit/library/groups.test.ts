import assert from 'node:assert/strict';
import { groupSources, type Group } from '../../../src/core/library/groups';
import type { SourceSummary, Topic } from '../../../src/core/library/summary';

const source = (id: string, fields: Partial<SourceSummary> = {}): SourceSummary => ({
  id, path: `seeds/${id}.txt`, format: 'text', encoding: 'utf-8', script: 'Hans', title: id, series: [], authors: [], editors: [], section: [],
  lead: '', citekey: id, hash: '', repairs: 0, hiddenBlocks: 0, topics: [], ...fields,
});

/** `2025 > 6 > a b` for each leaf of the tree. */
function outline(groups: readonly Group[]): string[] {
  return groups.flatMap(each => {
    const name = 'year' in each.key ? String('month' in each.key ? each.key.month : each.key.year) : 'label' in each.key ? each.key.label : 'name' in each.key ? each.key.name : each.key.kind;
    const leaves = each.sources.length > 0 ? [each.sources.map(one => one.id).join(' ')] : [];
    return [...leaves, ...outline(each.groups)].map(rest => `${name} > ${rest}`);
  });
}

const june = source('june', { published: '2025-06-04T14:44', publisher: '甲报', topics: ['t1'] });
const march = source('march', { published: '2025-03-31', publisher: '乙网', topics: ['t2', 't1'] });
const old = source('old', { published: '2021', publisher: '甲报' });
const bare = source('bare');
const broken = source('broken', { error: { kind: 'binary' } });
const topics: Topic[] = [{ id: 't1', label: '科创', members: ['march', 'june'] }, { id: 't2', label: '海洋', members: ['march'] }];
const all = [broken, bare, old, march, june];

describe('grouping the shelf', () => {
  it('puts the newest year and month first, and pages without a date last', () => {
    assert.deepEqual(outline(groupSources(all, topics, 'date')), ['2025 > 6 > june', '2025 > 3 > march', '2021 > undated > old', 'undated > bare', 'unreadable > broken']);
  });
  it('shows a source under each of its topics, its main topic first', () => {
    assert.deepEqual(outline(groupSources(all, topics, 'topic')), ['科创 > june march', '海洋 > march', 'noTopic > old bare', 'unreadable > broken']);
  });
  it('puts the publisher with the most sources first', () => {
    assert.deepEqual(outline(groupSources(all, topics, 'publisher')), ['甲报 > june old', '乙网 > march', 'noPublisher > bare', 'unreadable > broken']);
  });
  it('divides each year by topic', () => {
    assert.deepEqual(outline(groupSources(all, topics, 'dateTopic')), ['2025 > 科创 > june march', '2025 > 海洋 > march', '2021 > noTopic > old', 'undated > bare', 'unreadable > broken']);
  });
  it('has nothing to show of an empty shelf', () => assert.deepEqual(groupSources([], [], 'date'), []));
});
