import { fold } from '../script/fold';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';

/** `base` as quotations are held against sources: folded, single and double quotation marks alike, as a quotation within another changes its own. */
export function comparable(base: MappedText, tables: Tables): MappedText {
  const folded = fold(base, tables);
  return { ...folded, text: folded.text.replace(/'/g, '"') };
}
