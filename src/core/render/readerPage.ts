import type { Doubt, Field, Repair, RepairKind, SourceDocument, Span } from '../document';
import type { Mark, OwnView, ReaderBlock, ReaderDoubt, ReaderPage } from './page';
import { findDoubts } from '../doubt/findDoubts';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { shownLanguage } from './shownLanguage';
import { shownBlock, shownValue } from './shownText';

/** What a page says of its source and a document does not hold. */
export interface PageExtras { readonly path: string; readonly citekey: string }

/** The page of a source as data: every block and field in the script and punctuation of `view`, with marks where text was mended. */
export function readerPage(document: SourceDocument, view: OwnView, extras: PageExtras, tables: Tables): ReaderPage {
  return {
    id: document.id,
    path: extras.path,
    format: document.format,
    encoding: document.encoding,
    lang: shownLanguage(document, document.language, view.script),
    script: document.script,
    ...header(document, view, tables),
    citekey: extras.citekey,
    blocks: readerBlocks(document, view, tables),
    repairs: countRepairs(document),
  };
}

type Header = Pick<ReaderPage, 'title' | 'series' | 'published' | 'publisher' | 'site' | 'authors' | 'editors' | 'guests' | 'credits' | 'section' | 'url' | 'capturedNotBefore'>;

function header(document: SourceDocument, view: OwnView, tables: Tables): Header {
  const show = (value: string): string => shownValue(value, document, view, tables);
  const values = (fields: readonly Field<string>[]): readonly string[] => fields.map(field => show(field.value));
  const { metadata } = document;
  const { title, published, publisher, site, url, capturedNotBefore } = metadata;
  return {
    title: title ? show(title.value) : '',
    series: values(metadata.series),
    ...(published && { published: published.value }),
    ...(publisher && { publisher: show(publisher.value) }),
    ...(site && { site: show(site.value) }),
    authors: values(metadata.authors),
    editors: values(metadata.editors),
    guests: metadata.guests.map(show),
    credits: metadata.credits.map(credit => ({ role: show(credit.role), names: credit.names.map(show) })),
    section: values(metadata.section),
    ...(url && { url: url.value }),
    ...(capturedNotBefore && { capturedNotBefore: capturedNotBefore.value }),
  };
}

/** Blocks, repairs and doubts are all sorted, so one walk finds those of every block. */
function readerBlocks(document: SourceDocument, view: OwnView, tables: Tables): readonly ReaderBlock[] {
  const pageLang = shownLanguage(document, document.language, view.script);
  const doubts = findDoubts(document, tables);
  let first = 0, firstDoubt = 0;
  return document.blocks.map((block, index) => {
    while ((document.repairs[first]?.span.end ?? Infinity) <= block.span.start) first++;
    while ((doubts[firstDoubt]?.span.end ?? Infinity) <= block.span.start) firstDoubt++;
    const { text: shown, saved } = shownBlock(document, block, view, tables);
    const show = (value: string): string => shownValue(value, { script: saved }, view, tables);
    const lang = saved === document.script ? pageLang : shownLanguage({ script: saved }, document.language, saved === 'Jpan' ? 'as-saved' : view.script);
    return {
      index, kind: block.kind, role: block.role, reason: block.reason, text: shown.text, ...(lang !== pageLang && { lang }),
      marks: marksFrom(document, first, block.span.end, shown), doubts: shownDoubts(doubts, firstDoubt, block.span.end, { shown, show }),
    };
  });
}

/** Marks of the repairs from `first` that begin before `end`; a repair that only took characters away leaves nothing to mark. */
function marksFrom(document: SourceDocument, first: number, end: number, shown: MappedText): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = first; at < document.repairs.length; at++) {
    const repair = document.repairs[at];
    if (!repair || repair.span.start >= end) break;
    if (repair.text === '') continue;
    const range = shown.fromRaw(repair.span);
    const before = document.raw.slice(repair.span.start, repair.span.end);
    if (range.end > range.start) marks.push(...piecesOf(repair, range).map(piece => ({ ...piece, repair: repair.kind, before })));
  }
  return marks;
}

/** The shown `range` of a repair cut into what is certain and what is guessed; all of it is a guess where its characters cannot be told apart. */
function piecesOf({ text, certain, guesses }: Repair, range: Span): readonly Pick<Mark, 'start' | 'end' | 'certain'>[] {
  if (certain || !guesses || range.end - range.start !== text.length) return [{ ...range, certain }];
  const cuts = [0, ...guesses.flatMap(({ start, end }) => [start, end]), text.length];
  return cuts.slice(1).map((end, at) => ({ start: range.start + (cuts[at] ?? 0), end: range.start + end, certain: at % 2 === 0 })).filter(({ start, end }) => end > start);
}

/** The doubts from `first` that begin before `end`, where they stand in what is shown; `show` gives a value in the script of the view. */
function shownDoubts(doubts: readonly Doubt[], first: number, end: number, { shown, show }: { readonly shown: MappedText; readonly show: (value: string) => string }): readonly ReaderDoubt[] {
  const found: ReaderDoubt[] = [];
  for (let at = first; at < doubts.length; at++) {
    const doubt = doubts[at];
    if (!doubt || doubt.span.start >= end) break;
    const { span, kind, suggestion, day } = doubt;
    const range = shown.fromRaw(span);
    if (range.end > range.start) found.push({ ...range, kind, ...(suggestion !== undefined && { suggestion: show(suggestion) }), ...(day !== undefined && { day }) });
  }
  return found;
}

function countRepairs(document: SourceDocument): ReaderPage['repairs'] {
  const counts = new Map<RepairKind, { count: number; uncertain: number }>();
  for (const repair of document.repairs) {
    const entry = counts.get(repair.kind) ?? { count: 0, uncertain: 0 };
    entry.count++;
    if (!repair.certain) entry.uncertain++;
    counts.set(repair.kind, entry);
  }
  return [...counts].map(([kind, entry]) => ({ kind, ...entry }));
}
