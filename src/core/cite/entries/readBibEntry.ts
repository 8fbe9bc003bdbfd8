import type { Result } from '../../document';
import type { CslItem, CslName } from '../cslItem';
import { readItem } from '../readItem';
import type { EntryProblem, RawEntry } from './rawEntry';
import { MARK_FIELD, readMark } from './seedbedField';

/** Reads one entry of a `.bib` file. */
export type ReadBibEntry = (entry: RawEntry) => Result<CslItem, EntryProblem>;

/** The converter changes the case of titles in English; what a title looks like is for a style to say. */
const AS_WRITTEN = { language: 'as written' };

/** Loads the converter; a dynamic import, so that only a note with a `.bib` file pays for it. */
export async function loadBibReader(): Promise<ReadBibEntry> {
  const { BibLatexParser, CSLExporter } = await import('biblatex-csl-converter');
  const options = { processUnexpected: true, processUnknown: { [MARK_FIELD]: 'f_verbatim' } };
  return entry => {
    const { key, span, text, context } = entry;
    const { entries, errors } = new BibLatexParser(context === undefined ? text : `${context}\n${text}`, options).parse();
    const at = Object.keys(entries).map(Number).find(each => entries[each]?.entry_key === key);
    const read = at === undefined ? undefined : entries[at];
    const failed = errors.find(error => error.entry === undefined || error.entry === key);
    if (at === undefined || !read || failed) return { ok: false, error: { kind: 'syntax', key, span, ...(failed && { detail: String(failed.type).replace(/_/g, ' ') }) } };
    const item = readItem(new CSLExporter(entries, [String(at)], AS_WRITTEN).parse()[at]);
    return item ? { ok: true, value: corrected({ ...item, id: key }, read.bib_type, text) } : { ok: false, error: { kind: 'syntax', key, span } };
  };
}

/** What the converter says otherwise than pandoc, or not at all: articles of journals, pages of the web, Chinese names, the mark of a source. */
function corrected(item: CslItem, type: string, text: string): CslItem {
  const { author, editor, title, 'container-title': container, URL: address, 'collection-number': number, ...others } = { 'collection-number': undefined, ...item };
  const url = address ?? /\bhowpublished\s*=\s*[{"]\s*(?:\\url\{)?(https?:[^\s{}"]+)/i.exec(text)?.[1];
  const mark = readMark(text), isArticle = /^article/.test(item.type) && type === 'article';
  return {
    ...others,
    ...(number !== undefined && { [isArticle ? 'issue' : 'collection-number']: number }),
    type: item.type === 'article' ? (isArticle ? 'article-journal' : url ? 'webpage' : 'document') : item.type,
    ...(title !== undefined && { title: unmarked(title) }),
    ...(container !== undefined && { 'container-title': unmarked(container) }),
    ...(author && { author: author.filter(isNamed).map(chineseAsOne) }),
    ...(editor && { editor: editor.filter(isNamed).map(chineseAsOne) }),
    ...(url && { URL: url }),
    ...(mark && { custom: { seedbed: mark } }),
  };
}

/** Titles come with the tags of rich text in CSL-JSON. */
const unmarked = (text: string): string => text.replace(/<\/?(?:span|i|b|sup|sub|em|strong)(?: class="[^"<>]*")?>/g, '');

/** `and others` comes as a person of that name. */
const isNamed = ({ literal }: CslName): boolean => literal !== 'others';

/** A Chinese name has no parts that a style may turn round. */
function chineseAsOne(name: CslName): CslName {
  const { literal, family = '', given = '' } = name, particle = 'non-dropping-particle' in name ? String(name['non-dropping-particle']) : '';
  const whole = literal ?? (particle + family + given);
  return /^\p{Script=Han}[\p{Script=Han}·\s]*$/u.test(whole) ? { literal: whole.replace(/\s+/g, '') } : name;
}
