import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEditor, testAddress } from '../editor.mjs';
import { bundleForHost, runInWindow } from '../hostScripts.mjs';
import { root } from '../run.mjs';
import { blockRows, inMs } from './citationTables.mjs';
import { makeEmptyExtension } from './citations.mjs';
import { buildCore } from './loadCore.mjs';
import { pageMaker } from './makePages.mjs';
import { median } from './median.mjs';
import { packExtension } from './packExtension.mjs';
import { bibliographyOf, quotationLines } from './quotationNote.mjs';

const SOURCES = 5000;
const QUOTATIONS = 200;

const LIMIT = 10 * 60_000;

/** Yields how long it takes to hold a note against a library, all of it and after one edit, beside a plain search for the same words. */
export async function* benchQuotations({ rounds }) {
  await buildCore();
  process.stderr.write(`quotations, reading ${SOURCES} sources\n`);
  const done = spawnSync(process.execPath, ['--max-old-space-size=4096', join(root, 'scripts/bench/quotationsProcess.mjs'), SOURCES, QUOTATIONS, rounds].map(String), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error(`measuring quotations ended with ${done.status ?? done.signal}`);
  const { rows, verdicts } = JSON.parse(done.stdout);
  yield { title: `A note of ${QUOTATIONS} quotations over ${SOURCES} sources`, note: 'milliseconds, the median and the longest of all rounds; plain search looks for the same characters only, in texts that are decoded already', columns: ['what', 'median', 'longest', 'runs'], rows };
  yield { title: 'What was found in it', columns: ['verdict', 'quotations', 'rightly'], rows: verdicts };
  yield* benchTyping({ rounds });
}

/** Sources of the workspace in which a writer types. */
const OPEN_SOURCES = 300;

/** Lines that are typed in. */
const EDITS = 15;

/** Yields how soon a change of a quotation is told in the editor, and what holds the extension host meanwhile. */
async function* benchTyping({ rounds }) {
  const data = await mkdtemp(join(tmpdir(), 'seedbed-quotations-')), script = join(root, 'out/bench/inHost'), planFile = join(data, 'plan.json'), result = join(data, 'result.json'), workspace = join(data, 'workspace');
  await bundleForHost([join(root, 'scripts/bench/inHost/quotations.ts')], script);
  const makePage = pageMaker(), pages = Array.from({ length: OPEN_SOURCES }, (_, at) => makePage(at)), lines = quotationLines(pages, QUOTATIONS, 5);
  const extensions = { Seedbed: await packExtension(join(data, 'extension'), { production: true }), control: await makeEmptyExtension(join(data, 'control')) };
  const server = await startEditor({ data, testDriver: true, settings: { 'files.hotExit': 'off', 'files.autoSave': 'off' }, env: { SEEDBED_BENCH_PLAN: planFile } });
  for (const { path, bytes } of pages) { await mkdir(join(workspace, path, '..'), { recursive: true }); await writeFile(join(workspace, path), bytes); }
  await writeFile(join(workspace, 'references.json'), bibliographyOf(pages));
  await writeFile(join(workspace, 'note.md'), lines.map(({ line }) => line).join('\n\n'));
  const right = lines.flatMap(({ kind }, at) => (kind === 'verbatim' ? [at * 2] : []));
  const measure = async side => {
    await writeFile(planFile, JSON.stringify({ isControl: side === 'control', extension: 'seedbed.seedbed', result, note: 'note.md', amiss: lines.filter(({ kind }) => kind !== 'verbatim').length, lines: right.slice(0, EDITS) }));
    process.stderr.write(`quotations in the editor, ${side}\n`);
    await runInWindow(testAddress(server, workspace, join(script, 'quotations.js'), extensions[side]), LIMIT);
    return JSON.parse(await readFile(result, 'utf8'));
  };
  try {
    const results = { Seedbed: [], control: [] };
    for (let round = 0; round < rounds; round++) for (const side of ['Seedbed', 'control']) results[side].push(await measure(side));
    const told = results.Seedbed.flatMap(each => each.told), known = told.filter(each => each !== null);
    yield { title: `A change in a note of ${QUOTATIONS} quotations, beside ${OPEN_SOURCES} sources, told in the editor`, note: 'milliseconds from the change of the text to the problem that it makes or mends', columns: ['changes', 'told', 'median', 'worst'], rows: [{ changes: told.length, told: known.length, median: inMs(median(known)), worst: inMs(Math.max(...known)) }] };
    yield { title: 'Longest block of the extension host meanwhile', note: 'milliseconds by phase, and how many were over 50 in all windows', columns: ['phase', 'longest', 'over 50', 'control', 'over 50 in control'], rows: blockRows(results) };
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
