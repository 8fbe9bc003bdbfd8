// Measures one thing in a process of its own and prints it as JSON: `stream PAGES` or `shelf PAGES`.
import { loadCore } from './loadCore.mjs';
import { pageMaker } from './makePages.mjs';
import { readAlone } from './readPages.mjs';

const [what, count] = [process.argv[2], Number(process.argv[3])];
const core = loadCore();
const makePage = pageMaker();

/** Bytes of the heap and of buffers that are in use, after collecting what is not. */
function held() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Reads pages and keeps none; says at every fifth of them what is held. */
function measureStream() {
  for (let at = 0; at < 50; at++) readAlone(makePage(count + at).bytes, makePage(count + at).path, core);
  const before = held(), rows = [];
  for (let at = 0; at < count; at++) {
    const { bytes, path } = makePage(at);
    readAlone(bytes, path, core);
    if ((at + 1) % Math.ceil(count / 5) === 0) rows.push({ pages: at + 1, bytes: held() - before });
  }
  return rows;
}

/** The longest time in which this thread answered nothing, from the last call on. */
function watchBlocks() {
  let last = performance.now(), longest = 0, isOn = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setImmediate(tick);
  };
  setImmediate(tick);
  return { end: () => { isOn = false; return Math.max(longest, performance.now() - last); } };
}

const BATCH = 64;

async function measureShelf() {
  const before = held();
  const service = new core.LibraryService(core.tables);
  const start = performance.now(), blocks = watchBlocks();
  for (let at = 0; at < count; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - at) }, (_, offset) => put(makePage(at + offset)));
    await service.apply(batch, true);
  }
  await service.apply([], false);
  const read = performance.now() - start, steps = blocks.end();
  const heap = held() - before;
  const changes = [];
  const other = makePage(count + 1), twin = makePage(2);
  for (const [change, changed] of [
    ['a page written anew', put({ ...makePage(2), bytes: other.bytes })], ['and back', put(twin)], ['a page that is new', put(makePage(count + 2))],
    ['a page taken away', { kind: 'remove', id: 'page4' }], ['nothing', put(makePage(6))],
  ]) changes.push({ change, ...await measureChange(service, [changed]) });
  return { read, steps, heap, changes };
}

async function measureChange(service, batch) {
  const blocks = watchBlocks();
  const start = performance.now(), used = process.cpuUsage();
  const first = await service.apply(batch, true);
  const rows = performance.now() - start;
  const last = await service.apply([], false);
  const settled = performance.now() - start, { user, system } = process.cpuUsage(used);
  return { rows: Math.round(rows), settled: Math.round(settled), processor: Math.round((user + system) / 1000), 'longest block': Math.round(blocks.end()), 'rows changed': first.changed.length + last.changed.length };
}

const put = ({ id, path, bytes }) => ({ kind: 'put', id, path, bytes });

console.log(JSON.stringify(what === 'stream' ? measureStream() : await measureShelf()));
