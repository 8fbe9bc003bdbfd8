import type { Credit, Field, Origin } from '../document';
import type { Word } from '../cues/names';
import { hasFamilyName, isName, splitNames } from '../cues/names';
import { closingEditors, reportersOf } from '../cues/reporters';
import { isNobody, isPerson, readPeople } from './declaredPeople';
import { fieldAt, isElsewhere, type Page } from './page';

const WRITERS = /^(?:文|文字|作者|记者|本报记者|采写|采访|撰文|实习记者|特约记者|文字记者|采写记者)$/;
const EDITORS = /^(?:.{0,4}责任编辑|.{0,4}责编|.{0,4}编辑)$/;

/** The names between two offsets of a line, as printed but for padding. */
function people(page: Page, index: number, words: readonly Word[], from: Origin): readonly Field<string>[] {
  return words.map((word) => {
    const printed = page.lines[index]?.text.slice(word.start, word.end) ?? word.text;
    const value = /[A-Za-z]/.test(printed) ? printed.trim() : printed.replace(/\s+/g, '');
    return fieldAt(page, index, word.start, word.end, from, value);
  });
}

function unique(fields: readonly Field<string>[]): readonly Field<string>[] {
  const seen = new Set<string>();
  return fields.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** The names at the start of a label's value, up to the first word that is none. */
function labelNames(normal: string, start: number, end: number): readonly Word[] {
  const words = splitNames(normal, start, end);
  const stop = words.findIndex((word) => !isName(word.text) || isNobody(word.text));
  return stop < 0 ? words : words.slice(0, stop);
}

/** `林安石` alone on a byline's line. */
function loneName(normal: string): readonly Word[] {
  const words = splitNames(normal);
  return words.length === 1 && words.every((word) => hasFamilyName(word.text)) ? words : [];
}

/** Reporters and writers: labels at headline and foot, 本报记者 at the end of a paragraph, the brackets of an agency dateline. */
function findAuthors(page: Page): readonly Field<string>[] {
  const found: Field<string>[] = [];
  page.lines.forEach((line, index) => {
    if (isElsewhere(page, index)) return;
    const { reason, role } = page.verdicts[index] ?? { reason: 'outsideBody', role: 'boilerplate' };
    if (reason === 'dateline' || reason === 'byline' || reason === 'editor') {
      if (line.cues.labels.length === 0 && !line.cues.byline) found.push(...people(page, index, loneName(line.normal), 'byline'));
      for (const label of line.cues.labels) {
        if (label.kind !== 'author' || /图片/.test(label.word)) continue;
        found.push(...people(page, index, labelNames(line.normal, label.valueStart, label.valueEnd), 'byline'));
      }
    }
    if (reason === 'credit' && line.cues.credit && WRITERS.test(line.cues.credit.role)) {
      found.push(...people(page, index, line.cues.credit.names.filter((name) => isName(name.text)), 'credits'));
    }
    if (line.cues.byline && (role === 'body' || reason === 'byline' || reason === 'dateline') && reason !== 'caption') {
      found.push(...people(page, index, line.cues.byline.names, 'byline'));
    } else if (isAtEdge(page, index) && reason !== 'caption') found.push(...people(page, index, reportersOf(line.normal), 'byline'));
  });
  return unique(found).filter(({ value }) => isPerson(value));
}

/** Whether a line stands between headline and body, or is one of the first and last of the body. */
function isAtEdge({ headline, first, last }: Page, index: number): boolean {
  return first >= 0 && ((index > (headline?.index ?? first) && index <= first + 2) || (index >= last - 1 && index <= last + 2));
}

/** Authors and editors of the page: the writer's front matter, else what Chinese pages print and others declare, else the other. An outlet is nobody. */
export function readPersons(page: Page, outlets: readonly string[]): { readonly authors: readonly Field<string>[]; readonly editors: readonly Field<string>[] } {
  const { authors = [], editors = [] } = page.analysis.declared ?? {};
  const printed = findAuthors(page), onDuty = findEditors(page);
  const isOwn = (claims: readonly Field<string>[]): boolean => claims[0]?.from === 'frontMatter';
  const told = readPeople(authors, outlets).filter(({ value }) => !onDuty.some((editor) => editor.value === value));
  const [first, second] = page.analysis.language === 'zh' ? [printed, told] : [told, printed];
  return {
    authors: isOwn(authors) ? authors : first.length > 0 ? first : second,
    editors: isOwn(editors) ? editors : onDuty.length > 0 ? onDuty : readPeople(editors, outlets),
  };
}

/** Editors on duty: 责编 in brackets, in a dateline or in the credits. */
function findEditors(page: Page): readonly Field<string>[] {
  const found: Field<string>[] = [];
  page.lines.forEach((line, index) => {
    if (isElsewhere(page, index)) return;
    const { reason, role } = page.verdicts[index] ?? { reason: 'outsideBody', role: 'boilerplate' };
    if (isAtEdge(page, index)) found.push(...people(page, index, closingEditors(line.normal), 'byline'));
    if ((role === 'body' || reason === 'editor') && line.cues.editors) found.push(...people(page, index, line.cues.editors.names, 'byline'));
    if (reason === 'credit' && line.cues.credit) {
      if (EDITORS.test(line.cues.credit.role)) found.push(...people(page, index, line.cues.credit.names.filter((name) => isName(name.text)), 'credits'));
    } else if (reason === 'editor' || reason === 'dateline' || reason === 'byline') {
      for (const label of line.cues.labels) {
        if (label.kind === 'editor') found.push(...people(page, index, labelNames(line.normal, label.valueStart, label.valueEnd), 'byline'));
      }
    }
  });
  return unique(found);
}

/** People named under 本期嘉宾, without their offices. */
export function findGuests(page: Page): readonly string[] {
  const guests: string[] = [];
  page.lines.forEach((line, index) => {
    if (page.verdicts[index]?.reason !== 'guests') return;
    const label = line.cues.names.has('guests') ? line.normal.indexOf(':') : -1;
    const words = splitNames(line.normal, label + 1);
    const named = label >= 0 && words.length > 1 && words.every((word) => hasFamilyName(word.text)) ? words : words.slice(0, 1);
    for (const word of named) if (hasFamilyName(word.text)) guests.push((line.text.slice(word.start, word.end)).replace(/\s+/g, ''));
  });
  return [...new Set(guests)];
}

/** The credits line by line; lines of names without a role go on with the role before them. */
export function findCredits(page: Page): readonly Credit[] {
  const credits: { role: string; names: string[] }[] = [];
  page.lines.forEach((line, index) => {
    if (page.verdicts[index]?.reason !== 'credit') return;
    const printed = (word: Word): string => people(page, index, [word], 'credits')[0]?.value ?? word.text;
    const { credit } = line.cues;
    if (credit) {
      const at = line.normal.search(/[:|/]/);
      credits.push({ role: at > 0 ? line.text.slice(0, at).replace(/\s+/g, '') : credit.role, names: credit.names.map(printed) });
    } else {
      credits.at(-1)?.names.push(...splitNames(line.normal).map(printed));
    }
  });
  return credits;
}
