import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { codeOfVerdict } from '../../../src/core/quote/finding';
import type { Verdict } from '../../../src/core/quote/check';
import { LibraryService } from '../../../src/worker/libraryService';
import { handWrittenCases } from '../../quotations/handWritten';
import type { Expected } from '../../quotations/handWritten/case';
import { makeQuotations } from '../../quotations/makeQuotations';
import { quotationSources, seedSources, type QuotationSource } from '../../quotations/sources';
import { tables } from '../tables';

const BIBLIOGRAPHY = 'file:///references.json';
const allSources = [...quotationSources, ...seedSources];

/** A library of pages, each cited by its name. */
async function libraryOf(sources: readonly QuotationSource[]): Promise<LibraryService> {
  const service = new LibraryService(tables), path = ({ file }: QuotationSource): string => `pages/${basename(file)}`;
  await service.apply(sources.map(source => ({ kind: 'put' as const, id: `file:///${path(source)}`, path: path(source), bytes: readFileSync(source.file) })));
  await service.putBibliography(BIBLIOGRAPHY, JSON.stringify(sources.map(source => ({ id: source.name, type: 'webpage', custom: { seedbed: { path: path(source) } } }))));
  return service;
}

interface Said { readonly expected: Expected; readonly changes: string }

/** The verdict on the only quotation of a note, and what of it the source has otherwise: `of the note|of the source`. */
async function said(library: LibraryService, note: string): Promise<Said> {
  const checked = await library.checkQuotations([BIBLIOGRAPHY], note, 8), [first] = checked;
  if (!first) return { expected: 'none', changes: '' };
  const { quotation: { text }, verdict } = first;
  return { expected: checked.length > 1 ? 'none' : nameOf(verdict), changes: 'changes' in verdict ? verdict.changes.map(({ note: ours, source }) => `${text.slice(ours.start, ours.end)}|${verdict.passage.exact.slice(source.start, source.end)}`).join(' ') : '' };
}

const nameOf = (verdict: Verdict): Expected => codeOfVerdict(verdict) ?? (verdict.kind === 'elided' ? 'elided' : 'verbatim');

describe('quotations that a careful editor has judged', () => {
  const libraries = new Map<string, Promise<LibraryService>>();
  for (const { name, note, sources, expected, changed } of handWrittenCases) {
    it(`${expected}: ${name}`, async () => {
      const library = libraries.get(sources.join()) ?? libraryOf(allSources.filter(source => sources.includes(source.name)));
      libraries.set(sources.join(), library);
      const verdict = await said(await library, note);
      assert.equal(verdict.expected, expected, verdict.changes);
      for (const part of changed ?? []) assert.ok(part === '' || isTold(part, verdict.changes), `${verdict.changes} does not tell ${part}`);
    });
  }
});

/** Whether a changed word is told, with words around it or as the part of it that changed. */
const isTold = (part: string, changes: string): boolean => changes.includes(part) || changes.split(/[ |]/).some(told => told !== '' && part.includes(told));

/** Quotations made of each set of pages. */
const COUNT = 1800;

describe('quotations that are made with their verdicts', () => {
  for (const [what, isMeant] of [['pages written for it', (name: string) => !name.startsWith('seed')], ['the seeds', (name: string) => name.startsWith('seed')]] as const) {
    it(`are judged rightly in ninety-nine of a hundred, of ${what}`, async () => {
      const library = await libraryOf(allSources), told: (readonly [expected: Expected, said: Expected])[] = [];
      for (const { note, cited, expected } of makeQuotations(allSources, COUNT * 2, 20260)) if (isMeant(cited)) told.push([expected, (await said(library, note)).expected]);
      report(what, told);
      assert.ok(told.length >= COUNT / 2, `only ${told.length}`);
      assert.ok(told.filter(([expected, found]) => expected === found).length >= told.length * 0.99);
      assert.deepEqual(told.filter(([expected, found]) => expected === 'quote-critical' && ['verbatim', 'elided', 'quote-folded', 'none'].includes(found)), [], 'a changed number, unit, negation or name passed as fine');
    });
  }
});

function report(what: string, told: readonly (readonly [expected: Expected, said: Expected])[]): void {
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${(100 * part / whole).toFixed(1)} %`).padStart(9);
  process.stdout.write(`      ${told.length} quotations of ${what}      precision   recall\n`);
  for (const verdict of [...new Set(told.flat())].sort()) {
    const right = told.filter(([expected, found]) => expected === verdict && found === verdict).length;
    const isExpected = told.filter(([expected]) => expected === verdict).length;
    process.stdout.write(`        ${verdict.padEnd(18)} ${String(isExpected).padStart(5)} ${percent(right, told.filter(([, found]) => found === verdict).length)} ${percent(right, isExpected)}\n`);
  }
}
