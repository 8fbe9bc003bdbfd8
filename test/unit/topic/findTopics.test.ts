import assert from 'node:assert/strict';
import { clusterVectors } from '../../../src/core/topic/cluster';
import { finish } from '../../../src/core/text/finish';
import { findTerms } from '../../../src/core/topic/terms';
import { findTopics, type Topics } from '../../../src/core/topic/findTopics';
import type { BackgroundFrequency } from '../../../src/core/topic/vectors';
import { wordsOf } from '../../../src/core/topic/words';
import { randomSource } from '../random';
import { tables } from '../tables';

type Page = readonly [id: string, title: string, body: string];

const topicsOf = (pages: readonly Page[]): Topics =>
  finish(findTopics(pages.map(([id, title, body]) => ({ id, terms: findTerms(title, body, tables) })), tables.get<BackgroundFrequency>('documentFrequency')));
const held = ({ topics }: Topics): Record<string, string> => Object.fromEntries(topics.map(topic => [topic.label, [...topic.members].sort().join(' ')]));

const pandas: Page[] = [
  ['p1', '野化大熊猫放归保护区', '两只大熊猫从野化基地放归自然保护区。研究人员为大熊猫戴上项圈，监测大熊猫在竹林中的活动。\n保护区的竹林为大熊猫提供食物。'],
  ['p2', '大熊猫幼仔首次亮相', '繁育基地的大熊猫幼仔首次亮相。饲养员说，大熊猫幼仔每天吃竹笋。\n繁育基地今年有九只大熊猫幼仔。'],
  ['p3', '竹林开花威胁大熊猫食物', '保护区的竹林大面积开花，大熊猫的食物减少。\n专家建议为大熊猫建立走廊，连接几片竹林。'],
];
const rates: Page[] = [
  ['r1', '央行下调存款准备金率', '央行宣布下调存款准备金率。银行贷款利率随之下降，存款准备金率为近年最低。'],
  ['r2', '存款准备金率下调后房贷利率走低', '存款准备金率下调之后，银行的房贷利率走低。\n多家银行下调贷款利率。'],
];
const alone: Page = ['a', '古琴修复技艺后继有人', '古琴的漆面要用鹿角霜修补。修复一张古琴需要两年，学徒先学斫琴。'];

describe('topics', () => {
  it('puts pages about one thing under a phrase of their texts, and leaves a page like no other without', () => {
    const found = topicsOf([...pandas, ...rates, alone]);
    assert.equal(held(found)['大熊猫'], 'p1 p2 p3');
    assert.equal(held(found)['存款准备金率'], 'r1 r2');
    assert.deepEqual(found.bySource.get('a'), []);
  });
  it('names a topic by a whole name, not by a piece of it', () => {
    assert.equal(Object.keys(held(topicsOf([...pandas, ...rates]))).some(label => /^(?:熊猫|准备金|准备金率|存款准备金)$/.test(label)), false);
  });
  it('prints the label as its members do, also when they use both scripts', () => {
    const traditional: Page[] = [
      ['t1', '野化大熊貓放歸保護區', '兩隻大熊貓放歸自然保護區的竹林。研究人員監測大熊貓的活動。'],
      ['t2', '大熊貓幼仔首次亮相', '繁育基地的大熊貓幼仔首次亮相，大熊貓幼仔每天吃竹筍。'],
    ];
    assert.equal(held(topicsOf([...traditional, ...rates]))['大熊貓'], 't1 t2');
    assert.equal(held(topicsOf([...traditional, ...pandas, ...rates]))['大熊猫'], 'p1 p2 p3 t1 t2');
  });
  it('groups English pages by their subject', () => {
    const english: Page[] = [
      ['e1', 'Solar panels on every school roof', 'The city will put solar panels on the roof of every school. Solar panels cut the cost of power for schools.'],
      ['e2', 'School saves with solar panels', 'A school saved a third of its power bill with solar panels. The roof held forty solar panels.'],
    ];
    assert.equal(held(topicsOf([...english, ...pandas]))['solar panels'], 'e1 e2');
  });
  it('puts a page under several topics, the one it says most about first', () => {
    const both: Page = ['b', '大熊猫保护区的古琴音乐会', '大熊猫保护区举办古琴音乐会。大熊猫的竹林边，古琴手弹奏大熊猫主题的乐曲。竹林里听得见古琴。'];
    const strings: Page = ['s', '古琴音乐会走进竹林', '古琴音乐会在竹林举行，古琴手用老琴弹奏乐曲。古琴音乐会的听众坐在竹林里。'];
    const found = topicsOf([...pandas, both, strings]);
    assert.ok((found.bySource.get('b') ?? []).length > 1, JSON.stringify([...found.bySource]));
    assert.equal(found.topics.filter(topic => topic.members.includes('b') && topic.members.includes('s')).length, 1);
  });
  it('does not name a topic after who speaks', () => {
    const office: Page[] = [1, 2, 3].map((at): Page => [`o${at}`, '座谈会强调粮食安全', '王明市长说，粮食安全是大事。王明市长又说，粮食安全要靠良田。王明市长还说了很多。']);
    assert.deepEqual(Object.keys(held(topicsOf(office))).filter(label => label.includes('市长')), []);
  });
  it('says the same for the same pages in any number of runs, and nothing of an empty shelf', () => {
    assert.deepEqual(topicsOf([...pandas, ...rates]).topics, topicsOf([...pandas, ...rates]).topics);
    assert.deepEqual(topicsOf([]).topics, []);
  });
});

describe('the words of a line', () => {
  it('are folded, and printed as they stand', () => {
    assert.deepEqual([...wordsOf('國際 AI 中心', tables)].map(({ folded, printed }) => [folded, printed]), [['国际', '國際'], ['ai', 'AI'], ['中心', '中心']]);
  });
  it('join across a space only in Latin', () => {
    assert.deepEqual([...wordsOf('solar panels, 国际中心', tables)].map(word => word.joined), [false, true, false, true]);
  });
  it('of a very long line come in reasonable pieces', () => assert.equal([...wordsOf('大熊猫'.repeat(5000), tables)].length > 4900, true));
});

describe('a run of characters the segmenter does not know', () => {
  it('counts as a word once it recurs', () => {
    assert.equal(new Map(findTerms('', '高精尖企业，高精尖人才，高精尖设备。', tables).words).get('高精尖'), 3);
  });
});

describe('clustering', () => {
  /** Vectors over twenty words of one subject each. */
  const vectors = (count: number, subjects: number): ReadonlyMap<string, number>[] => {
    const random = randomSource(7);
    return Array.from({ length: count }, (_, at) => {
      const words = new Set(Array.from({ length: 6 }, () => `${at % subjects}-${random.below(9)}`));
      return new Map([...words].map(word => [word, 1 / Math.sqrt(words.size)]));
    });
  };
  for (const [count, subjects] of [[40, 4], [400, 8], [1600, 5]] as const) {
    it(`finds ${subjects} subjects among ${count} pages`, () => {
      const groups = finish(clusterVectors(vectors(count, subjects)));
      for (const group of groups) assert.equal(new Set(group.map(index => index % subjects)).size, 1);
      assert.deepEqual(groups.slice(0, subjects).map(group => group.length), Array.from({ length: subjects }, () => count / subjects));
    });
  }
});
