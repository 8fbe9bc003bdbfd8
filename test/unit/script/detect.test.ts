import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertText } from '../../../src/core/script/convert';
import { detectLanguage, detectScript, detectWriting } from '../../../src/core/script/detect';
import { tables } from '../tables';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');
const seeds = readdirSync(seedFolder).sort().map(name => readFileSync(join(seedFolder, name), 'utf8'));
const script = (text: string): string => detectScript(text, tables);

describe('detectScript', () => {
  it('tells the script of each seed', () => {
    assert.deepEqual(seeds.map(script), ['Hans', 'Hans', 'Hans', 'Hans', 'Hant']);
  });

  it('tells what a text was converted to', () => {
    for (const seed of seeds.slice(0, 4)) for (const target of ['hant', 'tw', 'hk'] as const) assert.equal(script(convertText(seed, { script: 'Hans' }, target, tables)), 'Hant');
    assert.equal(script(convertText(seeds[4] ?? '', { script: 'Hant' }, 'hans', tables)), 'Hans');
  });

  it('is not misled by characters that both scripts write', () => {
    assert.equal(script('皇后在台北的表面上系了一只云斗'), 'none');
  });

  it('counts characters beyond the basic plane', () => {
    assert.equal(script('𫍢'), 'Hans');
    assert.equal(script('𠀀𠀁'), 'none');
  });

  it('needs no more than a headline', () => {
    assert.equal(script('国际科技创新中心再提速'), 'Hans');
    assert.equal(script('衞生署呼籲市民'), 'Hant');
  });

  it('calls Japanese by its kana, and mixed what holds both scripts', () => {
    assert.equal(script('経済政策について説明しました'), 'Jpan');
    assert.equal(script('这个國家的发展與创新產業'), 'mixed');
  });

  it('finds no script where there is no Chinese', () => {
    assert.equal(script('No Chinese here, 123.'), 'none');
    assert.equal(script(''), 'none');
  });
});

describe('detectWriting', () => {
  const region = (text: string): string | undefined => detectWriting(text, tables).region;

  it('tells Taiwan and Hong Kong by the words of a sentence', () => {
    assert.deepEqual(detectWriting('新版軟體支援行動支付，使用者可以在網路上設定', tables), { script: 'Hant', region: 'TW' });
    assert.deepEqual(detectWriting('現時屋苑的私家車車位不足，居民要在行人路旁泊車', tables), { script: 'Hant', region: 'HK' });
    assert.equal(region('佢哋喺屋企睇電視，唔想出街'), 'HK');
  });

  it('tells words of the mainland in Traditional characters, whatever their glyphs', () => {
    for (const [inside, mass] of [['裏', '衆'], ['裡', '眾'], ['裏', '眾']] as const) {
      assert.equal(region(`省委提出，要在高新技術開發區${inside}提高產品質量，讓人民群${mass}用上國企的服務器，信息化水平同比提高`), 'CN');
    }
  });

  it('does not call words of the mainland what a page of Taiwan quotes now and then', () => {
    assert.equal(region('捷運公司表示，計程車業者的軟體用「視頻」一詞，使用者在網路上看了不習慣，健保也是如此'), 'TW');
    assert.equal(region('網路上的軟體，省委的民警，在計程車裡'), undefined);
  });

  it('finds no word across the border of two others', () => {
    assert.equal(region('電視頻道播出實驗，物質量的變化'), undefined);
    assert.equal(region('體現時代精神的中國人，從業者多數位於東部'), undefined);
  });

  it('does not tell Hong Kong from the mainland by words that both use', () => {
    assert.equal(region('互聯網的軟件和硬件，智能手機的網絡，都是這樣發展的'), undefined);
  });

  it('names no region without such words, nor for another script', () => {
    assert.deepEqual(detectWriting('這個國家的發展與創新產業', tables), { script: 'Hant' });
    assert.deepEqual(detectWriting('使用者在网路上设定软体', tables), { script: 'Hans' });
    assert.deepEqual(detectWriting('', tables), { script: 'none' });
  });

  it('tells the wording of the seeds', () => {
    assert.deepEqual(seeds.map(seed => detectWriting(seed, tables).region), [undefined, undefined, undefined, undefined, 'CN']);
  });
});

describe('detectLanguage', () => {
  it('tells Chinese, Japanese, Korean and English', () => {
    assert.equal(detectLanguage(seeds[0] ?? ''), 'zh');
    assert.equal(detectLanguage('日本の首相は記者会見で説明しました'), 'ja');
    assert.equal(detectLanguage('정부는 오늘 새로운 경제 정책을 발표했다'), 'ko');
    assert.equal(detectLanguage('The government presented the new policy to the press on Monday.'), 'en');
  });

  it('tells Chinese with Latin names from English with Chinese names', () => {
    assert.equal(detectLanguage('OpenAI 和 Google DeepMind 发布新模型,业界反应热烈'), 'zh');
    assert.equal(detectLanguage('The term 科技 is used in the plan and in the reports that were published by the ministry.'), 'en');
  });

  it('does not guess from a few letters, nor at other languages', () => {
    assert.equal(detectLanguage('OK'), 'und');
    assert.equal(detectLanguage('Die Regierung stellte gestern ihre neuen Pläne vor.'), 'und');
  });
});
