import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type Analysis } from '../../src/core/analyse';
import { judge } from '../../src/core/judge/judge';
import { learnSite } from '../../src/core/judge/learnSite';
import { groupBySite } from '../../src/core/judge/siteProfile';
import { bodyF1, classesOf, fieldsOf, reasonsOf, rolesOf, seedTruth, truthFieldsOf } from '../seedTruth';
import { tables } from './tables';

const seeds = join(__dirname, '..', '..', 'seeds');
/** What the truth leaves open: the site of 001 is inferred from weak evidence, so that name or nothing is right. */
const OPEN: Readonly<Record<string, readonly string[]>> = { '001 site': ['光明网', ''] };

function read(name: string): Analysis {
  const result = analyse(readFileSync(join(seeds, name)), { id: name, path: name, now: '2026-03-01T12:00:00' }, tables);
  assert.ok(result.ok);
  return result.value;
}

describe('the five seeds', () => {
  const analyses = seedTruth.map(({ file }) => read(file));
  const groups = groupBySite(analyses);

  it('are of three sites, told apart by the lines they share', () => {
    assert.deepEqual(groups.map((group) => group.map(({ id }) => id.slice(0, 3))), [['000'], ['001', '002', '003'], ['004']]);
  });

  for (const [index, truth] of seedTruth.entries()) {
    const analysis = analyses[index];
    assert.ok(analysis);
    const classes = classesOf(analysis.raw, truth.lines);
    for (const alone of [false, true]) {
      const site = groups.find((group) => group.includes(analysis)) ?? [];
      const document = judge(analysis, alone ? undefined : learnSite(site));
      describe(`${truth.file.slice(0, 3)} ${alone ? 'alone' : 'beside the others'}`, () => {
        it('has a block for every line that is not blank', () => {
          assert.deepEqual(document.blocks.map((block) => block.lines?.[0]), [...classes.keys()].sort((a, b) => a - b));
        });
        it('gives every line its role', () => {
          const wrong = document.blocks.filter((block) => !rolesOf(classes.get(block.lines?.[0] ?? 0) ?? '').includes(block.role));
          assert.deepEqual(wrong, []);
          assert.equal(bodyF1(document, classes), 1);
        });
        it('gives every line its reason', () => {
          const wrong = document.blocks.filter((block) => !reasonsOf(classes.get(block.lines?.[0] ?? 0) ?? '').includes(block.reason));
          assert.deepEqual(wrong, []);
        });
        const fields = fieldsOf(document);
        for (const [name, value] of Object.entries(truthFieldsOf(truth))) {
          it(`reads ${name}: ${value || 'nothing'}`, () => {
            assert.ok((OPEN[`${truth.file.slice(0, 3)} ${name}`] ?? [value]).includes(fields[name] ?? ''), `got ${fields[name]}`);
          });
        }
        it('points at what it read', () => {
          for (const field of [document.metadata.title, document.metadata.published, document.metadata.publisher]) {
            assert.ok(field?.span && field.span.end > field.span.start);
          }
          const { title, publisher } = document.metadata;
          const printed = (span = { start: 0, end: 0 }): string => document.raw.slice(span.start, span.end).replace(/\([^\x00-\x7f]*[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g, '');
          assert.equal(printed(title?.span), title?.value);
          assert.equal(printed(publisher?.span), publisher?.value);
        });
        it(`is in ${truth.script.slice(0, 4)} script, in Chinese`, () => {
          assert.equal(document.script, truth.script.slice(0, 4));
          assert.equal(document.language, 'zh');
        });
      });
    }
  }
});
