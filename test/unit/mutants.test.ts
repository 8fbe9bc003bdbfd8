import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type Analysis } from '../../src/core/analyse';
import { normalLine } from '../../src/core/cues/normal';
import { judge } from '../../src/core/judge/judge';
import { learnSite } from '../../src/core/judge/learnSite';
import { groupBySite } from '../../src/core/judge/siteProfile';
import { mutate, type Mutant } from '../mutants';
import { bodyF1, fieldsOf, seedTruth } from '../seedTruth';
import { tables } from './tables';

const COUNT = 300;
const raws = seedTruth.map(({ file }) => readFileSync(join(__dirname, '..', '..', 'seeds', file), 'utf8'));

function read(raw: string, id: string): Analysis {
  const result = analyse(new TextEncoder().encode(raw), { id, path: `${id}.txt`, now: '2026-11-22T12:00:00' }, tables);
  assert.ok(result.ok);
  return result.value;
}

/** Reads a mutant alone, or beside the seeds it was not made from. */
function score(mutant: Mutant, others: readonly Analysis[]): { readonly f1: number; readonly right: number; readonly all: number; readonly wrong: readonly string[] } {
  const analysis = read(mutant.raw, 'mutant');
  const site = groupBySite([...others, analysis]).find((group) => group.includes(analysis)) ?? [];
  const document = judge(analysis, learnSite(site));
  const fields = fieldsOf(document);
  const same = (a: string, b: string): boolean => normalLine(a) === normalLine(b);
  const wrong = Object.entries(mutant.fields).filter(([name, values]) => !values.some((value) => same(value, fields[name] ?? '')));
  const all = Object.keys(mutant.fields).length;
  return { f1: bodyF1(document, mutant.classes), right: all - wrong.length, all, wrong: wrong.map(([name, values]) => `${name}: ${fields[name]} instead of ${values.join(' or ')}`) };
}

describe(`${COUNT} mutants of the seeds`, () => {
  const seeds = raws.map((raw, index) => read(raw, `seed ${index}`));
  const results = Array.from({ length: COUNT }, (_, number) => {
    const index = number % seedTruth.length;
    const truth = seedTruth[index], raw = raws[index];
    assert.ok(truth && raw !== undefined);
    const mutant = mutate(raw, truth, number);
    const others = number % 2 === 0 ? [] : seeds.filter((_seed, other) => other !== index);
    return { name: mutant.name, ...score(mutant, others) };
  });
  const worst = (by: (result: (typeof results)[number]) => number): string =>
    [...results].sort((a, b) => by(a) - by(b)).slice(0, 10).map((result) => `${result.name}: F1 ${result.f1.toFixed(3)}, ${result.wrong.join('; ')}`).join('\n');

  it('keep their body: mean F1 of lines at least .97', () => {
    const mean = results.reduce((sum, { f1 }) => sum + f1, 0) / results.length;
    assert.ok(mean >= 0.97, `mean F1 ${mean.toFixed(4)}\n${worst(({ f1 }) => f1)}`);
  });

  it('keep their metadata: at least 95 of 100 fields right', () => {
    const share = results.reduce((sum, { right }) => sum + right, 0) / results.reduce((sum, { all }) => sum + all, 0);
    assert.ok(share >= 0.95, `${(100 * share).toFixed(2)} % right\n${worst(({ right, all }) => right - all)}`);
  });

  it('are made the same each time', () => {
    const truth = seedTruth[0], raw = raws[0];
    assert.ok(truth && raw !== undefined);
    assert.deepEqual(mutate(raw, truth, 5), mutate(raw, truth, 5));
  });
});
