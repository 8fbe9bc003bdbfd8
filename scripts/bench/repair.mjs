import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureDamage } from './damage.mjs';
import { hashOf, isHeldOut } from './heldOut.mjs';
import { buildCore, loadCore } from './loadCore.mjs';

/** Damaged passages of each kind in each half. */
const COUNT = 40;

/** Measures repair: passages of `corpus` damaged on purpose, one half to look at and one that only gives figures, and clean texts, which must stay as they are. */
export async function* benchRepair(corpus, { worst }) {
  await buildCore('repairCore');
  const core = loadCore('repairCore');
  const pages = corpus === undefined ? [] : readPages(corpus);
  const isForTuning = ({ host }) => [1, 2].includes(hashOf(host) % 5);
  yield* measureDamage('the half that may be looked at', pages.filter(isForTuning).map(page => page.lines), { worst, count: COUNT }, core);
  yield* measureDamage('the half that only gives figures', pages.filter(page => !isForTuning(page)).map(page => page.lines), { worst: 0, count: COUNT }, core);
}

/** The lines of the body of every page that is not held out. */
function readPages(corpus) {
  const files = readdirSync(corpus).filter(name => /^text-.*\.jsonl$/.test(name)).sort();
  const rows = files.flatMap(name => readFileSync(join(corpus, name), 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line)));
  return rows.filter(({ host }) => !isHeldOut(host)).map(({ host, lines, body }) => ({ host, lines: lines.filter((_, at) => body[at]) }));
}
