import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertText } from '../../../src/core/script/convert';
import { detectLanguage, detectScript } from '../../../src/core/script/detect';
import { tables } from '../tables';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');
const seeds = readdirSync(seedFolder).sort().map(name => readFileSync(join(seedFolder, name), 'utf8'));
const script = (text: string): string => detectScript(text, tables);

describe('detectScript', () => {
  it('tells the script of each seed', () => {
    assert.deepEqual(seeds.map(script), ['Hans', 'Hans', 'Hans', 'Hans', 'Hant']);
  });

  it('tells what a text was converted to', () => {
    for (const seed of seeds.slice(0, 4)) for (const target of ['hant', 'tw', 'hk'] as const) assert.equal(script(convertText(seed, 'Hans', target, tables)), 'Hant');
    assert.equal(script(convertText(seeds[4] ?? '', 'Hant', 'hans', tables)), 'Hans');
  });

  it('is not misled by characters that both scripts write', () => {
    assert.equal(script('皇后在台北的表面上系了一只云斗'), 'none');
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
