import assert from 'node:assert/strict';
import { findDates, readDate } from '../../../src/core/cues/dates';
import { normalLine } from '../../../src/core/cues/normal';

const values = (text: string): readonly string[] => findDates(normalLine(text)).map(({ value }) => value);

describe('findDates', () => {
  const forms: readonly (readonly [printed: string, value: string])[] = [
    ['2025-06-04', '2025-06-04'], ['2025-6-4', '2025-06-04'], ['2025/06/04', '2025-06-04'], ['2025.06.04', '2025-06-04'], ['2025 - 06 - 04', '2025-06-04'],
    ['2025年6月4日', '2025-06-04'], ['2025 年 6 月 4 日', '2025-06-04'], ['2025年06月04号', '2025-06-04'], ['2025年6月', '2025-06'],
    ['2025-06-04 14:44', '2025-06-04T14:44'], ['2025-06-04 14:44:07', '2025-06-04T14:44:07'], ['2025-06-0414:44', '2025-06-04T14:44'],
    ['2025-06-04T14:44:07+08:00', '2025-06-04T14:44:07'], ['2025/06/04 14:44', '2025-06-04T14:44'], ['2025年06月04日06:58', '2025-06-04T06:58'],
    ['2025年6月4日 14时44分', '2025-06-04T14:44'], ['2025年6月4日下午2:44', '2025-06-04T14:44'], ['2025年6月4日（星期三）14:44', '2025-06-04T14:44'],
    ['２０２５－０６－０４　１４：４４', '2025-06-04T14:44'], ['２０２５年６月４日', '2025-06-04'], ['08:30 2020-11-30', '2020-11-30T08:30'],
    ['民國114年6月4日', '2025-06-04'], ['中华民国114年6月4日', '2025-06-04'], ['111年12月18日', '2022-12-18'],
    ['二零一五年三月五日', '2015-03-05'], ['二〇一五年十二月三十一日', '2015-12-31'], ['二○二五年六月', '2025-06'], ['20250604 14:44', '2025-06-04T14:44'],
    ['June 4, 2025', '2025-06-04'], ['4 June 2025', '2025-06-04'], ['Jun. 4, 2025 2:44 PM', '2025-06-04T14:44'], ['04/06/2025', '2025-06-04'], ['06/24/2025', '2025-06-24'],
    ['6月4日', '--06-04'], ['01/12 08:53', '--01-12T08:53'],
  ];
  for (const [printed, value] of forms) it(`reads ${printed} as ${value}`, () => assert.deepEqual(values(printed), [value]));

  it('finds no date in a day that lost its month', () => assert.deepEqual(values('(记者 林安)120日上午'), []));
  it('finds no date in years of plans', () => assert.deepEqual(values('到2025年基本形成,到2035年全球领先'), []));
  it('finds no date where month or day cannot be', () => assert.deepEqual(values('2025-13-04 2025-02-40'), []));
  it('keeps the day where the clock cannot be', () => assert.deepEqual(values('2025-06-04 25:99'), ['2025-06-04']));
  it('finds several dates in their order', () => assert.deepEqual(values('起草:2024-01-02 发布:2024年1月3日'), ['2024-01-02', '2024-01-03']));
  it('says where each stands', () => {
    const line = '来源:江城晚报2025-06-04 14:44';
    const [date] = findDates(line);
    assert.equal(line.slice(date?.start, date?.end), '2025-06-04 14:44');
  });
});

describe('readDate', () => {
  it('reads the date of a meta tag', () => assert.equal(readDate('2024-05-09T22:27:02+08:00'), '2024-05-09T22:27:02'));
  it('is nothing where there is none', () => assert.equal(readDate('yesterday'), undefined));
});
