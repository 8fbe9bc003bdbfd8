import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { buildCore } from './loadCore.mjs';

const SOURCES = 5000;
const QUOTATIONS = 200;

/** Yields how long it takes to hold a note against a library, all of it and after one edit, beside a plain search for the same words. */
export async function* benchQuotations({ rounds }) {
  await buildCore();
  process.stderr.write(`quotations, reading ${SOURCES} sources\n`);
  const done = spawnSync(process.execPath, ['--max-old-space-size=4096', join(root, 'scripts/bench/quotationsProcess.mjs'), SOURCES, QUOTATIONS, rounds].map(String), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error(`measuring quotations ended with ${done.status ?? done.signal}`);
  const { rows, verdicts } = JSON.parse(done.stdout);
  yield { title: `A note of ${QUOTATIONS} quotations over ${SOURCES} sources`, note: 'milliseconds, the median and the longest of all rounds; plain search looks for the same characters only, in texts that are decoded already', columns: ['what', 'median', 'longest', 'runs'], rows };
  yield { title: 'What was found in it', columns: ['verdict', 'quotations', 'rightly'], rows: verdicts };
}
