import assert from 'node:assert/strict';
import { citedInNote, countCited, keysOf, type CitedRow, type FoundMeaning } from '../../../src/core/cite/citedInNote';
import { findQuotations } from '../../../src/core/markdown/quotations';
import { scanNote } from '../../../src/core/markdown/scan';

const item = (id: string, path?: string): NonNullable<FoundMeaning['item']> =>
  ({ id, type: 'webpage', title: id.toUpperCase(), ...(path !== undefined && { custom: { seedbed: { path, hash: '' } } }) });

const meanings: readonly FoundMeaning[] = [
  { key: 'a', item: item('a', 'sources/a.txt'), entry: {}, source: 'file:///a.txt' },
  { key: 'renamed', item: item('renamed', 'sources/a.txt'), entry: {}, source: 'file:///a.txt' },
  { key: 'b', source: 'file:///b.txt' },
  { key: 'book', item: item('book'), entry: {} },
  { key: 'lost', item: item('lost', 'sources/lost.txt'), entry: {} },
  { key: 'torn', entry: {} },
];

const cited = (note: string, isComplete = true): readonly CitedRow[] => {
  const scan = scanNote(note);
  return citedInNote(note, scan, findQuotations(note, scan), meanings, isComplete);
};

/** Rows as `kind key+key: line line`. */
const shown = (note: string, isComplete?: boolean): string[] =>
  cited(note, isComplete).map(({ kind, keys, places }) => `${kind} ${keys.join('+')}: ${places.map(({ line }) => line + 1).join(' ')}`);

describe('the sources that a note cites', () => {
  it('come in the order of their first citation, each once', () => {
    assert.deepEqual(shown('甲[@b]。\n\n乙[@a; @b, 第3段]。\n\n丙[@a]。'), ['source b: 1 3', 'source a: 3 5']);
  });
  it('are told apart by what stands behind a key', () => {
    assert.deepEqual(shown('[@a] [@book] [@lost] [@torn] [@nobody]'), ['source a: 1', 'entry book: 1', 'gone lost: 1', 'broken torn: 1', 'unknown nobody: 1']);
  });
  it('are one where two keys stand for one source', () => assert.deepEqual(shown('[@a]\n\n[@renamed]'), ['source a+renamed: 1 3']));
  it('are open while not all has been read that may know them', () => {
    assert.deepEqual(shown('[@a] [@book] [@lost] [@nobody]', false), ['source a: 1', 'entry book: 1', 'open lost: 1', 'open nobody: 1']);
  });
  it('do not count people that a note speaks to', () => assert.deepEqual(shown('谢谢 @wang ，见 @a 和 @li2024 与 @{chen}。'), ['source a: 1', 'unknown chen: 1']));
  it('stand where the mark of their footnote stands', () => {
    assert.deepEqual(shown('甲[^1]。\n\n乙[@b]。\n\n[^1]: 见 [@a]。'), ['source a: 5', 'source b: 3']);
  });
  it('are none in a note without citations, in code and in addresses', () => assert.deepEqual(shown('`[@a]` mail@a.example \\@b'), []));
  it('keep their names while the text changes', () => {
    assert.deepEqual(cited('[@b] [@a] [@nobody]').map(({ id }) => id), cited('前言。\n\n[@b]，又 [@a]\n\n[@nobody]').map(({ id }) => id));
  });
  it('are found in Windows line ends', () => assert.deepEqual(shown('甲\r\n\r\n乙[@a]\r\n丙[@a]'), ['source a: 3 4']));
});

describe('the places where a source is cited', () => {
  const places = (note: string): { readonly words: string; readonly marked: string; readonly quoted: readonly string[] }[] =>
    cited(note).flatMap(row => row.places).map(({ words, mark, quotations }) => ({ words, marked: words.slice(mark.start, mark.end), quoted: quotations.map(({ text }) => text) }));
  const words = (note: string): readonly string[] => places(note).map(place => place.words);

  it('show the words around, with the key marked', () => {
    assert.deepEqual(places('前文。\n\n江边的图书馆开门了[参见 @a, 第3段]，来了三千人。\n\n后文。'), [{ words: '…馆开门了[参见 @a, 第3段]，来了三千人。', marked: '@a', quoted: [] }]);
  });
  it('leave out marks of quotation, heading and list', () => {
    assert.deepEqual(words('> 甲[@a]\n\n## 乙[@a]\n\n- 丙[@a]\n\n> - 丁[@a]'), ['甲[@a]', '乙[@a]', '丙[@a]', '丁[@a]']);
  });
  it('tell by an ellipsis that the line goes on', () => {
    assert.deepEqual(places(`${'甲'.repeat(40)}[@a]${'乙'.repeat(90)}`), [{ words: `…${'甲'.repeat(7)}[@a]${'乙'.repeat(59)}…`, marked: '@a', quoted: [] }]);
  });
  it('cut no character in two', () => assert.deepEqual(words(`x${'𠮷'.repeat(40)}[@a]`), [`…${'𠮷'.repeat(4)}[@a]`]));
  it('run on in one line', () => assert.deepEqual(words('甲\t\t乙  [@a]  丙'), ['甲 乙 [@a] 丙']));
  it('have the quotation that belongs to them, and its place', () => {
    const note = '“江边的新图书馆昨天开门”[@a]，又“第一天来了三千名读者”[@a]。\n\n> 老剧场明年夏天重新开门。[@b]\n\n[@b]';
    assert.deepEqual(places(note).map(({ quoted }) => quoted), [['江边的新图书馆昨天开门'], ['第一天来了三千名读者'], ['老剧场明年夏天重新开门。'], []]);
    const first = cited(note)[0]?.places[0]?.quotations[0];
    assert.equal(first && note.slice(first.span.start, first.span.end), '“江边的新图书馆昨天开门”');
  });
  it('have the quotation under each source of a citation', () => {
    assert.deepEqual(places('“江边的新图书馆昨天开门”[@a; @b]').map(({ quoted }) => quoted), [['江边的新图书馆昨天开门'], ['江边的新图书馆昨天开门']]);
  });
});

describe('the count of what a note cites', () => {
  it('tells sources, citations and kinds', () => {
    assert.deepEqual(countCited(cited('[@a; @book] [@a] [@nobody]')), { rows: 3, places: 4, byKind: { source: 1, entry: 1, gone: 0, broken: 0, open: 0, unknown: 1 } });
  });
  it('asks for each key once', () => assert.deepEqual(keysOf(scanNote('[@a; @b] @a [@c]')), ['a', 'b', 'c']));
});
