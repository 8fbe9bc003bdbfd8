import { fetchClean, measureClean } from './clean.mjs';
import { textsOfKind } from './cleanTexts.mjs';
import { measureDamage } from './damage.mjs';
import { hashOf } from './heldOut.mjs';
import { buildCore, loadCore } from './loadCore.mjs';
import { readBodies } from './readBodies.mjs';

/** Damaged passages of each kind in each half. */
const COUNT = 40;

/** Manuals of each kind that passages are taken from. */
const MANUALS = 25;

/** Measures repair: passages of `corpus` damaged on purpose, one half to look at and one that only gives figures, and clean texts, which must stay as they are. */
export async function* benchRepair(corpus, { worst }) {
  await buildCore('repairCore');
  const core = loadCore('repairCore');
  const pages = corpus === undefined ? [] : readBodies(corpus);
  const missing = fetchClean();
  const isForTuning = ({ host }) => [1, 2].includes(hashOf(host) % 5);
  yield* measureDamage('the half that may be looked at', pages.filter(isForTuning).map(page => page.lines), { worst, count: COUNT }, core);
  const others = [...pages.filter(page => !isForTuning(page)).map(page => page.lines), ...readManuals(core)];
  yield* measureDamage('the half that only gives figures, with manuals of Debian', others, { worst: 0, count: COUNT }, core);
  yield* measureClean({ worst, missing }, core);
}

/** Lines of prose of Chinese manuals. */
function readManuals(core) {
  const kinds = ['Simplified Chinese documentation', 'Traditional Chinese documentation', 'Chinese sayings and classics'];
  return kinds.flatMap(kind => {
    const lines = [...textsOfKind(kind, core)].map(({ text }) => text.split('\n').filter(line => (line.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 20));
    return lines.filter(each => each.length > 5).slice(0, MANUALS).map(each => each.slice(0, 40));
  });
}
