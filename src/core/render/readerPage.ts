import type { Field, RepairKind, SourceDocument } from '../document';
import type { Mark, ReaderBlock, ReaderPage, ReaderView } from './page';
import type { MappedText } from '../text/mappedText';
import type { Tables } from '../text/tables';
import { shownLanguage } from './shownLanguage';
import { shownBlock, shownValue } from './shownText';

/** What a page says of its source and a document does not hold. */
export interface PageExtras { readonly path: string; readonly citekey: string }

/** The page of a source as data: every block and field in the script and punctuation of `view`, with marks where text was mended. */
export function readerPage(document: SourceDocument, view: ReaderView, extras: PageExtras, tables: Tables): ReaderPage {
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

function header({ metadata, script }: SourceDocument, view: ReaderView, tables: Tables): Header {
  const show = (value: string): string => shownValue(value, script, view, tables);
  const values = (fields: readonly Field<string>[]): readonly string[] => fields.map(field => show(field.value));
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

/** Blocks and repairs are both sorted, so one walk finds the repairs of every block. */
function readerBlocks(document: SourceDocument, view: ReaderView, tables: Tables): readonly ReaderBlock[] {
  const pageLang = shownLanguage(document, document.language, view.script);
  let first = 0;
  return document.blocks.map((block, index) => {
    while ((document.repairs[first]?.span.end ?? Infinity) <= block.span.start) first++;
    const { text: shown, saved } = shownBlock(document, block, view, tables);
    const lang = saved === document.script ? pageLang : shownLanguage({ script: saved }, document.language, view.script);
    return { index, kind: block.kind, role: block.role, reason: block.reason, text: shown.text, ...(lang !== pageLang && { lang }), marks: marksFrom(document, first, block.span.end, shown) };
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
    if (range.end > range.start) marks.push({ ...range, repair: repair.kind, before: document.raw.slice(repair.span.start, repair.span.end), certain: repair.certain });
  }
  return marks;
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
