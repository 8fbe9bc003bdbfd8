import { declaresAnything, joinDeclared } from '../cues/declared';
import type { Tables } from '../text/tables';
import { decode } from './decode';
import { parseHtml, type ParsedHtml } from './parseHtml';
import { declareMarks, readSaveMarks } from './saveMarks';
import type { Archive } from './unpack';

/** Lines shorter than this are words of a menu. */
const SENTENCE = 30;
/** A page with fewer characters in sentences shows nothing but its frames. */
const HARDLY_ANY = 80;

/**
 * Reads a page, and the notes of the program that saved it; the page of an archive together with those of its frames where it shows hardly any
 * text by itself.
 */
export function parsePage(source: string, tables: Tables, archive?: Archive): ParsedHtml {
  const page = parseWithFrames(source, tables, archive);
  const declared = joinDeclared([page.declared ?? {}, declareMarks(archive?.marks ?? {}), declareMarks(readSaveMarks(source))]);
  return declaresAnything(declared) ? { ...page, declared } : page;
}

function parseWithFrames(source: string, tables: Tables, archive: Archive | undefined): ParsedHtml {
  const page = parseHtml(source);
  if (!archive || archive.frames.length === 0 || sentenceLength(page) >= HARDLY_ANY) return page;
  const frames = archive.frames.flatMap(({ bytes, charset }) => {
    const decoded = decode(bytes, tables, charset);
    return decoded.ok ? [decoded.value.raw] : [];
  });
  return parseHtml([source, ...frames].join('\n'));
}

function sentenceLength({ blocks }: ParsedHtml): number {
  return blocks.map(({ span }) => span.end - span.start).filter((length) => length >= SENTENCE).reduce((sum, length) => sum + length, 0);
}
