import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import type { Script, ScriptTarget } from '../../../src/core/document';
import { conversionFor, convert, convertText } from '../../../src/core/script/convert';
import { mapped } from '../../../src/core/text/mappedText';
import { lazyTables } from '../../../src/core/text/tables';
import type { TableName } from '../../../src/core/text/tables';
import { readTable, tables } from '../tables';
import { randomSource } from '../random';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');
const seeds = readdirSync(seedFolder).map(name => readFileSync(join(seedFolder, name), 'utf8'));

const used: readonly { from: Script; target: ScriptTarget; theirs: { from: string; to: string } }[] = [
  { from: 'Hant', target: 'hans', theirs: { from: 't', to: 'cn' } },
  { from: 'Hans', target: 'hant', theirs: { from: 'cn', to: 't' } },
  { from: 'Hans', target: 'tw', theirs: { from: 'cn', to: 'tw' } },
  { from: 'Hans', target: 'hk', theirs: { from: 'cn', to: 'hk' } },
  { from: 'Hant', target: 'tw', theirs: { from: 't', to: 'tw' } },
  { from: 'Hant', target: 'hk', theirs: { from: 't', to: 'hk' } },
];

/** Words and characters from all dictionaries, astral characters and description sequences, shuffled. */
function randomText(seed: number, length: number): string {
  const random = randomSource(seed);
  const parts = ['⿰', '⿱', '⿲', '👩‍💻', '𠮷', '𬱖', '頔', '著', '着', '\n', ' ', '，', ',', 'ab', '12', '\ud800', '\udc00'];
  const words = (['simplified', 'traditional'] as const)
    .flatMap(name => Object.values(tables.get<{ dictionaries: Record<string, string> }>(name).dictionaries))
    .flatMap(dictionary => dictionary.split('|').filter((_, index) => index % 17 === seed % 17))
    .flatMap(entry => entry.split(' '));
  const pick = (): string => random.below(8) === 0 ? random.of(parts) : random.of(words);
  return Array.from({ length }, pick).join('');
}

describe('convert', () => {
  for (const { from, target, theirs } of used) {
    const reference = Converter(theirs);

    it(`gives what opencc-js gives, ${theirs.from} to ${theirs.to}, on the seeds`, () => {
      for (const seed of seeds) assert.equal(convertText(seed, from, target, tables), reference(seed));
    });

    it(`gives what opencc-js gives, ${theirs.from} to ${theirs.to}, on shuffled words of every dictionary`, () => {
      for (let seed = 1; seed <= 8; seed += 1) {
        const text = randomText(seed, 4000);
        assert.equal(convertText(text, from, target, tables), reference(text));
      }
    });
  }

  it('maps what it shows back to what was saved', () => {
    const raw = '头发发展了皇后的里程';
    const shown = convert(mapped(raw), 'Hans', 'hant', tables);
    assert.equal(shown.text, '頭髮發展了皇后的里程');
    const place = shown.text.indexOf('皇后');
    assert.deepEqual(shown.toRaw({ start: place, end: place + 2 }), { start: 5, end: 7 });
    assert.deepEqual(shown.fromRaw({ start: 2, end: 4 }), { start: 2, end: 4 });
  });

  it('covers every range it was asked about, in every configuration and with characters beyond U+FFFF', () => {
    for (const { from, target } of used) {
      const text = randomText(5, 300);
      const shown = convert(mapped(text), from, target, tables);
      const random = randomSource(9);
      for (let round = 0; round < 300; round += 1) {
        const start = random.below(shown.text.length);
        const end = start + random.below(shown.text.length - start + 1);
        const again = shown.fromRaw(shown.toRaw({ start, end }));
        assert.ok(again.start <= start && again.end >= end, `${target}: ${start}–${end} became ${again.start}–${again.end}`);
      }
    }
  });

  it('never sends traditional text through the Simplified dictionaries', () => {
    const text = '他們瞭解了皇后的製作,於是佈置了布';
    assert.equal(convertText(text, 'Hant', 'hant', tables), text);
    assert.equal(convertText(text, 'Hant', 'tw', tables), Converter({ from: 't', to: 'tw' })(text));
  });

  it('leaves alone what has nothing to convert', () => {
    assert.equal(convertText('国語の勉強', 'Jpan', 'hant', tables), '国語の勉強');
    assert.equal(convertText('学習漢字', 'mixed', 'tw', tables), '学習漢字');
  });

  it('reads the large dictionaries only when a conversion out of Simplified asks for them', () => {
    const read: TableName[] = [];
    const watched = lazyTables(name => {
      read.push(name);
      return readTable(name);
    });
    convertText('漢字', 'Hant', 'hans', watched);
    assert.deepEqual(read, ['simplified']);
    convertText('汉字', 'Hans', 'tw', watched);
    assert.deepEqual(read, ['simplified', 'traditional']);
  });
});

describe('conversionFor', () => {
  it('converts between Simplified and Traditional', () => {
    assert.equal(conversionFor('Hans', 'tw'), 'convert');
    assert.equal(conversionFor('Hant', 'hans'), 'convert');
  });

  it('gives traditional text its regional forms, but does not traditionalise it', () => {
    assert.equal(conversionFor('Hant', 'hk'), 'convert');
    assert.equal(conversionFor('Hant', 'hant'), 'already');
  });

  it('makes mixed text Simplified and nothing else', () => {
    assert.equal(conversionFor('mixed', 'hans'), 'convert');
    assert.equal(conversionFor('mixed', 'hant'), 'nothing');
  });

  it('finds nothing to convert in Japanese and in text without Chinese characters', () => {
    assert.equal(conversionFor('Jpan', 'hans'), 'nothing');
    assert.equal(conversionFor('none', 'tw'), 'nothing');
  });

  it('shows any text as it was saved', () => {
    assert.equal(conversionFor('Hans', 'as-saved'), 'already');
    assert.equal(conversionFor('none', 'as-saved'), 'already');
  });
});
