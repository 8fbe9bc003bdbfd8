/** What the measurements call, bundled as the programs are. */
export { analyse } from '../../src/core/analyse';
export { loadRomanise } from '../../src/core/cite/romanise';
export { judge } from '../../src/core/judge/judge';
export { Library } from '../../src/core/library/library';
export { codeOfVerdict } from '../../src/core/quote/finding';
export { cleanText } from '../../src/core/render/cleanMarkdown';
export { lazyTables } from '../../src/core/text/tables';
export { LibraryService } from '../../src/worker/libraryService';
export * from './textScore';
