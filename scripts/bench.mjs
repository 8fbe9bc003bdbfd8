// Measures; prints figures and judges none.
//
//   npm run bench                        the editor: from opening the window to the rows, the first page, the first hover; then --quotations and --citations
//   npm run bench -- --corpus DIR        reading: text, titles, dates and publishers against labelled pages, speed, memory
//       --worst N      names the N worst pages of each set
//       --text         only how well, not how fast
//       --rounds N     how often each page is read to measure speed (3)
//       --held-out     prints the hosts of test/heldOutHosts.json too: for the last measurement only
//   npm run bench -- --repair --corpus DIR
//                                        repair: passages of the labelled pages damaged on purpose, and clean texts, among them
//                                        manuals fetched with apt-get, which must stay as they are; without --corpus only those
//       --worst N      names N failures of each kind of damage, of the half of the hosts that may be looked at
//   npm run bench -- --script            fold, repair, detection and conversion against opencc-js on the same text, and the tables they read;
//                                        the text is that of the seeds, with --corpus DIR that of the labelled pages
//   npm run bench -- --library           ten thousand pages: memory, and how long one change takes
//   npm run bench -- --quotations        a note of 200 quotations held against 5,000 sources, and again after one edit
//       --rounds N     how often (3)
//   npm run bench -- --citations         citing at 14,000 entries in the extension host, CSL-JSON and .bib, beside the same calls without an extension
//       --rounds N     windows of each kind (3)
//       --library      beside 5,000 saved sources
//       --only NAME    references.json or references.bib alone
//       --profile      names what Seedbed did in the blocks over 50 ms
//   npm run bench -- --references        a list of 2,000 references in the extension host: until it is written, and what holds the host
//       --rounds N     windows of each kind (3)
//       --profile      names what Seedbed did in the blocks over 50 ms
//   --json prints one JSON object instead of tables
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { exitOnSignals } from './run.mjs';

const { values } = parseArgs({ options: {
  corpus: { type: 'string' },
  citations: { type: 'boolean', default: false },
  quotations: { type: 'boolean', default: false },
  references: { type: 'boolean', default: false },
  library: { type: 'boolean', default: false },
  only: { type: 'string' },
  profile: { type: 'boolean', default: false },
  repair: { type: 'boolean', default: false },
  script: { type: 'boolean', default: false },
  worst: { type: 'string', default: '0' },
  rounds: { type: 'string', default: '3' },
  text: { type: 'boolean', default: false },
  'held-out': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} });

const isPlain = values.corpus === undefined && !values.citations && !values.quotations && !values.references && !values.library && !values.repair && !values.script;

async function main() {
  exitOnSignals();
  await installDependencies();
  await build();
  if (isPlain) {
    const { benchEditor } = await import('./bench/editor.mjs');
    await benchEditor();
  }
  const { printReport } = await import('./bench/report.mjs');
  return printReport(sections(), values.json);
}

/** What was asked for, part by part, each as soon as it is measured. */
async function* sections() {
  if (values.repair) {
    const { benchRepair } = await import('./bench/repair.mjs');
    yield* benchRepair(values.corpus, { worst: Number(values.worst) });
  }
  if (values.script) {
    const { benchScript } = await import('./bench/script.mjs');
    yield* benchScript(values.corpus, { rounds: Number(values.rounds) });
  }
  if (values.quotations || isPlain) {
    const { benchQuotations } = await import('./bench/quotations.mjs');
    yield* benchQuotations({ rounds: Number(values.rounds) });
  }
  if (values.citations || isPlain) {
    const { benchCitations } = await import('./bench/citations.mjs');
    yield* benchCitations({ rounds: Number(values.rounds), library: values.library, profile: values.profile, only: values.only });
  }
  if (values.references) {
    const { benchReferences } = await import('./bench/references.mjs');
    yield* benchReferences({ rounds: Number(values.rounds), profile: values.profile });
  }
  if (values.repair || values.script || values.citations || values.quotations || values.references || isPlain) return;
  if (values.corpus !== undefined) {
    const { benchCorpus } = await import('./bench/corpus.mjs');
    yield* benchCorpus(values.corpus, { worst: Number(values.worst), rounds: Number(values.rounds), isTimed: !values.text, isHeldOutShown: values['held-out'] });
  }
  if (values.library || !values.text) {
    const { benchLibrary } = await import('./bench/library.mjs');
    yield* benchLibrary();
  }
}

await main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
