import assert from 'node:assert/strict';
import { checkWords } from '../../../src/core/quote/check';
import { bracketed, sourceWording } from '../../../src/core/quote/wording';
import { tables } from '../tables';
import { sourceOf } from './sources';

const page = sourceOf([
  ['江边图书馆昨天开门', 'metadata'],
  '江边的新图书馆昨天正式开门,第一天来了3000名读者,比预计多出5%。主任张继红说:“我们没有关过一天门,今天终于把灯点亮了。”',
  ['相关阅读:老图书馆的屋顶明年要大修', 'boilerplate'],
  '图书馆共有四层,藏书一百二十万册,儿童馆在二层,周末开到晚上九点。',
  '读者可以在互联网上查询信息,用软件预约座位。',
]);

/** The verdict on words, and what it says is changed: `of the note|of the source`. */
function verdict(words: string): readonly string[] {
  const checked = checkWords({ text: words, isDenied: false }, page, tables);
  if (!checked) return ['nothing'];
  if (checked.kind === 'folded') return ['folded', ...checked.ways];
  if (checked.kind !== 'differs' && checked.kind !== 'critical') return [checked.kind];
  return [checked.kind, ...checked.changes.map(({ note, source, critical }) => `${critical ?? ''}:${words.slice(note.start, note.end)}|${checked.passage.exact.slice(source.start, source.end)}`)];
}

const cases: readonly (readonly [words: string, ...verdict: string[]])[] = [
  ['江边的新图书馆昨天正式开门', 'verbatim'],
  ['江边图书馆昨天开门', 'verbatim'],
  ['江边的新图书馆……第一天来了3000名读者', 'elided'],
  ['江邊的新圖書館昨天正式開門', 'folded', 'script'],
  ['江边的新图书馆昨天正式开门，第一天来了3000名读者', 'folded', 'punctuation'],
  ['第一天来了３０００名读者', 'folded', 'width'],
  ['讀者可以在網際網路上查詢資訊,用軟體預約座位', 'folded', 'script', 'words'],
  ['読者可以在互聯網上査詢信息,用軟件預約座位', 'folded', 'script'],
  ['讀者可以在網際網路上查詢資訊,用電話預約座位', 'differs', ':電話|软件'],
  ['读者可以在互联网上查询资讯', 'differs', ':资讯|信息'],
  ['江边的旧图书馆昨天正式开门', 'differs', ':旧|新'],
  ['江边的新图书馆正式开门', 'differs', ':|昨天'],
  ['第一天来了5000名读者', 'critical', 'number:5000名|3000名'],
  ['第一天来了30名读者,比预计多出', 'critical', 'number:30名|3000名'],
  ['比预计多出5个百分点。主任张继红说', 'critical', 'unit:5个百分点|5%'],
  ['我们关过一天门,今天终于', 'critical', 'negation:|没有'],
  ['图书馆不共有四层,藏书一百二十万册', 'critical', 'negation:不|'],
  ['主任张继宏说:“我们没有关过一天门', 'critical', 'name:张继宏|张继红'],
  ['藏书一百三十万册,儿童馆在二层', 'critical', 'number:一百三十万册|一百二十万册'],
  ['图书馆共有四层,藏书120万册,儿童馆在二层', 'differs', ':120|一百二十'],
  ['儿童馆在二层,图书馆共有四层,藏书一百二十万册', 'differs', ':儿童馆在二层|', ':|儿童馆在二层'],
  ['图书馆昨天正式开门,第一天来了300', 'critical', 'number:300|3000名'],
  ['000名读者,比预计多出5%。主任张继红说', 'critical', 'number:000名|3000名'],
  ['第一天来了3000名读者,比预计多出5', 'critical', 'unit:5|5%'],
  ['第一天来了3000', 'verbatim'],
  ['图书馆共有四层,藏书一百二十', 'critical', 'number:一百二十|一百二十万册'],
  ['关过一天门,今天终于把灯点亮了', 'critical', 'negation:|没有'],
  ['主任张继红说……关过一天门', 'critical', 'negation:|没有'],
  ['我们[从没有]关过一天门,今天终于', 'elided'],
  ['老图书馆的屋顶明年要大修', 'hidden'],
  ['山上的老剧场明年才会关门', 'nothing'],
];

describe('a quotation held against its source', () => {
  for (const [words, ...expected] of cases) it(`${expected[0]}: ${words}`, () => assert.deepEqual(verdict(words), expected));
});

it('a quotation that its writer denies may leave the negation out', () => {
  assert.equal(checkWords({ text: '关过一天门,今天终于把灯点亮了', isDenied: true }, page, tables)?.kind, 'verbatim');
});

describe('the words for a quotation that differs', () => {
  const of = (text: string) => checkWords({ text, isDenied: false }, page, tables) ?? assert.fail();
  it('are those of the source, but for what the note leaves out', () => {
    assert.equal(sourceWording('第一天來了5000名讀者', of('第一天來了5000名讀者').passage, '“'), '第一天来了3000名读者');
    assert.equal(sourceWording('江边的旧图书馆……来了3000名读者', of('江边的旧图书馆……来了3000名读者').passage, '“'), '江边的新图书馆……来了3000名读者');
  });
  it('have inner marks within marks of the same kind', () => {
    const words = '主任张继红讲:‘我们没有关过一天门,今天终于把灯点亮了。’';
    assert.equal(sourceWording(words, of(words).passage, '“'), '主任张继红说:‘我们没有关过一天门,今天终于把灯点亮了。’');
  });
  it('tell what is the writer\'s own, after which nothing differs', () => {
    for (const [words, expected] of [['江边的旧图书馆昨天正式开门', '江边的[旧]图书馆昨天正式开门'], ['江边的新图书馆正式开门', '江边的新图书馆……正式开门']] as const) {
      const checked = of(words);
      assert.ok(checked.kind === 'differs');
      assert.equal(bracketed(words, checked.changes), expected);
      assert.equal(checkWords({ text: expected, isDenied: false }, page, tables)?.kind, 'elided');
    }
  });
});
