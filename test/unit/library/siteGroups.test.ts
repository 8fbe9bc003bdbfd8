import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';
import { groupBySite } from '../../../src/core/judge/siteProfile';
import type { Shelved } from '../../../src/core/library/shelved';
import { SiteGroups } from '../../../src/core/library/siteGroups';
import { finish } from '../../../src/core/text/finish';
import { tables } from '../tables';
import { cubs, pageText, pandas, rates } from './pages';

function shelve(id: string, text: string, path = `${id}.txt`): Shelved {
  const analysis = analyse(new TextEncoder().encode(text), { id, path, now: '2025-01-01T12:00:00' }, tables);
  assert.ok(analysis.ok);
  return { kind: 'source', id, path, hash: id, analysis: analysis.value };
}
const page = (host: string, title: string): string => `<html><head><link rel="canonical" href="http://${host}/a"><title>${title}</title></head><body><h1>${title}</h1><p>${title}的消息今天传来。</p></body></html>`;

const site = [shelve('pandas', pageText(pandas)), shelve('cubs', pageText(cubs)), shelve('rates', pageText(rates))];
const hosted = [shelve('one', page('a.example', '河海新区'), 'one.html'), shelve('two', page('b.example', '古琴'), 'two.html'), shelve('three', page('a.example', '竹林'), 'three.html')];
const alone = shelve('alone', '另一站的文章\n\n与别处没有一行相同。');
const all = [site[0], hosted[0], alone, site[1], hosted[1], site[2], hosted[2]].filter(each => each !== undefined);

/** The groups of a shelf that came to stand as it does in several turns. */
function grouped(...turns: (readonly Shelved[])[]): string[][] {
  const groups = new SiteGroups();
  for (const turn of turns) finish(groups.follow(turn));
  return [...groups].map(group => group.members.map(source => source.id));
}

describe('the sites of a shelf that grows', () => {
  it('are those of the whole shelf taken at once', () => {
    const atOnce = groupBySite(all.map(source => source.analysis)).map(pages => pages.map(each => each.id));
    assert.deepEqual(atOnce, [['pandas', 'cubs', 'rates'], ['one', 'three'], ['alone'], ['two']]);
    assert.deepEqual(grouped(all), atOnce);
    assert.deepEqual(grouped(all.slice(0, 2), all.slice(0, 5), all), atOnce);
  });
  it('lose the pages that go, and end with the last of them', () => assert.deepEqual(grouped(all, [alone, ...hosted.slice(0, 1)]), [['one'], ['alone']]));
  it('keep the place of a page that was written anew', () => {
    const again = shelve('cubs', pageText({ ...cubs, title: '幼仔满月' }));
    assert.deepEqual(grouped(site, site.map(source => (source.id === 'cubs' ? again : source))), [['pandas', 'cubs', 'rates']]);
  });
  it('let a page go that comes from another site now', () => {
    const moved = shelve('cubs', page('b.example', '幼仔'), 'cubs.html');
    assert.deepEqual(grouped([...site, ...hosted], [...site.map(source => (source.id === 'cubs' ? moved : source)), ...hosted]), [['pandas', 'rates'], ['one', 'three'], ['two', 'cubs']]);
  });
  it('know a site again that all pages had left', () => assert.deepEqual(grouped(hosted, [], hosted), [['one', 'three'], ['two']]));
});
