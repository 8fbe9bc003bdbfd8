import assert from 'node:assert/strict';
import { isWebAddress, readDate, readList } from '../../../src/core/corrections/readDetail';

describe('a date as a writer types it', () => {
  it('is kept as precise as it was given', () => {
    const dates: Readonly<Record<string, string>> = {
      '2025': '2025', '2025年': '2025', '2025-6': '2025-06', '2025年6月': '2025-06', ' 2025/6/4 ': '2025-06-04', '2025.06.04': '2025-06-04', '2025年6月4日': '2025-06-04',
      '2025-06-04 14:44': '2025-06-04T14:44', '2025-06-04T14:44:07': '2025-06-04T14:44:07', '2025年6月4日 9:05': '2025-06-04T09:05', '2024-02-29': '2024-02-29',
    };
    for (const [typed, date] of Object.entries(dates)) assert.equal(readDate(typed), date, typed);
  });
  it('is none where the calendar has no such day or hour', () => {
    for (const typed of ['2023-02-29', '2025-13', '2025-00-01', '2025-06-31', '2025-06-04 24:00', '2025-06-04 10:60', '25-06-04', '2025-06-04 2', 'June 2025', '']) assert.equal(readDate(typed), undefined, typed);
  });
});

describe('a list of people as a writer types it', () => {
  it('is parted by either mark, each name once', () => assert.deepEqual(readList('王明; 陈江、王明；Li Wen, Jr. ;'), ['王明', '陈江', 'Li Wen, Jr.']));
  it('is empty where nobody is named', () => assert.deepEqual(readList(' ; '), []));
});

describe('an address', () => {
  it('leads to the web and nowhere else', () => {
    assert.deepEqual(['https://news.example.com/a?b=1', 'http://example.com', 'javascript:alert(1)', 'file:///etc/passwd', 'example.com', 'https://x', 'https://example.com/a b'].map(isWebAddress), [true, true, false, false, false, false, false]);
  });
});
