import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { buildCore } from './loadCore.mjs';

/** Yields what `pages` synthesised pages cost: read as a stream, kept as a library, and changed one at a time; each measured in a process of its own. */
export async function* benchLibrary(pages = 10_000) {
  await buildCore();
  const stream = measureApart('stream', pages);
  yield {
    title: `Memory while ${pages} pages are read one after the other`, note: 'megabytes held after a collection, beyond what was held before the first',
    columns: ['pages', 'MB'], rows: stream.map(({ pages: read, bytes }) => ({ pages: read, MB: megabytes(bytes) })),
  };
  const { read, steps, heap, changes } = measureApart('shelf', pages);
  const row = (what, value) => ({ what, value });
  yield {
    title: `A library of ${pages} pages`, columns: ['what', 'value'],
    rows: [
      row('read, in batches of 64 (s)', (read / 1000).toFixed(1)),
      row('longest block while reading (ms)', Math.round(steps)),
      row('held in all (MB)', megabytes(heap)),
      row('held for a page (KB)', (heap / pages / 1024).toFixed(1)),
    ],
  };
  yield {
    title: 'One page changed in it', note: 'milliseconds until its row is shown and until topics are settled, of the processor, and the longest time in which nothing else was answered',
    columns: ['change', 'rows', 'settled', 'processor', 'longest block', 'rows changed'], rows: changes,
  };
}

const megabytes = bytes => (bytes / 1024 / 1024).toFixed(1);

/** Runs a measurement in a process of its own whose memory can be collected at will. */
function measureApart(what, pages) {
  const script = join(root, 'scripts/bench/libraryProcess.mjs');
  const done = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=6144', script, what, String(pages)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error(`measuring ${what} ended with ${done.status ?? done.signal}`);
  return JSON.parse(done.stdout);
}
