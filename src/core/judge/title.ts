import type { Field, Metadata } from '../document';
import type { Claim } from '../cues/declared';
import { readHeadline } from '../cues/headline';
import { headlineOf, resembles, titleLetters } from './declaredTitle';
import { fieldAt, type Page } from './page';

type TitleFields = Pick<Metadata, 'title' | 'series' | 'mediaTag'>;

/**
 * The headline. The writer's front matter goes first, then what is printed, then what the page declares. Series and media tags are parted
 * from a printed headline, unless the page declares its title with them: then they belong to it.
 */
export function readTitle(page: Page): TitleFields {
  const claims = page.analysis.declared?.titles ?? [];
  const own = claims.find(({ from }) => from === 'frontMatter');
  const line = page.headline && page.lines[page.headline.index];
  if (!page.headline || !line) {
    const told = own ?? declaredTitle(page, claims);
    return { series: [], ...(told && { title: told }) };
  }
  const printed = printedTitle(page, page.headline.index, line.normal);
  if (own) return { ...printed, title: own };
  const key = titleLetters(line.text);
  const tellers = claims.filter(({ value }) => resembles(titleLetters(value), key));
  if (tellers.some(({ value }) => titleLetters(value).startsWith(key))) return wholeLine(page, page.headline.index, line.normal, tellers);
  const told = tellers.length > 0 ? undefined : declaredTitle(page, claims);
  return told ? { series: [], title: told } : printed;
}

/** The title and its tags as they stand in the line. */
function printedTitle(page: Page, index: number, normal: string): TitleFields {
  const parts = readHeadline(normal);
  const field = ([start, end]: readonly [number, number]): Field<string> => fieldAt(page, index, start, end, 'headline');
  return { title: field(parts.title), series: parts.series.map(field), ...(parts.mediaTag && { mediaTag: field(parts.mediaTag) }) };
}

/** The line as the page itself declares it; where the headline goes on in the next line, as it is declared whole. */
function wholeLine(page: Page, index: number, normal: string, tellers: readonly Claim[]): TitleFields {
  const next = page.lines[index + 1]?.text ?? '';
  const both = titleLetters(page.lines[index]?.text ?? '') + titleLetters(next);
  const joined = titleLetters(next).length > 1 ? tellers.find(({ value }) => titleLetters(value) === both) : undefined;
  return { series: [], title: joined ?? fieldAt(page, index, 0, normal.trimEnd().length, 'headline') };
}

/** The first declared title that says more than the name of the site. */
function declaredTitle(page: Page, claims: readonly Claim[]): Claim | undefined {
  const printed = new Set(page.lines.filter(({ text }) => text.length <= 160).map(({ text }) => titleLetters(text)));
  const sites = page.analysis.declared?.sites.map(({ value }) => value) ?? [];
  return claims.map((claim) => headlineOf(claim, printed, sites)).find(({ value }) => titleLetters(value).length >= 4 && !sites.includes(value));
}
