import assert from 'node:assert/strict';
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { inWindow } from './inWindow';
import type { TreeRow } from './workbench';

const labels = (rows: readonly TreeRow[]) => rows.map(({ level, label }) => `${'  '.repeat(level - 1)}${label}`);
const sourcesOf = (rows: readonly TreeRow[]) => rows.filter(({ expanded }) => expanded === undefined);
const hasSources = (count: number) => (rows: readonly TreeRow[]) => sourcesOf(rows).length === count;

const byDate = [
  '2026', '  February', '    從開局之年首次地方考察,讀懂“科技自立自強”的深意',
  '2025', '  June', '    北京不断强化科技创新策源功能', '  March', '    北京全力打造国际科技创新高地',
  '2024', '  April', '    聚焦“高精尖” 交出“京”答卷',
  '2021', '  January', '    北京国际科创中心建设如何走出新路子?科技部给出关键词',
];

describe('the Sources view', () => {
  it('shows the seeds by year and month, newest first, with publisher and date', () => inWindow({}, async window => {
    await window.showSources();
    const rows = await window.waitForTree('five sources', hasSources(5));
    assert.deepEqual(labels(rows), byDate);
    assert.deepEqual(sourcesOf(rows).map(({ description }) => description), [
      '央視新聞客戶端 · 2026-02-11', '人民网-人民日报 · 2025-06-04', '央视网 · 2025-03-31', '光明网 · 2024-04-03', '光明网 · 2021-01-20',
    ]);
    await window.pictures('tree-by-date');
  }));

  it('groups by topic, publisher, and date with topic, and remembers it over a reload', () => inWindow({}, async window => {
    await window.showSources();
    await window.waitForTree('five sources', hasSources(5));

    await window.pressInView('Group Sources By…');
    await window.choose('Publisher');
    const byPublisher = await window.waitForTree('a publisher', rows => rows.some(({ label, level }) => level === 1 && label === '光明网'));
    assert.deepEqual(byPublisher.filter(({ level }) => level === 1).map(({ label }) => label).sort(), ['人民网-人民日报', '光明网', '央視新聞客戶端', '央视网']);
    assert.equal(sourcesOf(byPublisher).length, 5);
    await window.pictures('tree-by-publisher');

    await window.runCommand('Seedbed: Group Sources By…');
    await window.choose('Date, then Topic');
    const byBoth = await window.waitForTree('a year above a topic', rows => rows[0]?.label === '2026' && rows[1]?.label === '国际科技创新中心');
    assert.ok(byBoth.some(({ level, label }) => level === 2 && label === '高精尖产业'));
    await window.pictures('tree-by-date-and-topic');

    await window.runCommand('Seedbed: Group Sources By…');
    await window.choose('Topic');
    const isByTopic = (rows: readonly TreeRow[]) => rows[0]?.level === 1 && rows[0].label === '国际科技创新中心';
    const byTopic = await window.waitForTree('a topic on top', isByTopic);
    const under = (topic: string) => {
      const at = byTopic.findIndex(({ level, label }) => level === 1 && label === topic);
      const end = byTopic.findIndex(({ level }, index) => index > at && level === 1);
      return byTopic.slice(at + 1, end < 0 ? undefined : end).map(({ label }) => label);
    };
    assert.ok(under('国际科技创新中心').includes('北京不断强化科技创新策源功能'));
    assert.ok(under('高精尖产业').includes('聚焦“高精尖” 交出“京”答卷'));
    assert.ok(under('国际科技创新中心').includes('北京全力打造国际科技创新高地') && under('高精尖产业').includes('北京全力打造国际科技创新高地'), 'a source may stand under two topics');
    await window.pictures('tree-by-topic');

    await window.reload();
    await window.waitForTree('the topics again', isByTopic);
  }));

  it('filters by words of title, publisher or date, in either script', () => inWindow({}, async window => {
    await window.showSources();
    await window.waitForTree('five sources', hasSources(5));
    await window.runCommand('Seedbed: Filter Sources…');
    await window.typeInPick('科技自立自强');
    await window.page.keyboard.press('Enter');
    const found = await window.waitForTree('one source', hasSources(1));
    assert.equal(sourcesOf(found)[0]?.label, '從開局之年首次地方考察,讀懂“科技自立自強”的深意');
    await window.pictures('tree-filtered');
    await window.runCommand('Seedbed: Clear Filter');
    await window.waitForTree('all sources', hasSources(5));
  }));

  it('follows files that are deleted, added and renamed', () => inWindow({}, async (window, folder) => {
    await window.showSources();
    await window.waitForTree('five sources', hasSources(5));
    copyFileSync(folder.path('seeds/003_eeab958d9503df85.txt'), folder.path('kept.txt'));
    rmSync(folder.path('seeds/003_eeab958d9503df85.txt'));
    const fewer = await window.waitForTree('four sources', hasSources(4));
    assert.ok(!labels(fewer).includes('2021'));
    copyFileSync(folder.path('kept.txt'), folder.path('seeds/again.txt'));
    await window.waitForTree('five sources', hasSources(5));
    renameSync(folder.path('seeds/again.txt'), folder.path('seeds/renamed.txt'));
    await window.waitForTree('five sources after the renaming', hasSources(5));
  }));

  it('says what to do in a folder without sources, and takes the folder that is chosen', () => inWindow({ seeds: false, files: { 'pages/one.txt': '标题一\n\n来源:新华社 2024-01-02 10:00\n\n这是一篇保存下来的文章的正文，只有一段话，说的是春天的事情。\n' } }, async window => {
    await window.showSources();
    const welcome = window.page.locator('.sidebar .welcome-view-content:visible', { hasText: 'No sources here yet' });
    await welcome.waitFor();
    assert.match(await welcome.innerText(), /seeds, sources, clippings or 资料/);
    await window.pictures('welcome');
    await welcome.getByText('Choose Source Folder…').click();
    await window.chooseFolder('pages');
    await window.waitForTree('the page of the chosen folder', hasSources(1));
  }));

  it('finds a source by the other script and opens it from the list', () => inWindow({}, async window => {
    await window.showSources();
    await window.waitForTree('five sources', hasSources(5));
    await window.runCommand('Seedbed: Go to Source…');
    await window.typeInPick('不斷強化');
    await window.choose('北京不断强化科技创新策源功能');
    assert.match(await window.readerText('长城脚下'), /北京不断强化科技创新策源功能/);
  }));
});
