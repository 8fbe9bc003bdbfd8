import assert from 'node:assert/strict';
import type { SourceDocument } from '../../../src/core/document';
import { articleQuotations } from '../../../src/core/quote/articleQuotations';
import { comparePassages } from '../../../src/core/quote/comparedPassages';
import { quotationPlace } from '../../../src/core/quote/quotationPlace';
import { articleOf } from '../../../src/core/quote/sharedPassages';
import { gatherQuotations, type Carrying, type SharedQuotation } from '../../../src/core/quote/sharedQuotations';
import { tables } from '../tables';
import { sourceOf } from './sources';

const rowsOf = (sources: readonly (readonly [document: SourceDocument, published?: string])[]): readonly SharedQuotation[] => {
  const quotations = [...new Set(sources.flatMap(([document]) => articleQuotations(document, tables)))];
  return gatherQuotations(sources.map(([document, published]): Carrying => {
    const text = articleOf(document, tables) ?? assert.fail();
    return { source: document.id, path: document.id, published, places: quotations.flatMap((words, at) => { const place = quotationPlace(text, words); return place ? [[at, place] as const] : []; }) };
  }), quotations.length);
};
const named = (id: string, ...parts: string[]): SourceDocument => ({ ...sourceOf(parts), id });
const summed = (rows: readonly SharedQuotation[]): readonly string[] => rows.map(({ words, carriers }) => `${words} ${carriers.map(({ source }) => source).join('')}`);

const lamp = '这条江上的每一座旧码头都要重新亮起灯来';

describe('quotations of articles', () => {
  it('are the outermost pairs of marks with twelve letters and more, whatever the marks', () => {
    const document = named('a', `他说:“${lamp},‘一座也不能少’。”她说:「岸邊的老茶館今年冬天也要重新開門了」。`, '"The lamps of the harbour will burn again," she said of "artificial lights". “短的一句话。”以及“国际科技创新中心”和“习近平新时代中国特色社会主义思想”。');
    assert.deepEqual(articleQuotations(document, tables), [`${lamp}一座也不能少`, '岸边的老茶馆今年冬天也要重新开门了', 'thelampsoftheharbourwillburnagain']);
  });
  it('go on over paragraphs that each open with the mark, and stop where one is never closed', () => {
    assert.deepEqual(articleQuotations(named('a', `他说:“${lamp}。`, '“岸边的老茶馆今年冬天也要重新开门。”'), tables), [lamp, '岸边的老茶馆今年冬天也要重新开门']);
    assert.deepEqual(articleQuotations(named('a', `他说:“${lamp}。`, '岸边的老茶馆今年冬天也要重新开门。'), tables), []);
  });
});

describe('quotations that several sources carry', () => {
  it('are one row in all their forms: quoted or not, longer, in the other script; the oldest comes first and gives the words', () => {
    const rows = rowsOf([
      [named('a', `市长说,“${lamp}”。`), '2024-05-01'],
      [named('b', `市长说,五年之内,${lamp},一座也不能少。`), '2024-04-30'],
      [named('c', '市長說:「五年之內，這條江上的每一座舊碼頭都要重新亮起燈來，一座也不能少」。')],
      [named('d', '另有一事。'), '2020-01-01'],
    ]);
    assert.deepEqual(summed(rows), [`五年之内,${lamp},一座也不能少。 bac`]);
  });
  it('stand apart where they are different words, those of most sources first, then the newest', () => {
    const other = '岸边的老茶馆今年冬天也要重新开门', third = '孩子们第一次看见船在夜里走';
    const rows = rowsOf([[named('a', `“${lamp}”,“${other}”,“${third}”`), '2024-01-01'], [named('b', `“${other}”`), '2023-01-01'], [named('c', `他说${lamp}。又说“${third}”。`), '2025-01-01'], [named('d', `“${third}”`)]]);
    assert.deepEqual(summed(rows), [`${third} acd`, `${lamp} ac`, `${other} ba`]);
  });
  it('are found with a letter changed, and are none where only one source has them', () => {
    assert.deepEqual(summed(rowsOf([[named('a', `“${lamp}”`)], [named('b', `他说${lamp.replace('重新', '再次')}。`)]])), [`${lamp} ab`]);
    assert.deepEqual(rowsOf([[named('a', `“${lamp}”`)], [named('b', '江上的旧码头都亮起了灯。')]]), []);
  });
});

describe('two passages side by side', () => {
  it('differ only in words, not in script and marks, and single letters do not break a change', () => {
    const one = named('a', '五年之内,这条江上的每一座旧码头都要重新亮起灯来。'), other = named('b', '這條江上的每一座新碼頭、都要再次亮起燈來！');
    const { differences, one: left, other: right } = comparePassages(one, { start: 0, end: one.raw.length }, other, { start: 0, end: other.raw.length }, tables);
    assert.deepEqual([left.text, right.text], [one.raw, other.raw]);
    assert.deepEqual(differences.filter(({ kind }) => kind !== 'same').map(({ kind, note, source }) => [kind, left.text.slice(note.start, note.end), right.text.slice(source.start, source.end)]),
      [['note', '五年之内,', ''], ['note', '旧', ''], ['source', '', '新'], ['note', '重新', ''], ['source', '', '再次']]);
    assert.equal(differences.map(({ note }) => left.text.slice(note.start, note.end)).join(''), left.text);
    assert.equal(differences.map(({ source }) => right.text.slice(source.start, source.end)).join(''), right.text);
  });
  it('are taken from their places alone', () => {
    const one = named('a', '前面的话。', `他说${lamp}。后面的话。`), start = one.raw.indexOf(lamp);
    assert.equal(comparePassages(one, { start, end: start + lamp.length }, one, { start: 0, end: 5 }, tables).one.text, lamp);
  });
});
