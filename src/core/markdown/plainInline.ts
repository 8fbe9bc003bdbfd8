import type { Edit } from '../document';

const ADDRESS = String.raw`\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)`;
// what opens, closes or stands for itself: escape, image or link opening, link closing, wiki link, autolink, footnote, code, pairs of emphasis
const MARKUP = new RegExp([
  String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
  String.raw`(?<opening>!?\[)(?=(?:[^[\]]|\[[^[\]]*\])*\]${ADDRESS})`,
  String.raw`(?<closing>\]${ADDRESS})`,
  String.raw`\[\[(?:[^[\]|]*\|)?(?<wiki>[^[\]|]+)\]\]`,
  String.raw`<(?<auto>https?:[^<>\s]+)>`,
  String.raw`(?<note>\[\^[^\]\s]+\])`,
  String.raw`(?<ticks>\x60+)(?<code>[^\x60]+)\k<ticks>`,
  String.raw`(?<pair>\*\*|__|~~|==)(?=\S)(?=.*?\S\k<pair>)`,
].join('|'), 'gu');
/** Within a word only asterisks mark, and between Latin letters or digits they may be a sign of multiplication. */
const SINGLE = /(?<![\p{Script=Latin}\p{N}*_\\])\*(?=[^\s*_])[^*_\n]*[^\s*_]\*(?![\p{Script=Latin}\p{N}*_])|(?<![\p{L}\p{N}*_\\])_(?=[^\s*_])[^*_\n]*[^\s*_]_(?![\p{L}\p{N}*_])/gu;

/** A longer line is no prose; it keeps its markup, as looking ahead on it would take long. */
const LONGEST = 20_000;

/** Edits that take inline Markdown off a line and leave what a reader sees: link labels, alternative texts, emphasised words, code. */
export function plainInline(text: string): readonly Edit[] {
  if (text.length > LONGEST) return [];
  const edits: Edit[] = [];
  const cut = (start: number, end: number): void => { edits.push({ span: { start, end }, text: '' }); };
  let open = '';
  for (const found of text.matchAll(MARKUP)) {
    const start = found.index, end = start + found[0].length, groups = found.groups ?? {};
    const inner = groups['wiki'] ?? groups['auto'] ?? groups['code'] ?? groups['escaped'];
    if (inner !== undefined) {
      const at = text.lastIndexOf(inner, end - 1);
      cut(start, at);
      if (at + inner.length < end) cut(at + inner.length, end);
    } else cut(start, end);
    open = groups['pair'] ?? open;
  }
  return merged([...edits, ...(open ? closers(text, edits) : []), ...singles(text)]);
}

/** The second halves of emphasis: pairs behind a word that the first pass, which looks ahead, did not take. */
function closers(text: string, taken: readonly Edit[]): readonly Edit[] {
  const starts = new Set(taken.map(edit => edit.span.start));
  return [...text.matchAll(/(?<=\S)(?:\*\*|__|~~|==)/g)].filter(found => !starts.has(found.index)).map(found => ({ span: { start: found.index, end: found.index + 2 }, text: '' }));
}

const singles = (text: string): readonly Edit[] => [...text.matchAll(SINGLE)].flatMap(({ index, 0: { length } }) => [
  { span: { start: index, end: index + 1 }, text: '' }, { span: { start: index + length - 1, end: index + length }, text: '' },
]);

/** Sorted, and without those that lie in one before them. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].filter(edit => edit.span.end > edit.span.start).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return sorted.filter(edit => {
    if (edit.span.start < end) return false;
    end = edit.span.end;
    return true;
  });
}
