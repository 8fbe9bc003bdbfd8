import assert from 'node:assert/strict';
import { sourceMatcher, type Matchable } from '../../../src/core/references/matchItems';
import { foldText } from '../../../src/core/script/fold';
import { tables } from '../tables';

const sources: readonly Matchable[] = [
  { id: 'a', title: '北京不断强化科技创新策源功能', url: 'http://www.news.example/a/', published: '2025-06-04T14:44' },
  { id: 'b', title: '江城建成新桥，两岸通车', published: '2024-05-06' },
  { id: 'c', title: '社论', published: '2024-05-06' },
  { id: 'd1', title: '今日天气晴好宜出行', published: '2024-05-06' },
  { id: 'd2', title: '今日天气晴好宜出行', published: '2024-05-07' },
  { id: 'e', title: '没有日期的一篇文章' },
];
const match = sourceMatcher(sources, text => foldText(text, tables));
const item = (title: string, date?: readonly number[], URL?: string) => ({ id: 'k', type: 'webpage', title, ...(date && { issued: { 'date-parts': [date] } }), ...(URL && { URL }) });

describe('the source of an entry', () => {
  it('is that of the same address, however it is written', () => assert.deepEqual(match(item('别的题目', [1999], 'https://news.example/a#top')), { source: 'a', by: 'url' }));
  it('is that of the same title and date, in either script and punctuation', () => assert.deepEqual(match(item('江城建成新橋 兩岸通車', [2024, 5])), { source: 'b', by: 'titleAndDate' }));
  it('is that of a title which one has alone, where a date is missing', () => {
    assert.deepEqual(match(item('没有日期的一篇文章', [2024])), { source: 'e', by: 'title' });
    assert.deepEqual(match(item('江城建成新桥，两岸通车')), { source: 'b', by: 'title' });
  });
  it('is none where the dates differ', () => assert.equal(match(item('江城建成新桥，两岸通车', [2023, 5, 6])), undefined));
  it('is none where several may be meant', () => {
    assert.equal(match(item('今日天气晴好宜出行')), undefined);
    assert.equal(match(item('今日天气晴好宜出行', [2024, 5])), undefined);
    assert.deepEqual(match(item('今日天气晴好宜出行', [2024, 5, 7])), { source: 'd2', by: 'titleAndDate' });
  });
  it('is not told by a title that many have', () => assert.equal(match(item('社论', [2024, 5, 6])), undefined));
});
