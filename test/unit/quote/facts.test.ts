import assert from 'node:assert/strict';
import { factsIn, shapeOf } from '../../../src/core/quote/facts';
import { titledNames } from '../../../src/core/quote/people';
import { tables } from '../tables';

/** `what stands there=what it counts as`, negations alone. */
const told = (text: string): readonly string[] => factsIn(shapeOf(text, tables)).map(({ kind, start, end, value }) => (kind === 'number' ? `${text.slice(start, end)}=${value}` : text.slice(start, end)));

describe('the numbers of a text', () => {
  const cases: readonly (readonly [text: string, ...facts: string[]])[] = [
    ['增长了5.6%', '5.6%=5.6 %'], ['投資３.２億元', '３.２億元=320000000 元'], ['一百二十万册', '一百二十万册=1200000 册'], ['藏书五千余册', '五千余册=5000 册'],
    ['二〇二三年五月', '二〇二三年=2023 年', '五月=5 月'], ['第三季度', '第三季度=3 季度'], ['百分之六十五', '百分之六十五=65 %'], ['三分之一', '三分之一=1 /3'],
    ['5,000人', '5,000人=5000 人'], ['20多万平方米', '20多万平方米=200000 平方米'], ['半年', '半年=0.5 年'], ['周三', '周三=3 '], ['5个百分点', '5个百分点=5 个百分点'],
    ['$5 million', '$5 million=5000000 $'], ['twenty-five people', 'twenty-five people=25 people'], ['3 percent', '3 percent=3 %'], ['90 kilometres', '90 kilometres=90 km'],
  ];
  for (const [text, ...facts] of cases) it(`are read with their units: ${text}`, () => assert.deepEqual(told(text), facts));
  it('are none in words that count nothing', () => assert.deepEqual(['一些人', '十分重要', '统一部署', '万一下雨', '两岸', '百姓', '半导体', '四周'].flatMap(told), []));
});

describe('the negations of a text', () => {
  it('are words that deny', () => {
    assert.deepEqual(told('没有提高,也不下降,尚未完成,无人受伤,非法,请勿靠近'), ['没有', '不', '未', '无', '非', '勿']);
    assert.deepEqual(told('It is not clear, and they didn’t say; no one knew'), ['not', 'n’t', 'no']);
  });
  it('are none in words that deny nothing', () => assert.deepEqual(['不断提高', '不仅如此', '非常好', '特别是', '无论如何', '是否', '未来', '别人', '差不多', '除非', 'another knot'].flatMap(told), []));
});

describe('names beside titles', () => {
  const names = (text: string): readonly string[] => titledNames(text, tables).map(({ name }) => name);
  it('stand behind an office, or before it', () => {
    assert.deepEqual(names('图书馆主任张继红说,记者林平在现场,李文先生'), ['张继红', '林平', '李文']);
    assert.deepEqual(names(',陈立群主任介绍'), ['陈立群']);
  });
  it('are foreign, too', () => assert.deepEqual(names('约翰·史密斯说,Dr Helen Marsh and Mr Reed agreed'), ['约翰·史密斯', 'helen marsh', 'reed']));
  it('are none where an office stands alone', () => assert.deepEqual(names('主任说,记者了解到,专家表示,市长在会上'), []));
});
