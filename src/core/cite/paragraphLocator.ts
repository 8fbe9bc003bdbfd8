/**
 * The locator of a quotation, as it follows its key in the brackets: `，第3段` in Chinese notes (behind an ASCII comma GB/T 7714 styles drop it), else `, para. 3`.
 * `paragraphs` are the numbers of the first and the last one.
 */
export function paragraphLocator([first, last]: readonly [number, number], inChinese: boolean): string {
  if (inChinese) return first === last ? `，第${first}段` : `，第${first}至${last}段`;
  return first === last ? `, para. ${first}` : `, paras. ${first}–${last}`;
}
