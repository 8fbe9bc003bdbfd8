import type { ReaderBlock, ShowMessage } from '../protocol';

const sameBlock = (a: ReaderBlock, b: ReaderBlock | undefined): boolean =>
  b !== undefined && a.index === b.index && a.text === b.text && a.lang === b.lang && a.role === b.role && a.reason === b.reason && a.kind === b.kind
  && a.doubts.length === b.doubts.length
  && a.doubts.every((doubt, at) => doubt.start === b.doubts[at]?.start && doubt.end === b.doubts[at]?.end)
  && a.marks.length === b.marks.length
  && a.marks.every((mark, at) => mark.start === b.marks[at]?.start && mark.end === b.marks[at]?.end && mark.before === b.marks[at]?.before);

/** Whether two messages show the same text of the same source, so that what stands on the page may stay. */
export function isSameText(a: ShowMessage, b: ShowMessage): boolean {
  return JSON.stringify(a.doubts) === JSON.stringify(b.doubts) && a.page.id === b.page.id && a.page.lang === b.page.lang && a.page.blocks.length === b.page.blocks.length
    && a.page.blocks.every((block, at) => sameBlock(block, b.page.blocks[at]));
}
