// Measures quotations in a process of its own and prints the figures as JSON: SOURCES QUOTATIONS ROUNDS.
import { loadCore } from './loadCore.mjs';
import { pageMaker } from './makePages.mjs';
import { median } from './median.mjs';
import { bibliographyOf, quotationLines } from './quotationNote.mjs';
import { randomSource } from './randomSource.mjs';

const [sources, quotations, rounds] = process.argv.slice(2).map(Number);
const core = loadCore(), makePage = pageMaker(), pages = Array.from({ length: sources }, (_, at) => makePage(at));
const BATCH = 64;
const BIBLIOGRAPHY = 'file:///references.json';

const service = new core.LibraryService(core.tables);
for (let at = 0; at < sources; at += BATCH) await service.apply(pages.slice(at, at + BATCH).map(({ path, bytes }) => ({ kind: 'put', id: `file:///${path}`, path, bytes })), true);
await service.apply([], false);
await service.putBibliography(BIBLIOGRAPHY, bibliographyOf(pages));

const check = async note => {
  const start = performance.now(), found = await service.checkQuotations([BIBLIOGRAPHY], note, 8);
  return { ms: performance.now() - start, found };
};

const first = [], edited = [], plain = [], verdicts = new Map();
for (let round = 0; round < rounds; round++) {
  const made = quotationLines(pages, quotations, round + 1), lines = made.map(({ line }) => line);
  const { ms, found } = await check(lines.join('\n\n'));
  first.push(ms);
  found.forEach(({ verdict }, at) => count(made[at].kind, core.codeOfVerdict(verdict) ?? verdict.kind));
  const random = randomSource(round + 77);
  for (let edit = 0; edit < 20; edit++) {
    const at = random(lines.length), place = lines[at].indexOf('“') + 2 + random(6);
    lines[at] = `${lines[at].slice(0, place)}${edit % 2 ? '甲' : ''}${lines[at].slice(place + 1)}`;
    edited.push((await check(lines.join('\n\n'))).ms);
  }
  plain.push(plainSearch(lines));
}

function count(kind, said) {
  const known = verdicts.get(kind) ?? { verdict: kind, quotations: 0, rightly: 0 };
  verdicts.set(kind, { ...known, quotations: known.quotations + 1, rightly: known.rightly + (kind === said ? 1 : 0) });
}

function plainSearch(lines) {
  const texts = pages.map(({ bytes }) => bytes.toString('utf8')), start = performance.now();
  for (const line of lines) {
    const words = line.slice(line.indexOf('“') + 1, line.indexOf('”'));
    texts.filter(text => text.includes(words));
  }
  return performance.now() - start;
}

const row = (what, times) => ({ what, median: Math.round(median(times)), longest: Math.round(Math.max(...times)), runs: times.length });
console.log(JSON.stringify({ rows: [row('all quotations', first), row('after one edit', edited), row('all by plain search', plain)], verdicts: [...verdicts.values()] }));
