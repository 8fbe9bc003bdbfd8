import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertText } from '../../../src/core/script/convert';
import { detectScript } from '../../../src/core/script/detect';
import { fold, foldText } from '../../../src/core/script/fold';
import { mapped } from '../../../src/core/text/mappedText';
import { randomSource } from '../random';
import { tables } from '../tables';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');
const seeds = readdirSync(seedFolder).map(name => readFileSync(join(seedFolder, name), 'utf8'));
const folded = (text: string): string => foldText(text, tables);

describe('fold', () => {
  it('makes one of the scripts, the regional variants and the compatibility forms', () => {
    assert.equal(folded('臺灣裡裏爲為著瞭解'), folded('台湾里里为为着了解'));
    assert.equal(folded('⽂⼀\uf9dc'), folded('文一隆'));
  });

  it('makes one of full and half width, of capitals and small letters', () => {
    assert.equal(folded('ＧＤＰ：１２（亿）'), 'gdp:12(亿)');
  });

  it('makes one of the quotation marks, the dashes and the bars', () => {
    assert.equal(folded('「科技」『自立』——丨'), folded('“科技”‘自立’--|'));
  });

  it('drops white space and what nobody sees', () => {
    assert.equal(folded(' 毕\u00a0\u3000娟\r\n\u200b摄\ufeff '), '毕娟摄');
  });

  it('is the same for a page in every script, so far as Simplified text does not tell the characters apart', () => {
    for (const seed of seeds) {
      for (const target of ['hans', 'hant', 'tw', 'hk'] as const) {
        assert.equal(folded(convertText(seed, { script: detectScript(seed, tables) }, target, tables)), folded(seed));
      }
    }
  });

  it('folds each character by itself, so that a part is found in the whole', () => {
    const random = randomSource(21);
    for (const seed of seeds) {
      const cut = random.below(seed.length);
      assert.equal(folded(seed.slice(0, cut)) + folded(seed.slice(cut)), folded(seed));
    }
  });

  it('is its own fold', () => {
    for (const seed of seeds) assert.equal(folded(folded(seed)), folded(seed));
  });

  it('knows the way back', () => {
    const raw = '國 際　𠮷野頔Ａ';
    const text = fold(mapped(raw), tables);
    assert.equal(text.text, '国际𠮷野𬱖a');
    const back = (start: number, end: number): string => {
      const span = text.toRaw({ start, end });
      return raw.slice(span.start, span.end);
    };
    assert.equal(back(0, 2), '國 際');
    assert.equal(back(2, 4), '𠮷');
    assert.equal(back(5, 7), '頔');
    assert.equal(back(6, 7), '頔');
    assert.equal(back(7, 8), 'Ａ');
    assert.deepEqual(text.fromRaw({ start: 1, end: 2 }), { start: 1, end: 1 });
    assert.deepEqual(text.fromRaw({ start: 4, end: 5 }), { start: 2, end: 4 });
  });

  it('covers every range that goes back and comes again', () => {
    const random = randomSource(22);
    const text = fold(mapped(`${seeds[4] ?? ''}𠮷 頔𬱖\ud800`), tables);
    for (let round = 0; round < 2000; round += 1) {
      const start = random.below(text.text.length);
      const end = start + random.below(text.text.length - start + 1);
      const again = text.fromRaw(text.toRaw({ start, end }));
      assert.ok(start === end || (again.start <= start && again.end >= end));
    }
  });

  it('folds text longer than its buffer', () => {
    assert.equal(folded('國𠮷'.repeat(20000)), '国𠮷'.repeat(20000));
  });
});
