import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../src/core/analyse';
import type { SourceDocument } from '../../../src/core/document';
import { judge } from '../../../src/core/judge/judge';
import { fingerprints } from '../../../src/core/quote/fingerprints';
import { findSharers } from '../../../src/core/quote/findSharers';
import { articleText } from '../../../src/core/quote/searchText';
import { findSharedPassages, type OtherSource, type SharedPassage } from '../../../src/core/quote/sharedPassages';
import { convertText } from '../../../src/core/script/convert';
import { finish } from '../../../src/core/text/finish';
import { tables } from '../tables';
import { sourceOf } from './sources';

const seedFolder = join(__dirname, '../../../seeds');
const seeds = readdirSync(seedFolder).filter(name => name.endsWith('.txt')).sort().map((name): SourceDocument => {
  const read = analyse(readFileSync(join(seedFolder, name)), { id: name.slice(0, 3), path: name, now: '2026-03-01T12:00:00' }, tables);
  assert.ok(read.ok);
  return judge(read.value, undefined);
});

const named = (id: string, parts: Parameters<typeof sourceOf>[0], published?: string): OtherSource => ({ document: { ...sourceOf(parts), id }, path: id, published });
const shared = (document: SourceDocument, others: readonly OtherSource[], common?: ReadonlySet<number>): readonly SharedPassage[] => finish(findSharedPassages(document, others, tables, common));
const wordsOf = (document: SourceDocument, { span }: Pick<SharedPassage, 'span'>): string => document.raw.slice(span.start, span.end);

/** What one source shares with another: its words, those there, and whether they are the same. */
const told = (document: SourceDocument, other: OtherSource): readonly (readonly [own: string, there: string, isSame: boolean])[] =>
  shared(document, [other]).flatMap(passage => passage.others.map(place => [wordsOf(document, passage), wordsOf(other.document, place), place.isSame] as const));

const port = '三月的江边,新码头的第一批货船昨天清晨装满了茶叶。';
const speech = '市长在开港仪式上说:“五年之内,这条江上的每一座旧码头都要重新亮起灯来。”';
const weather = '天气晴朗,两岸来了许多人。';
const article = sourceOf([port + speech, '傍晚的时候,岸边的老茶馆里坐满了看船的人。', weather]);

describe('passages that several sources share', () => {
  it('are the sentence on May 2023 of two seeds, in both directions, and nothing else of any seed', () => {
    const found = seeds.flatMap(document => {
      const others = seeds.filter(other => other !== document).map((other): OtherSource => ({ document: other, path: other.id, published: other.metadata.published?.value }));
      return shared(document, others).map(passage => ({ in: document.id, words: wordsOf(document, passage), others: passage.others.map(({ source, isSame }) => [source, isSame]), similarity: passage.others[0]?.similarity ?? 0 }));
    });
    assert.deepEqual(found.map(({ in: id, others }) => [id, others]), [['000', [['001', false]]], ['001', [['000', false]]]]);
    for (const { words, similarity } of found) {
      assert.match(words, /^2023年5月,习近平总书记.*主持召开深入推进京津冀协同发展座谈会时强调.*原始创新的主要策源地。”?$/);
      assert.ok(similarity > 0.9 && similarity < 1);
    }
  });
  it('are found in the other script, said to be the same words', () => {
    const there = convertText(port, { script: 'Hans' }, 'hant', tables);
    assert.deepEqual(told(article, named('b', ['今天的消息很短。', there])), [[port, there, true]]);
  });
  it('are found with other punctuation, and where one sentence was made two', () => {
    const there = '市长在开港仪式上说。「五年之内。这条江上的每一座旧码头，都要重新亮起灯来」';
    assert.deepEqual(told(article, named('b', [there])), [[speech, there, true]]);
    const other = named('b', [there]);
    assert.deepEqual(told(other.document, named('a', [speech])).map(([own]) => own).join('|').replace(/[^\p{L}]/gu, ''), there.replace(/[^\p{L}]/gu, ''));
  });
  it('are found with a clause left out, in both directions', () => {
    const there = '市长在开港仪式上说:“这条江上的每一座旧码头都要重新亮起灯来。”';
    assert.deepEqual(told(article, named('b', [there])), [[speech, there, false]]);
    assert.deepEqual(told(sourceOf([there]), named('a', [speech])), [[there, speech, false]]);
  });
  it('are the clauses of a longer sentence, where those are all that is shared', () => {
    const long = '据多年来一直记录这条江的老船工们在各自的日记里写下的文字来看,新码头的第一批货船昨天清晨装满了茶叶,沿岸其他几个城市的码头都还要再等上两三年才能动工。';
    assert.deepEqual(told(sourceOf([long]), named('b', [port])).map(([own]) => own), ['新码头的第一批货船昨天清晨装满了茶叶']);
    assert.deepEqual(told(article, named('b', [long])).map(([, there]) => there), ['新码头的第一批货船昨天清晨装满了茶叶']);
  });
  it('are no two reports of one event, and no set phrases', () => {
    const event = '昨天清晨,江边新建的码头迎来了首批装载茶叶的货船。在仪式上,市长表示,未来五年要让江上所有的老码头都恢复使用。';
    assert.deepEqual(told(article, named('b', [event])), []);
    const phrases = named('b', ['党的十八大以来,以习近平同志为核心的党中央高度重视海洋生态工作。', '要加快建设国际科技创新中心。']);
    assert.deepEqual(told(sourceOf(['党的十八大以来,以习近平同志为核心的党中央高度重视边疆教育工作。', '他谈到了国际科技创新中心。']), phrases), []);
  });
  it('need more letters of English than of Chinese', () => {
    const lamps = 'Every old pier along the river shall have its lamps lit again within five years.';
    assert.deepEqual(told(sourceOf([`He spoke on Monday. ${lamps}`]), named('b', [`${lamps} So he said.`])).map(([own]) => own), [lamps]);
    assert.deepEqual(told(sourceOf(['The old piers of the river are closed.']), named('b', ['The old piers of the river were sold.'])), []);
  });
  it('take a short sentence along that stands beside them in both, and end with the paragraph', () => {
    const both = named('b', [`${port}大家都笑了。`, speech]);
    assert.deepEqual(told(sourceOf([`${port}大家都笑了。`, speech]), both).map(([own]) => own), [`${port}大家都笑了。`, speech]);
    assert.deepEqual(told(sourceOf([`${port}他们都哭了。`]), both).map(([own]) => own), [port]);
  });
  it('name the oldest source first, those without a date last', () => {
    const others = [named('d', [port]), named('c', [port], '2024-02-01'), named('b', [port], '2024-01-31T08:00'), named('a', [port], '2024-02-01')];
    assert.deepEqual(shared(article, others).map(passage => passage.others.map(({ source }) => source)), [['b', 'a', 'c', 'd']]);
  });
  it('are no lines of most sources, as their prints tell', () => {
    const line = '欢迎关注江边日报的微信公众号,每天早上第一时间收到这座城市的全部消息。';
    const pages = Array.from({ length: 12 }, (_, at) => named(`p${at}`, [line, at < 2 ? port : `第${at}页写的是完全不同的一件事。`]));
    const own = pages[0] ?? assert.fail(), printed = pages.map(({ document }) => ({ of: document.id, prints: fingerprints(articleText(document, tables)) }));
    const { sources, common } = finish(findSharers(printed[0]?.prints ?? new Uint32Array(0), 'p0', printed));
    assert.deepEqual(sources, ['p1']);
    const words = (known: ReadonlySet<number>): readonly string[] => shared(own.document, pages.slice(1), known).map(passage => wordsOf(own.document, passage));
    assert.deepEqual([words(common), words(new Set())], [[port], [line, port]]);
  });
});
