import type { CslItem, CslName } from '../cslItem';
import { readMark } from './seedbedField';

const HAN = /\p{Script=Han}/u;

/** What pandoc calls the kinds of theses and reports, by type of entry or `type` field; from the manual of BibLaTeX, 2.1 and 4.9.2.13. */
const GENRES: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis', mastersthesis: 'Master’s thesis', mathesis: 'Master’s thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis',
  techreport: 'technical report', resreport: 'research report',
};

/** Types whose number is that of the piece itself. */
const NUMBERED: ReadonlySet<string> = new Set(['report', 'patent', 'legislation', 'standard']);

/** The part of what the converter parses an entry into that is read here. */
export interface BibFields { readonly bib_type: string; readonly fields: Readonly<Record<string, unknown>> }

/** An entry as the converter parsed it, as it is written, and where its parent is found. */
export interface ParsedEntry {
  readonly entry: BibFields;
  readonly text: string;
  readonly parent: (key: string) => BibFields | undefined;
}

/** An item as pandoc would read it, where the converter says otherwise or nothing: who published, kinds, subtitles, numbers, Chinese names, the mark of a source. */
export function mendItem(item: CslItem, { entry: { fields, bib_type: type }, text, parent }: ParsedEntry): CslItem {
  const { 'collection-number': number, medium, ...others } = { 'collection-number': undefined, medium: undefined, ...item };
  const url = item.URL ?? addressIn(text), mark = readMark(text), genre = genreOf(fields['type'], text), language = item.language ?? codeIn(text);
  const publisher = item.publisher ?? wordsOf(fields['institution']) ?? wordsOf(fields['organization']);
  const title = titled(item.title, wordsOf(fields['subtitle'])), container = titled(item['container-title'] ?? titleOfParent(item, text, parent), wordsOf(fields['booksubtitle'] ?? fields['journalsubtitle']));
  const isArticle = type === 'article' && item.type.startsWith('article');
  return {
    ...others,
    ...(number !== undefined && { [isArticle ? 'issue' : NUMBERED.has(item.type) ? 'number' : 'collection-number']: number }),
    ...(medium !== undefined && (!url || !String(medium).includes(url)) && { medium }),
    type: item.type === 'article' ? (isArticle ? 'article-journal' : url ? 'webpage' : 'document') : item.type,
    ...(title !== undefined && { title }),
    ...(container !== undefined && { 'container-title': container }),
    ...(publisher !== undefined && { publisher }),
    ...(genre !== undefined && { genre }),
    ...(item.author && { author: item.author.filter(isNamed).map(mendName(text)) }),
    ...(item.editor && { editor: item.editor.filter(isNamed).map(mendName(text)) }),
    ...(url && { URL: url }),
    ...(language !== undefined && { language }),
    ...(mark && { custom: { seedbed: mark } }),
  };
}

/** The address that older programs write where they have no field for it. */
const addressIn = (text: string): string | undefined => /\bhowpublished\s*=\s*[{"]\s*(?:\\url\{)?(https?:[^\s{}"]+)/i.exec(text)?.[1];

/** The code of a language where BibLaTeX has a name for it, as its names do not tell one Chinese from the other. */
const codeIn = (text: string): string | undefined => /\blangid\s*=\s*[{"]\s*([a-z]{2}(?:-[a-z0-9]{2,8})*)\s*[}"]/i.exec(text)?.[1];

function genreOf(type: unknown, text: string): string | undefined {
  const written = /^@\s*([A-Za-z]+)/.exec(text)?.[1]?.toLowerCase() ?? '';
  if (type === undefined) return written.endsWith('thesis') ? GENRES[written] : undefined;
  const words = wordsOf(type);
  return words === undefined ? undefined : GENRES[words] ?? words;
}

/** What a piece stands in, where its entry leaves that to the parent: a book of its own has no field for it. */
function titleOfParent({ type }: CslItem, text: string, parent: ParsedEntry['parent']): string | undefined {
  if (type !== 'chapter' && type !== 'paper-conference') return undefined;
  const key = /\bcrossref\s*=\s*[{"]\s*([^{}",\s]+)/i.exec(text)?.[1];
  return key === undefined ? undefined : wordsOf(parent(key)?.fields['title']);
}

/** The words of a field as the converter keeps it: a text, nodes of rich text, or a list of such. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (!Array.isArray(value)) return undefined;
  const parts = value.map(part => (Array.isArray(part) ? wordsOf(part) ?? '' : textOf(part)));
  return parts.join(value.every(Array.isArray) ? ', ' : '') || undefined;
}

const textOf = (node: unknown): string => (typeof node === 'object' && node !== null && 'text' in node && typeof node.text === 'string' ? node.text : '');

function titled(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const main = unmarked(title);
  if (subtitle === undefined) return main;
  return `${main}${/[.!?。！？]$/.test(main) ? HAN.test(main) ? '' : ' ' : HAN.test(main) ? '：' : ': '}${unmarked(subtitle)}`;
}

/** Without the tags of rich text in CSL-JSON, and with the dashes that TeX writes by hyphens. */
const unmarked = (text: string): string =>
  text.replace(/<\/?(?:span|i|b|sup|sub|em|strong)(?: class="[^"<>]*")?>/g, '').replace(/---/g, '—').replace(/--/g, '–');

/** `and others` comes as a person of that name. */
const isNamed = ({ literal }: CslName): boolean => literal !== 'others';

/** A particle is left out where a family name stands alone, unless the entry keeps it. A Chinese name has no parts; its first word is taken for a particle. */
function mendName(text: string): (name: CslName) => CslName {
  const keeps = /\buseprefix\s*=\s*[{"]?\s*true/i.test(text);
  return name => {
    const { 'dropping-particle': dropping = '', 'non-dropping-particle': kept = '', ...others } = name, particle = dropping || kept;
    const whole = name.literal ?? [particle, name.family, name.given].join('');
    if (/^\p{Script=Han}[\p{Script=Han}·\s]*$/u.test(whole)) return { literal: whole.replace(/\s+/g, '') };
    return particle === '' ? name : { ...others, [keeps ? 'non-dropping-particle' : 'dropping-particle']: particle };
  };
}
