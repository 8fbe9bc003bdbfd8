import assert from 'node:assert/strict';
import { lazyTables } from '../../../src/core/text/tables';
import type { TableName } from '../../../src/core/text/tables';
import { tables } from '../tables';

describe('lazyTables', () => {
  it('reads a table when somebody asks for it, and once', () => {
    const read: TableName[] = [];
    const watched = lazyTables(name => {
      read.push(name);
      return `{"name":"${name}"}`;
    });
    assert.deepEqual(read, []);
    assert.equal(watched.get<{ name: string }>('simplified').name, 'simplified');
    assert.equal(watched.get('simplified'), watched.get('simplified'));
    assert.deepEqual(read, ['simplified']);
  });
});

describe('the built tables', () => {
  const fold = new Map(tables.get<{ fold: string }>('simplified').fold.split('|').map(pair => pair.split(' ') as [string, string]));

  it('fold each character in one step', () => {
    for (const [from, to] of fold) assert.ok(from !== to && !fold.has(to), `${from} becomes ${to}`);
  });

  it('keep the characters of everyday Simplified text as they are', () => {
    for (const character of '什么这个后来里面皇后复制借着象征座位') assert.equal(fold.get(character), undefined, character);
  });

  it('count words as they are folded', () => {
    const { documents, words } = tables.get<{ documents: number; words: Record<string, number> }>('documentFrequency');
    assert.ok(documents > 8000);
    assert.ok((words['着名'] ?? 0) > 0 && words['著名'] === undefined);
    assert.ok((words['什么'] ?? 0) > 0);
  });

  it('tell the scripts apart by characters that only one writes', () => {
    const sets = tables.get<Record<'simplified' | 'traditional' | 'japanese', string>>('scriptSets');
    assert.ok([...'这国们网'].every(character => sets.simplified.includes(character)));
    assert.ok([...'這國們網'].every(character => sets.traditional.includes(character)));
    for (const shared of '后里着群峰干只台面表') assert.ok(!sets.simplified.includes(shared) && !sets.traditional.includes(shared), shared);
  });
});
