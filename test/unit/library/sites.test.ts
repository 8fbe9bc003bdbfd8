import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';
import { judge } from '../../../src/core/judge/judge';
import type { Shelved } from '../../../src/core/library/shelved';
import { Sites } from '../../../src/core/library/sites';
import { summarise } from '../../../src/core/library/summarise';
import { finish } from '../../../src/core/text/finish';
import { tables } from '../tables';
import { cubs, pageText, pandas, rates, type PageText } from './pages';

function shelve(id: string, page: PageText): Shelved {
  const analysis = analyse(new TextEncoder().encode(pageText(page)), { id, path: id, now: '2025-01-01T12:00:00' }, tables);
  assert.ok(analysis.ok);
  return { kind: 'source', id, path: id, hash: id, analysis: analysis.value };
}

const learn = (sites: Sites, sources: readonly Shelved[]): readonly Shelved[] => finish(sites.learn(sources));

/** Marks sources as read with what their site teaches; gives their ids. */
function read(due: readonly Shelved[]): string[] {
  for (const source of due) {
    const document = judge(source.analysis, source.profile);
    source.reading = { own: summarise(document, source), keyBase: '', prints: new Uint32Array(0), quoted: [] };
  }
  return due.map(source => source.id).sort();
}

const alone: PageText = { title: '另一站的文章', dateline: '2024-01-01', paragraphs: ['与别处没有一行相同。'] };

describe('the sites of a shelf', () => {
  const [first, second, third] = [shelve('pandas', pandas), shelve('cubs', cubs), shelve('rates', rates)];
  const bare = shelve('bare', alone);
  const foreign: Shelved = { ...bare, analysis: { ...bare.analysis, lines: bare.analysis.lines.filter(line => line.text.includes('另一站') || line.text.includes('一行')) } };
  const sites = new Sites();

  it('are learnt when a page comes that shares its frame: the page read before is due again', () => {
    assert.deepEqual(read(learn(sites, [first, foreign])), ['bare', 'pandas']);
    assert.deepEqual(read(learn(sites, [first, foreign, second])), ['cubs', 'pandas']);
  });
  it('leave pages alone that a further page teaches nothing about', () => assert.deepEqual(read(learn(sites, [first, foreign, second, third])), ['rates']));
  it('are not learnt twice from the same pages', () => assert.deepEqual(learn(sites, [first, foreign, second, third]), []));
  it('are unlearnt when the other pages go', () => assert.deepEqual(read(learn(sites, [first, foreign])), ['pandas']));
});
