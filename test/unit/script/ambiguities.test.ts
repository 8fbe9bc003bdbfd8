import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptTarget, Writing } from '../../../src/core/document';
import { findAmbiguities, findDoubtfulCharacters, type Ambiguity } from '../../../src/core/script/ambiguities';
import { convert } from '../../../src/core/script/convert';
import { mapped } from '../../../src/core/text/mappedText';
import { tables } from '../tables';

const hans: Writing = { script: 'Hans' };

/** Each ambiguity as the character before it, the choices, and the character behind it. */
function shown(text: string, ambiguities: readonly Ambiguity[]): readonly string[] {
  return ambiguities.map(({ span, choices }) => `${text.charAt(span.start - 1)}${choices.join('/')}${text.charAt(span.end)}`);
}

function converted(raw: string, target: ScriptTarget, keep: readonly string[] = []): readonly string[] {
  const words = { keep, pairs: {} };
  const base = mapped(raw), text = convert(base, hans, target, tables, words);
  return shown(text.text, findAmbiguities(base, text, hans, target, tables, words));
}

describe('ambiguities of a conversion', () => {
  it('are characters that no word decided, with the choices of the target, the one that stands first', () => {
    assert.deepEqual(converted('干、发、里', 'tw'), ['幹/乾/干、', '、發/髮、', '、裡/里']);
    assert.deepEqual(converted('里', 'hk'), ['裏/里']);
    assert.deepEqual(converted('里', 'hant'), ['裏/里']);
  });

  it('are none where a word decided', () => {
    for (const text of ['头发', '皇后', '公里', '饼干', '复杂', '制造', '手表']) assert.deepEqual(converted(text, 'tw'), [], text);
  });

  it('are those where a word says otherwise that another word before it cut off', () => {
    assert.deepEqual(converted('部发布的', 'tw'), ['發布/佈的']);
    assert.deepEqual(converted('发布的', 'tw'), []);
  });

  it('are none in what is kept, in Simplified or kanji, or in what is no Simplified text', () => {
    assert.deepEqual(converted('发', 'tw', ['发']), []);
    assert.deepEqual(converted('发', 'hans'), []);
    assert.deepEqual(converted('发', 'jp'), []);
    assert.deepEqual(findAmbiguities(mapped('裏'), convert(mapped('裏'), { script: 'Hant' }, 'tw', tables), { script: 'Hant' }, 'tw', tables), []);
  });

  it('are a handful in an article', () => {
    const folder = join(__dirname, '../../../seeds');
    for (const seed of readdirSync(folder).sort().slice(0, 4)) {
      const raw = readFileSync(join(folder, seed), 'utf8');
      const found = converted(raw, 'tw');
      assert.ok(found.length <= raw.length / 150, `${seed}: ${found.join(' ')}`);
    }
  });
});

describe('doubtful characters of a Traditional text', () => {
  const found = (text: string, writing: Writing): readonly string[] => shown(text, findDoubtfulCharacters(text, writing, tables));

  it('are those that words would have made otherwise, as they stand first', () => {
    assert.deepEqual(found('皇後的頭發', { script: 'Hant' }), ['皇後/后的', '頭發/髮']);
    assert.deepEqual(found('一公裏', { script: 'Hant' }), ['公裏/里']);
  });

  it('are those that no word decides', () => {
    assert.deepEqual(found('髮、說', { script: 'Hant' }), ['髮/發、']);
  });

  it('are no forms of another region', () => {
    for (const region of ['TW', 'HK'] as const) assert.deepEqual(found('皇后在裡面,頭髮在裏面', { script: 'Hant', region }), []);
    assert.deepEqual(found('皇后在裡面', { script: 'Hant' }), []);
  });

  it('are looked for in Traditional text only', () => {
    assert.deepEqual(found('皇后的头发', hans), []);
  });
});
