import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { comparePairs } from '../../../scripts/bench/conversions';
import { scriptTargets, type Region, type Script, type ScriptTarget, type Writing } from '../../../src/core/document';
import { conversionFor, convert, convertPair, convertText } from '../../../src/core/script/convert';
import { locales } from '../../../src/core/script/openccPairs';
import { mapped, type MappedText } from '../../../src/core/text/mappedText';
import { lazyTables } from '../../../src/core/text/tables';
import type { TableName } from '../../../src/core/text/tables';
import { readTable, tables } from '../tables';
import { randomSource } from '../random';
import { shuffledWords } from './shuffledWords';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');
const seeds = readdirSync(seedFolder).map(name => readFileSync(join(seedFolder, name), 'utf8'));

const hans: Writing = { script: 'Hans' };
const written = (script: Script, region?: Region): Writing => ({ script, ...(region && { region }) });
const pairs = locales.flatMap(from => locales.filter(to => to !== from).map(to => ({ from, to })));

/** What is asked of a conversion: see `MappedText`; and no range of either side begins or ends within a character of the other. */
function holdsMap(raw: string, shown: MappedText, seed: number): void {
  const splits = (text: string, place: number): boolean => /[\ud800-\udbff]/.test(text.charAt(place - 1)) && /[\udc00-\udfff]/.test(text.charAt(place));
  assert.deepEqual(shown.toRaw({ start: 0, end: shown.text.length }), { start: 0, end: raw.length });
  const random = randomSource(seed);
  for (let round = 0; round < 300; round += 1) {
    const start = random.below(shown.text.length);
    const end = start + random.below(Math.min(40, shown.text.length - start)) + 1;
    const from = shown.toRaw({ start, end }), again = shown.fromRaw(from);
    assert.ok(again.start <= start && again.end >= end, `${start}–${end} became ${again.start}–${again.end}`);
    assert.deepEqual(shown.toRaw(again), from);
    if (splits(shown.text, start) || splits(shown.text, end)) continue;
    for (const place of [from.start, from.end]) assert.equal(splits(raw, place), false, `${start}–${end} splits what was saved at ${place}`);
    for (const place of [again.start, again.end]) assert.equal(splits(shown.text, place), false, `${start}–${end} splits what is shown at ${place}`);
  }
}

describe('convert', () => {
  it('gives what opencc-js gives for all 42 pairs, on the seeds and on shuffled words of every dictionary', () => {
    const texts = [...seeds, ...Array.from({ length: 5 }, (_, seed) => shuffledWords(seed, 3000)), ...Array.from({ length: 400 }, (_, seed) => shuffledWords(seed, 12))];
    const compared = comparePairs(texts, tables);
    assert.equal(compared.length, 42);
    assert.deepEqual(compared.filter(({ different }) => different > 0), []);
  });

  it('maps what it shows back to what was saved', () => {
    const raw = '头发发展了皇后的里程';
    const shown = convert(mapped(raw), hans, 'hant', tables);
    assert.equal(shown.text, '頭髮發展了皇后的里程');
    const place = shown.text.indexOf('皇后');
    assert.deepEqual(shown.toRaw({ start: place, end: place + 2 }), { start: 5, end: 7 });
    assert.deepEqual(shown.fromRaw({ start: 2, end: 4 }), { start: 2, end: 4 });
  });

  it('covers every range it was asked about, for all pairs and with characters beyond U+FFFF', () => {
    pairs.forEach(({ from, to }, index) => {
      const text = shuffledWords(index, 300);
      holdsMap(text, convertPair(mapped(text), from, to, tables), index);
    });
  });

  it('never sends traditional text through the Simplified dictionaries', () => {
    const text = '他們瞭解了皇后的製作,於是佈置了布';
    assert.equal(convertText(text, written('Hant'), 'hant', tables), text);
    assert.equal(convertText(text, written('Hant'), 'tw', tables), Converter({ from: 't', to: 'tw' })(text));
  });

  it('reads a text from Taiwan or Hong Kong by the forms of that place', () => {
    const text = '她看著裡面的著作';
    assert.equal(convertText(text, written('Hant', 'TW'), 'hans', tables), '她看着里面的著作');
    assert.equal(convertText(text, written('Hant', 'TW'), 'hk', tables), Converter({ from: 'tw', to: 'hk' })(text));
    assert.equal(convertText(text, written('Hant', 'TW'), 'twp', tables), text);
    assert.equal(convertText('裏面', written('Hant', 'CN'), 'tw', tables), '裡面');
  });

  it('puts local words in the place of those of the mainland', () => {
    assert.equal(convertText('软件和鼠标', hans, 'twp', tables), '軟體和滑鼠');
    assert.equal(convertText('软件和鼠标', hans, 'tw', tables), '軟件和鼠標');
  });

  it('gives kanji, and takes them', () => {
    assert.equal(convertText('观众学习汉语', hans, 'jp', tables), '観衆学習漢語');
    assert.equal(convertText('国語の勉強、経済', written('Jpan'), 'hant', tables), '國語の勉強、經濟');
    assert.equal(convertText('国語の勉強、経済', written('Jpan'), 'twp', tables), '國語の勉強、經濟');
  });

  it('leaves alone what has nothing to convert', () => {
    assert.equal(convertText('国語の勉強', written('Jpan'), 'jp', tables), '国語の勉強');
    assert.equal(convertText('学習漢字', written('mixed'), 'tw', tables), '学習漢字');
  });

  it('ends on description sequences nested without end', () => {
    const text = '⿰'.repeat(100_000);
    assert.equal(convertText(text, hans, 'tw', tables), text);
  });

  it('reads only the dictionaries that a conversion asks for, each once', () => {
    const read: TableName[] = [];
    const watched = lazyTables((name) => {
      read.push(name);
      return readTable(name);
    });
    const reads = (from: Writing, target: ScriptTarget): readonly TableName[] => {
      for (let round = 0; round < 2; round += 1) convertText('汉字漢字', from, target, watched);
      return read.splice(0);
    };
    assert.deepEqual(reads(written('Hant'), 'hans'), ['simplified']);
    assert.deepEqual(reads(written('Hant'), 'jp'), ['regional']);
    assert.deepEqual(reads(written('Hant', 'TW'), 'hans'), []);
    assert.deepEqual(reads(hans, 'tw'), ['traditional']);
    assert.deepEqual(reads(hans, 'twp'), []);
  });
});

describe('own words', () => {
  const words = { keep: ['里程', '周硕頔', ''], pairs: { 软件: '軟體', 网友: '网民', 博客: '部落格', 里程碑: '里程碑石' } };

  it('stay as they are, and no word of a dictionary reaches into them', () => {
    assert.equal(convertText('周硕頔说里程和里面', hans, 'tw', tables, words), '周硕頔說里程和裡面');
    assert.equal(convertText('头发展开', hans, 'hant', tables, { keep: ['发展'], pairs: {} }), '頭发展開');
  });

  it('become what the writer wrote, the longest first, where that is in the script asked for', () => {
    assert.equal(convertText('软件的博客', hans, 'hk', tables, words), '軟體的部落格');
    assert.equal(convertText('网友', hans, 'tw', tables, words), '網友');
    assert.equal(convertText('里程碑', hans, 'hant', tables, words), '里程碑石');
    assert.equal(convertText('網友,軟件', written('Hant'), 'hans', tables, { keep: [], pairs: { 軟件: '軟體', 網友: '网民' } }), '网民,软件');
    assert.equal(convertText('博客', hans, 'jp', tables, { keep: [], pairs: { 博客: 'ブログ' } }), 'ブログ');
  });

  it('change nothing in a text that is already what is asked for', () => {
    assert.equal(convertText('软件', hans, 'hans', tables, { keep: [], pairs: { 软件: '程序' } }), '软件');
  });

  it('are both kept and paired: then they are kept', () => {
    assert.equal(convertText('软件', hans, 'tw', tables, { keep: ['软件'], pairs: { 软件: '軟體' } }), '软件');
  });

  it('leave the map exact', () => {
    const own = { keep: ['⿰', '𠮷', '发'], pairs: { 了: '', 的: '之之之', 头: '首' } };
    for (const target of ['hant', 'twp', 'hkp'] as const) {
      const text = `头发的里程了${shuffledWords(3, 300)}软件的头发`;
      holdsMap(text, convert(mapped(text), hans, target, tables, own), 4);
    }
  });
});

describe('conversionFor', () => {
  const need = (script: Script, target: ScriptTarget, region?: Region): string => conversionFor(written(script, region), target);

  it('converts between Simplified and Traditional', () => {
    for (const target of ['hant', 'tw', 'twp', 'hk', 'hkp', 'jp'] as const) assert.equal(need('Hans', target), 'convert');
    for (const region of [undefined, 'CN', 'TW', 'HK'] as const) assert.equal(need('Hant', 'hans', region), 'convert');
    assert.equal(need('Hans', 'hans'), 'already');
  });

  it('gives traditional text its regional forms, but does not traditionalise it', () => {
    assert.equal(need('Hant', 'hk'), 'convert');
    assert.equal(need('Hant', 'hant'), 'already');
    assert.equal(need('Hant', 'hant', 'CN'), 'already');
  });

  it('leaves a text in the forms and words of its own region', () => {
    for (const target of ['tw', 'twp'] as const) assert.equal(need('Hant', target, 'TW'), 'already');
    for (const target of ['hk', 'hkp'] as const) assert.equal(need('Hant', target, 'HK'), 'already');
    assert.equal(need('Hant', 'hkp', 'TW'), 'convert');
    assert.equal(need('Hant', 'twp', 'CN'), 'convert');
  });

  it('makes mixed text Simplified and nothing else', () => {
    assert.equal(need('mixed', 'hans'), 'convert');
    for (const target of ['hant', 'tw', 'hkp', 'jp'] as const) assert.equal(need('mixed', target), 'nothing');
  });

  it('converts the characters of Japanese', () => {
    assert.equal(need('Jpan', 'hans'), 'convert');
    assert.equal(need('Jpan', 'jp'), 'already');
  });

  it('has nothing to do for text without Chinese characters, and shows any text as it was saved', () => {
    for (const target of scriptTargets) assert.equal(need('none', target), 'already');
    for (const script of ['Hans', 'Hant', 'mixed', 'Jpan', 'none'] as const) assert.equal(need(script, 'as-saved'), 'already');
  });
});
