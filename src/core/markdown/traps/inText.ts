import type { Span } from '../../document';
import { citationParts } from '../insert';
import { bracketAround, firstParagraph, lastParagraph, type NoteText } from './noteText';
import { mendBracket } from './mendBracket';
import { makeTrap, replace, type Suspect } from './trap';
import { isEscaped, isGlued, meantKeys, unmistakable, writtenKeyAt } from './writtenKey';

const citationOf = (key: string): string => Object.values(citationParts(key)).join('');

/** `@key` behind a letter, and `＠key`, where no bracket is around. */
export function* gluedKeys({ text, isProse }: NoteText): Iterable<Suspect> {
  for (const { index: at, 0: sign } of text.matchAll(/[@＠]/g)) {
    if ((sign === '@' && !isGlued(text, at)) || isEscaped(text, at) || !isProse(at) || bracketAround(text, at)) continue;
    const written = writtenKeyAt(text, at);
    if (!written) continue;
    const isLatin = /[A-Za-z0-9]$/.test(text.slice(Math.max(0, at - 1), at));
    // What looks like an address of mail needs a key that does not look like the name of a machine.
    const keys = meantKeys(written).filter(key => !isLatin || /\d{4}/.test(key));
    yield {
      keys, sure: isLatin ? undefined : unmistakable(keys),
      trap(key) {
        const end = written.isBraced ? written.span.end : at + 1 + key.length;
        return makeTrap(sign === '@' ? 'glued' : 'fullWidth', text, { start: at, end: written.span.end }, key, [[replace(at, end, citationOf(key))]]);
      },
    };
  }
}

/** `【@key】`, `［@key］` and brackets of which one is wide. */
export function* wideBrackets({ text, isProse, isFree }: NoteText): Iterable<Suspect> {
  for (const hit of text.matchAll(/([［【〔[])([^[\]［］【】〔〕@＠\n]{0,12}[@＠][^[\]［］【】〔〕\n]{1,200})([\]］】〕])/g)) {
    const [whole, open = '', content = '', close = ''] = hit;
    const span = { start: hit.index, end: hit.index + whole.length }, inside = { start: span.start + 1, end: span.end - 1 };
    if ((open === '[' && close === ']') || isEscaped(text, span.start) || !isFree(span.start) || !isProse(span.start)) continue;
    const { keys } = mendBracket(text, inside, ({ key }) => key), meant = keys.flatMap(meantKeys);
    yield {
      keys: meant, sure: /^[@＠-]/.test(content) ? unmistakable(meant) : undefined,
      trap(key) {
        const { edits } = mendBracket(text, inside, written => (meantKeys(written).includes(key) ? key : written.key));
        return makeTrap('fullWidth', text, span, key, [[replace(span.start, span.start + 1, '['), ...edits, replace(inside.end, span.end, ']')]]);
      },
    };
  }
}

/** `[@key` whose paragraph has no other bracket behind it, and `@key]` with none before. */
export function* unclosedBrackets({ text, scan }: NoteText): Iterable<Suspect> {
  for (const { keys: [cited], span, bracketed } of scan.citations) {
    if (!cited || bracketed) continue;
    const written = writtenKeyAt(text, cited.span.start), keys = written ? meantKeys(written) : [cited.key];
    const start = text[cited.span.start - 1] === '-' ? cited.span.start - 1 : cited.span.start;
    const suspect = (trap: Suspect['trap']): Suspect => ({ keys, sure: unmistakable(keys), trap });
    if (text[start - 1] === '[' && !isEscaped(text, start - 1) && !/[\]］】〕]/.test(firstParagraph(text.slice(span.end, span.end + 4000)))) yield suspect(key => unclosed(text, start, cited.span, key));
    else if (text[span.end] === ']' && !/[[［【〔]/.test(lastParagraph(text.slice(Math.max(0, start - 4000), start)))) {
      yield suspect(key => makeTrap('unclosed', text, { start, end: span.end + 1 }, key, [[replace(start, start, '[')]]));
    }
  }
}

/** The bracket closes behind the key, or behind a locator that follows it. */
function unclosed(text: string, start: number, { start: at, end: keyEnd }: Span, key: string): ReturnType<typeof makeTrap> {
  const meantEnd = text[at + 1] === '{' ? keyEnd : at + 1 + key.length;
  const locator = meantEnd < keyEnd ? undefined : /^[,，]\s?(?:第?\s?[\d一二三四五六七八九十]{1,6}\s?[页頁段节節章版回卷条條]|pp?\.\s?\d[\d–-]{0,12})/u.exec(text.slice(keyEnd, keyEnd + 40))?.[0];
  const end = meantEnd + (locator?.length ?? 0);
  return makeTrap('unclosed', text, { start: start - 1, end: Math.max(end, keyEnd) }, key, [[replace(end, end, ']')]]);
}

/** `[@ key]`. */
export function* spacedKeys({ text, isFree }: NoteText): Iterable<Suspect> {
  for (const hit of text.matchAll(/(?<=\[-?[@＠])[ \t]{1,8}(?=[\p{L}\p{N}_]{1,80})/gu)) {
    const at = hit.index + hit[0].length - 1;
    const written = writtenKeyAt(text, at);
    if (!written || !isFree(hit.index)) continue;
    const start = hit.index - 1;
    yield { keys: meantKeys(written), trap: key => makeTrap('spaced', text, { start, end: at + 1 + key.length }, key, [[replace(start, at + 1, '@')]]) };
  }
}
