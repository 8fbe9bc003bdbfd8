import assert from 'node:assert/strict';
import { findQuotations, type QuotationOptions } from '../../../src/core/markdown/quotations';
import { scanNote } from '../../../src/core/markdown/scan';

/** Quotations of a note as `key: words`. */
const quoted = (note: string, options?: QuotationOptions): string[] =>
  findQuotations(note, scanNote(note), options).map(({ text, citation }) => `${citation.keys.map(({ key }) => key).join('+')}: ${text}`);

type Cases = readonly (readonly [what: string, note: string, quotations: readonly string[]])[];

const long = '江边的新图书馆昨天开门';
const other = '第一天来了三千名读者';

describe('what a note quotes in quotation marks', () => {
  const cases: Cases = [
    ['with the citation behind it', `他说：“${long}”[@a]。`, [`a: ${long}`]],
    ['with words between the two', `“${long}”，馆长这样说[@a]。`, [`a: ${long}`]],
    ['with the citation behind the full stop', `他说：“${long}。”[@a] 又说“${other}”。[@b]`, [`a: ${long}。`, `b: ${other}`]],
    ['several with one citation', `“${long}”，“${other}”[@a]。`, [`a: ${long}`, `a: ${other}`]],
    ['each with its own', `“${long}”[@a]，而“${other}”[@b]。`, [`a: ${long}`, `b: ${other}`]],
    ['behind the author in the text', `@a 指出：“${long}”。然后 @b 说“${other}”。`, [`a: ${long}`, `b: ${other}`]],
    ['before the author in the text', `“${long}”, writes @a. “${other}”, writes @b.`, [`a: ${long}`, `b: ${other}`]],
    ['behind a citation in brackets, where there is none behind it', `据报道[@a]，“${long}”。又据报道[@b]，“${other}”。`, [`a: ${long}`, `b: ${other}`]],
    ['in a paragraph with but one citation', `据报道[@a]，馆开了。“${long}。”馆长说。`, [`a: ${long}。`]],
    ['with the citation inside the marks', `“${long}[@a]”`, [`a: ${long}`]],
    ['in corner brackets', `「${long}」[@a] 和 『${other}』[@b]`, [`a: ${long}`, `b: ${other}`]],
    ['in single marks', `‘${long}’[@a]`, [`a: ${long}`]],
    ['in straight marks', `"${long}"[@a] and "${other}" [@b]`, [`a: ${long}`, `b: ${other}`]],
    ['with quotation marks in it', `“馆长说‘${other}’，很高兴”[@a]`, [`a: 馆长说‘${other}’，很高兴`]],
    ['over several lines', `“江边的新图书馆\n昨天开门，first\nday”[@a]`, ['a: 江边的新图书馆昨天开门，first day']],
    ['over several paragraphs that each open the mark', `“${long}。\n\n“${other}。”[@a]`, [`a: ${long}。\n${other}。`]],
    ['with an ellipsis', '“江边的新图书馆……开门”[@a]', ['a: 江边的新图书馆……开门']],
    ['without its markup', '“江边的**新**图书馆[昨天](u "t")\\*开门”[@a]', ['a: 江边的新图书馆昨天*开门']],
    ['in a footnote', `见注[^1]。\n\n[^1]: “${long}”，[@a, p. 3]。`, [`a: ${long}`]],
    ['with a footnote that holds the citation', `“${long}”[^1]。\n\n[^1]: 见 [@a]。`, [`a: ${long}`]],
    ['with an inline note', `“${long}”^[见 @a]。`, [`a: ${long}`]],
    ['in an item, apart from the next', `- “${long}”[@a]\n- “${other}”`, [`a: ${long}`]],
    ['with a citation over two lines', `“${long}”[见 @a,\n第3段]`, [`a: ${long}`]],
    ['English, with apostrophes', `“It’s the reader's library, isn’t it?” [@a]`, ['a: It’s the reader\'s library, isn’t it?']],
    ['in a note with Windows line ends', `“江边的新图书馆\r\n昨天开门”[@a]\r\n`, [`a: ${long}`]],
  ];
  for (const [what, note, quotations] of cases) it(what, () => assert.deepEqual(quoted(note), quotations));
});

describe('what is no quotation of a citation', () => {
  const none = (note: string): void => assert.deepEqual(quoted(note), []);
  it('words in marks without any citation', () => none(`“${long}”。\n\n[@a]`));
  it('a short word, unless asked for', () => {
    none('“高精尖”[@a]');
    assert.deepEqual(quoted('“高精尖”[@a]', { shortest: 1 }), ['a: 高精尖']);
  });
  it('marks in code, comments, addresses and attributes', () => {
    none('`“江边的新图书馆昨天”` [@a]');
    none('<!-- “江边的新图书馆昨天” --> [@a]');
    none('<span title="long enough to count">x</span> [@a]');
    none('[x](u "long enough to count") [@a]');
    none('```\n“江边的新图书馆昨天”[@a]\n```');
  });
  it('words of a sentence without one, where a paragraph has several', () => assert.deepEqual(quoted(`甲[@a]。“${long}”。乙[@b]。`), []));
  it('a mark that is never closed', () => none(`“${long}[@a]。\n\n${other}。`));
  it('inches', () => none('a 5" screen and a 7" screen [@a]'));
});

describe('what a note quotes in blocks', () => {
  const cases: Cases = [
    ['with the citation at the end', `> ${long}[@a]`, [`a: ${long}`]],
    ['with the citation before the full stop', `> ${long}[@a]。`, [`a: ${long}。`]],
    ['over lines and paragraphs', '> 江边的新图书馆\n> 昨天开门。\n>\n> 第一天来了\n三千名读者。 [@a]\n\n后文[@b]。', ['a: 江边的新图书馆昨天开门。\n第一天来了三千名读者。']],
    ['with a line that says whose it is', `> ${long}\n>\n> —— 馆长，《谈话》[@a]`, [`a: ${long}`]],
    ['with that behind a dash', `> ${long}。——馆长[@a]`, [`a: ${long}。`]],
    ['with the citation in brackets of its own', `> ${long}。（[@a]）`, [`a: ${long}。`]],
    ['cut behind each of several citations', `> ${long}。[@a]\n>\n> ${other}[@b]。`, [`a: ${long}。`, `b: ${other}。`]],
    ['behind citations that lead', `> [@a] ${long}\n>\n> [@b] ${other}`, [`a: ${long}`, `b: ${other}`]],
    ['introduced by a line', `@a 写道：\n\n> ${long}`, [`a: ${long}`]],
    ['introduced by a sentence behind others', `甲[@b]。据报道[@a]：\n\n> ${long}`, [`a: ${long}`]],
    ['followed by a line', `> ${long}\n\n—— 馆长[@a, 第3段]`, [`a: ${long}`]],
    ['without quotation marks around all of it', `> “${long}”[@a]`, [`a: ${long}`]],
    ['with those of a part of it', `> 馆长说“${other}”，${long}[@a]`, [`a: 馆长说“${other}”，${long}`]],
    ['in a list and in a callout', `- > ${long} [@a]\n\n> [!quote] ${other} [@b]`, [`a: ${long}`, `b: ${other}`]],
    ['nested', `> > ${long}\n>\n> [@a]`, [`a: ${long}`]],
  ];
  for (const [what, note, quotations] of cases) it(what, () => assert.deepEqual(quoted(note), quotations));
  it('not where the sentence before is closed', () => assert.deepEqual(quoted(`甲[@a]。\n\n> ${long}`), []));
  it('not where the line behind says more', () => assert.deepEqual(quoted(`> ${long}\n\n后来[@a]又说了别的。`), []));
});

describe('the places of a quotation', () => {
  const note = '前文\n\n他说：“江边的**新**图书馆\n昨天开门”[@a]。\n\n> 第一天来了\n> 三千名\\*读者 [@b]\n';
  const found = findQuotations(note, scanNote(note));
  it('span it with its marks', () => assert.deepEqual(found.map(({ span }) => note.slice(span.start, span.end)), ['“江边的**新**图书馆\n昨天开门”', '第一天来了\n> 三千名\\*读者 [@b]']));
  it('give every word of it and nothing else', () => {
    const words = found.map(({ pieces }) => pieces.map(({ start, end }) => note.slice(start, end)));
    assert.deepEqual(words, [['江边的', '新', '图书馆', '昨天开门'], ['第一天来了', '三千名', '*读者']]);
  });
  it('tell blocks from words in marks', () => assert.deepEqual(found.map(({ form }) => form), ['inline', 'block']));
});

describe('finding quotations', () => {
  it('ends in a note full of marks that nobody closes', () => {
    const note = `${'“‘「『"（([^['.repeat(20_000)}\n\n${'> — '.repeat(20_000)}[@a]`;
    assert.deepEqual(quoted(note), []);
  });
});
