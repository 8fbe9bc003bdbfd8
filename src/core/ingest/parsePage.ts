import { declaresAnything, joinDeclared } from '../cues/declared';
import type { Tables } from '../text/tables';
import { decode } from './decode';
import { parseHtml, type ParsedHtml } from './parseHtml';
import { declareMarks, readSaveMarks } from './saveMarks';
import type { Archive } from './unpack';
import { withoutData } from './withoutData';
import { sentenceLength, withScriptText } from './withScriptText';

/** A page with fewer characters in sentences shows nothing but its frames. */
const HARDLY_ANY = 80;

/** The page of a frame as programs that make one file of a page write it. */
const INNER_PAGE = /<iframe\s[^<>]{0,2000}?\bsrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * Reads a page, and the notes of the program that saved it. Where it shows hardly any text by itself it is read together with the pages of its
 * frames, of which an archive or the page itself may hold some, and with the article that one of its scripts holds.
 */
export function parsePage(source: string, tables: Tables, archive?: Archive): ParsedHtml {
  const page = withScriptText(parseWithFrames(source, tables, archive));
  const declared = joinDeclared([page.declared ?? {}, declareMarks(archive?.marks ?? {}), declareMarks(readSaveMarks(source))]);
  return declaresAnything(declared) ? { ...page, declared } : page;
}

function parseWithFrames(source: string, tables: Tables, archive: Archive | undefined): ParsedHtml {
  const main = withoutData(source);
  const page = parseHtml(main);
  if (sentenceLength(page) >= HARDLY_ANY) return page;
  const frames = [...innerPages(main), ...(archive ? sentPages(archive, tables) : [])];
  return frames.length === 0 ? page : parseHtml([main, ...frames].join('\n'));
}

function innerPages(source: string): readonly string[] {
  return [...source.matchAll(INNER_PAGE)].map(([, double, single]) => (double ?? single ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

function sentPages({ frames }: Archive, tables: Tables): readonly string[] {
  return frames.flatMap(({ bytes, charset }) => {
    const decoded = decode(bytes, tables, charset);
    return decoded.ok ? [withoutData(decoded.value.raw)] : [];
  });
}
