import type { SourceId } from '../document';
import { writtenDates } from '../text/writtenDates';
import type { CslItem, CslName } from './cslItem';
import { findInitials, toInitials, type InitialTable } from './initials';
import { familyName, isoDate, shownName } from './itemWords';
import { outletOf } from './outlet';

/** Something that can be cited, as a completion matches and shows it. */
export interface Candidate {
  readonly key: string;
  readonly title: string;
  /** The outlet, else the authors. */
  readonly name: string;
  /** ISO 8601 to any precision; empty where none is known. */
  readonly date: string;
  /** Key, title, names and dates, each folded, a line each. */
  readonly folded: string;
}

type Fold = (text: string) => string;

/** What a candidate is made of where no entry stands for it yet; a `SourceSummary` is one. */
export interface Uncited {
  readonly id: SourceId;
  readonly citekey: string;
  readonly title: string;
  readonly series: readonly string[];
  readonly lead: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly site?: string;
}

/** Characters of a beginning that stands for a headline. */
const TITLE_LENGTH = 40;

/** A source as it could be cited. */
export function sourceCandidate(source: Uncited, fold: Fold): Candidate {
  const { citekey: key, publisher, site, authors, published = '' } = source;
  const title = source.title || [...source.lead].slice(0, TITLE_LENGTH).join('');
  const names = [publisher, site, ...authors].filter(name => name !== undefined);
  return { key, title, name: outletOf(publisher ?? '') || site || authors.join(', '), date: published.slice(0, 10), folded: foldedLines([key, [title, ...source.series].join(' '), names.join('|'), writtenDates(published)], fold) };
}

/** An entry of a bibliography as it could be cited again. */
export function entryCandidate(item: CslItem, fold: Fold): Candidate {
  const date = isoDate(item.issued), title = item.title ?? '';
  const people = [...item.author ?? [], ...item.editor ?? []].flatMap(name => name.literal ?? writtenNames(name));
  const names = [item['container-title'], item.publisher, ...people].filter(name => name);
  return { key: item.id, title, name: shownName(item), date, folded: foldedLines([item.id, title, names.join('|'), date ? writtenDates(date) : ''], fold) };
}

/** A name as it is written in Chinese and elsewhere. */
function writtenNames(name: CslName): readonly string[] {
  const { family = '', given = '', 'dropping-particle': particle } = name;
  return [`${family}${given}`, [given, particle, familyName(name)].filter(Boolean).join(' ')];
}

/** Each line by itself, as the fold drops line ends. */
const foldedLines = (lines: readonly string[], fold: Fold): string => lines.map(fold).join('\n');

/** What a writer typed behind the `@`. */
export interface Asked { readonly folded: string; /** Where only Latin letters were typed. */ readonly initials?: Uint32Array }

/** Prepares what was typed. */
export function toAsked(typed: string, fold: Fold): Asked {
  const folded = fold(typed);
  return /^[a-z]+$/.test(folded) ? { folded, initials: toInitials(folded) } : { folded };
}

/** What a hit counts in key, title, names and dates: where the field begins with it, and elsewhere. */
const WEIGHTS = [[100, 60], [80, 50], [40, 30], [25, 10]] as const;
const INITIALS_WEIGHTS = [[0, 0], [45, 20], [35, 15], [0, 0]] as const;

/** How well a candidate fits what was typed; 0 where it does not. */
export function scoreCandidate({ folded }: Candidate, asked: Asked, table: InitialTable): number {
  const at = folded.indexOf(asked.folded);
  if (at >= 0) return weightAt(folded, at, WEIGHTS);
  // Initials are those of titles and names, the two lines between key and dates.
  const initial = asked.initials ? findInitials(folded, folded.indexOf('\n') + 1, folded.lastIndexOf('\n'), asked.initials, table) : -1;
  return initial >= 0 ? weightAt(folded, initial, INITIALS_WEIGHTS) : 0;
}

function weightAt(folded: string, at: number, weights: readonly (readonly [number, number])[]): number {
  let line = 0, start = 0;
  for (let feed = folded.indexOf('\n'); feed >= 0 && feed < at && line < weights.length - 1; feed = folded.indexOf('\n', feed + 1)) { line++; start = feed + 1; }
  const [first, inside] = weights[line] ?? [0, 0];
  return at === start ? first : inside;
}
