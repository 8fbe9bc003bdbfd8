/** What the measurements of scripts call, bundled as the programs are. */
export { findRepairs } from '../../src/core/repair/findRepairs';
export { widenPunctuation } from '../../src/core/repair/punctuation';
export { conversionFor, convert } from '../../src/core/script/convert';
export { detectScript } from '../../src/core/script/detect';
export { fold } from '../../src/core/script/fold';
export { mapped } from '../../src/core/text/mappedText';
export { lazyTables } from '../../src/core/text/tables';
export { comparePairs } from './conversions';
