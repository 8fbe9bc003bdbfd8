import assert from 'node:assert/strict';
import { readRis, toRis } from '../../../src/core/references/ris';

const RECORD = 'TY  - NEWS\r\nID  - hh1\r\nAU  - 谷青\r\nAU  - Berg, Jan, Jr.\r\nTI  - 河海新区\r\nT2  - 河海日报\r\nDA  - 2025/06/04/\r\nUR  - https://a.example/1\r\nLA  - zh-CN\r\nER  - \r\n';

describe('an RIS file', () => {
  it('gives items', () => assert.deepEqual(readRis(RECORD), {
    broken: 0,
    items: [{ id: 'hh1', type: 'article-newspaper', title: '河海新区', 'container-title': '河海日报', author: [{ literal: '谷青' }, { family: 'Berg', given: 'Jan', suffix: 'Jr.' }], issued: { 'date-parts': [[2025, 6, 4]] }, URL: 'https://a.example/1', language: 'zh-CN' }],
  }));
  it('is written as it is read', () => assert.deepEqual(readRis(toRis(readRis(RECORD).items)), readRis(RECORD)));
  it('is read with any line ends, a byte order mark, and lines that go on', () => {
    const [item] = readRis(`\uFEFF${RECORD.replaceAll('\r\n', '\n').replace('河海新区', '河海\n新区')}`).items;
    assert.equal(item?.title, '河海 新区');
  });
  it('loses a record without an end or a title, and no other', () => {
    const { items, broken } = readRis(`TY  - BOOK\nTI  - A\n${RECORD}TY  - BOOK\nAU  - B\nER  - \n${RECORD.replace('hh1', 'hh2')}TY  - BOOK\nTI  - C\n`);
    assert.deepEqual([items.map(({ id }) => id), broken], [['hh1', 'hh2'], 3]);
  });
  it('gets keys where records have none, each once, and none that pandoc would not read', () => {
    const record = (id: string, year = '2020'): string => `TY  - BOOK\n${id}AU  - Smith, Jane\nTI  - T\nPY  - ${year}\nER  - \n`;
    assert.deepEqual(readRis(record('') + record('') + record('ID  - a b, c\n') + record('', '')).items.map(({ id }) => id), ['smith2020', 'smith2020a', 'a-b-c', 'smithnd']);
  });
  it('is read in time that grows with its length', () => {
    const { items, broken } = readRis(`${'TY  - BOOK\nTI  - A\n'.repeat(20_000)}${'x'.repeat(200_000)}\n${' - '.repeat(100_000)}`);
    assert.deepEqual([items.length, broken], [0, 20_000]);
  });
});
