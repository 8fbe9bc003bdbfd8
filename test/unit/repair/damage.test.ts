import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LoneTexts } from '../../../src/worker/loneTexts';
import { compose, rightText } from '../../damage/damaged';
import type { Damaged } from '../../damage/damaged';
import { damagePassages } from '../../damage/damagePassages';
import { judgeRepairs, outcomes } from '../../damage/judgeRepairs';
import type { Outcome } from '../../damage/judgeRepairs';
import { operators } from '../../damage/operators';
import { passagesOf } from '../../damage/passages';
import { shifted } from '../../damage/wrongEncodings';
import { withZeroWidth } from '../../damage/strewn';
import { randomSource } from '../random';
import { tables } from '../tables';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');

/** The seeds without damage of their own, their narrowed marks as wide as they were. */
const documents = readdirSync(seedFolder).sort().slice(0, 4).map(name => readFileSync(join(seedFolder, name), 'utf8')
  .replace(/(?<=[\u4e00-\u9fff”])[,:;!?]|[,:;!?](?=[\u4e00-\u9fff“])/g, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)).split('\n'));
const passages = passagesOf(documents);

describe('damage made on purpose', () => {
  it('is undone by what the operator says was there', () => {
    const random = randomSource(5);
    const clean = passages.short[0] ?? '';
    for (const damage of [shifted({ mark: '?' }), shifted({ mark: '' }), withZeroWidth]) {
      const damaged = damage(clean, random);
      assert.ok(damaged);
      assert.notEqual(damaged.text, clean);
      assert.equal(rightText(damaged), clean);
    }
  });

  it('tells of both where one damages what the other left', () => {
    const first: Damaged = { text: '甲x乙丙', places: [{ span: { start: 1, end: 2 }, text: '' }] };
    const second: Damaged = { text: '甲x-乙-丙', places: [{ span: { start: 2, end: 3 }, text: '' }, { span: { start: 4, end: 5 }, text: '' }] };
    assert.deepEqual(compose(first, second).places, [{ span: { start: 1, end: 3 }, text: '' }, { span: { start: 4, end: 5 }, text: '' }]);
    assert.equal(rightText(compose(first, second)), '甲乙丙');
  });
});

describe('what became of damage', () => {
  const damaged: Damaged = { text: '甲??丁戊', places: [{ span: { start: 1, end: 3 }, text: '乙丙' }] };
  const mended = (text: string, certain: boolean, start = 1, end = 3): Outcome =>
    judgeRepairs(damaged, { repairs: [{ span: { start, end }, text, kind: 'mojibake', certain }], lost: [] }, false);

  it('is exact where the text is as it was, and flagged where a guess says so', () => {
    assert.equal(mended('乙丙', true), 'exact');
    assert.equal(mended('乙丁', false), 'flagged');
    assert.equal(judgeRepairs(damaged, { repairs: [], lost: [{ span: { start: 1, end: 3 }, kind: 'lostText' }] }, false), 'flagged');
  });

  it('is wrong where a repair is sure of what was not there', () => {
    assert.equal(mended('乙丁', true), 'wrong');
  });

  it('is missed where nothing covers it whole', () => {
    assert.equal(judgeRepairs(damaged, { repairs: [], lost: [] }, false), 'missed');
    assert.equal(mended('乙', false, 1, 2), 'missed');
  });

  it('is told from what else was changed', () => {
    assert.equal(mended('己', false, 3, 4), 'collateral');
  });

  it('is wrong where something is invented for what is lost', () => {
    const lost: Damaged = { text: '甲??丁', places: [{ span: { start: 1, end: 3 }, text: '乙丙', isLost: true }] };
    assert.equal(judgeRepairs(lost, { repairs: [{ span: { start: 1, end: 3 }, text: '乙丙', kind: 'mojibake', certain: false }], lost: [] }, false), 'wrong');
  });
});

describe('repair of the seeds damaged on purpose', () => {
  const lone = new LoneTexts(tables);
  const results = operators.flatMap(({ name, isAsked = false, ...operator }, at) => {
    const damaged = damagePassages(passages, { name, isAsked, ...operator }, 7 + at, 6);
    return damaged.map(each => ({ name, outcome: judgeRepairs(each, lone.findDamage(each.text), isAsked) }));
  });
  const shareOf = (wanted: readonly Outcome[]): number => results.filter(({ outcome }) => wanted.includes(outcome)).length / results.length;

  const figures = outcomes.map(outcome => `${outcome} ${(100 * shareOf([outcome])).toFixed(1)}%`).join(', ');

  it('is measured on every kind of damage', () => {
    assert.ok(new Set(results.map(({ name }) => name)).size >= operators.length - 2, String(results.length));
  });

  it('is exact or says what is a guess or lost', () => {
    assert.ok(shareOf(['exact', 'flagged']) >= 0.9, figures);
  });

  it('is hardly ever sure of what is not so', () => {
    assert.ok(shareOf(['wrong', 'collateral']) <= 0.01, figures);
  });
});
