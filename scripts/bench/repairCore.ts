/** What the measurements of repair call, bundled as the programs are. */
export { analyse } from '../../src/core/analyse';
export { decode } from '../../src/core/ingest/decode';
export { parsePage } from '../../src/core/ingest/parsePage';
export { repaired } from '../../src/core/repair/repaired';
export { lazyTables } from '../../src/core/text/tables';
export { LoneTexts } from '../../src/worker/loneTexts';
export { rightText } from '../../test/damage/damaged';
export { judgeRepairs, outcomes } from '../../test/damage/judgeRepairs';
export { operators } from '../../test/damage/operators';
export { damagePassages } from '../../test/damage/damagePassages';
export { passagesOf } from '../../test/damage/passages';
export { randomSource } from '../../test/unit/random';
