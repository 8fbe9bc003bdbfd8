import { continuesCredit } from '../cues/credits';
import { hasFamilyName } from '../cues/names';
import type { Line } from '../cues/analysis';
import type { CueName } from '../cues/lineCues';
import type { Feed } from './feeds';
import type { Headline } from './findHeadline';
import type { Measures } from './measures';
import { isTableRow } from './tableRow';
import { ruled, type Verdict } from './verdict';

/** What the rules look at: the page, what stands out in it, and where a first guess sees its body. */
export interface Ground {
  readonly lines: readonly Line[];
  readonly m: Measures;
  readonly scores: Float64Array;
  readonly headline: Headline | undefined;
  readonly feeds: readonly Feed[];
  /** First and last line of running text in the guessed body. */
  readonly first: number;
  readonly last: number;
}

/** Credits farther behind the body than this are those of a menu. */
const NEAR = 40;

type Verdicts = (Verdict | undefined)[];

const FURNITURE: readonly CueName[] = ['share', 'navigation', 'widget', 'mood', 'comment', 'advertisement', 'menu'];
/** Above these log odds a line with a word of sharing or voting in it is a sentence about it. */
const CONVINCED = 2.5;

/** Verdicts that do not wait for the model: structure and words decide them. */
export function applyRules(ground: Ground): readonly (Verdict | undefined)[] {
  const verdicts: Verdicts = ground.lines.map(() => undefined);
  judgeRecords(ground, verdicts);
  judgeHeader(ground, verdicts);
  judgeFurniture(ground, verdicts);
  judgeFeeds(ground, verdicts);
  judgeCredits(ground, verdicts);
  judgeRights(ground, verdicts);
  judgeNotes(ground, verdicts);
  judgeHeadline(ground, verdicts);
  judgeMasthead(ground, verdicts);
  judgeLoneName(ground, verdicts);
  ground.lines.forEach((line, index) => { if (line.cues.names.has('spam')) verdicts[index] = ruled('spam'); });
  return verdicts;
}

function judgeHeadline({ headline, first }: Ground, verdicts: Verdicts): void {
  if (!headline) return;
  verdicts[headline.index] = ruled('title');
  for (const index of headline.repeats) verdicts[index] = ruled(index < Math.max(first, headline.index) ? 'titleRepeat' : 'imageText');
}

/** Labels of an official paper, the headline it had elsewhere, neighbours, tags and what asks to agree: plain by their words. */
function judgeRecords({ lines, first, last }: Ground, verdicts: Verdicts): void {
  lines.forEach((line, index) => {
    const names = line.cues.names;
    if (names.has('record') && index < first) verdicts[index] = ruled('dateline');
    else if (names.has('formerTitle') && (index <= first || index > last)) verdicts[index] = ruled('titleRepeat');
    else if (names.has('neighbour')) verdicts[index] = ruled('related');
    else if (names.has('consent')) verdicts[index] = ruled('widget');
    else if (names.has('tags') && (index < first || index > last || !/关键[词字]/.test(line.normal))) verdicts[index] = ruled('navigation');
    else if (names.has('controls') && !names.has('share') && !names.has('mood') && !names.has('widget')) verdicts[index] = ruled('navigation');
  });
}

/** Short phrases above a headline that a dateline or byline follows belong to the site; numbers of a list do not. */
function judgeMasthead({ lines, m, headline }: Ground, verdicts: Verdicts): void {
  const title = headline?.index ?? 0;
  const isDated = [title + 1, title + 2].some((index) => verdicts[index]?.reason === 'dateline' || verdicts[index]?.reason === 'byline');
  if (!isDated || title > 4) return;
  for (let index = 0; index < title; index++) {
    const isPhrase = (m.letters[index] ?? 0) <= 20 && m.sentence[index] === 0 && !/^[\s[【(]*[一二三四五六七八九十\d]+[\s\]】)、.]*$/.test(lines[index]?.normal ?? '');
    if (isPhrase) verdicts[index] ??= ruled('navigation');
  }
}

/** A person's name set apart between headline and text. */
function judgeLoneName({ lines, headline, first }: Ground, verdicts: Verdicts): void {
  if (!headline) return;
  let index = headline.index + 1;
  while (verdicts[index]?.role === 'metadata' && index < first) index++;
  const line = lines[index], next = lines[index + 1];
  const isApart = line?.lines && next?.lines && next.lines[0] - line.lines[1] > 1;
  if (line && isApart && index <= headline.index + 3 && !verdicts[index] && hasFamilyName(line.normal.replace(/\s/g, ''))) verdicts[index] = ruled('byline');
}

/** What stands between headline and body, or right after it; the days of a chronicle head its paragraphs. */
function judgeHeader({ lines, m, first, last, headline }: Ground, verdicts: Verdicts): void {
  const top = Math.max(first, (headline?.index ?? 0) + 1);
  const days = lines.filter((line, index) => index >= top && index <= last && line.cues.names.has('loneDate')).length;
  const chronicle = days >= 2;
  lines.forEach((line, index) => {
    const names = line.cues.names;
    const isHead = index <= top && (index >= top - 14 || index > (headline?.index ?? top));
    const isFoot = index > last && index <= last + 6;
    const isProse = (m.prose[index] ?? 0) > 40;
    const heads = names.has('loneDate') && chronicle && line.cues.dates.every((date) => !date.hasTime);
    if (verdicts[index] || (names.has('comment') && index > last)) return;
    if (names.has('breadcrumb')) verdicts[index] = ruled(index <= top ? 'breadcrumb' : 'navigation');
    else if (names.has('editor')) verdicts[index] = ruled('editor');
    else if ((names.has('dateline') || names.has('sourceLine')) && (isHead || isFoot) && !isProse && !heads) verdicts[index] = ruled('dateline');
    else if (names.has('loneDate') && isHead && !heads) verdicts[index] = ruled('dateline');
    else if (names.has('byline') && (isHead || isFoot) && !isProse && !names.has('credit')) verdicts[index] = ruled('byline');
    else if (names.has('byline') && names.has('credit') && isHead) verdicts[index] = ruled('byline');
    else if (index === (headline?.index ?? -2) + 1 && isDated(line) && m.sentence[index] === 0) verdicts[index] = ruled('dateline');
  });
}

/** `2012-01-17 江城时报 林安/云州报道`, whatever else is in it. */
function isDated({ normal, cues }: Line): boolean {
  return normal.length <= 50 && cues.dates.some(({ complete }) => complete);
}

function judgeFurniture({ lines, m, scores }: Ground, verdicts: Verdicts): void {
  lines.forEach((line, index) => {
    if (verdicts[index] || isTableRow(lines, index)) return;
    const names = line.cues.names;
    const letters = m.letters[index] ?? 0;
    if (names.has('listHeading') && letters <= 14) {
      const next = lines[index + 1]?.cues.names;
      const heads = !next || next.has('bullet') || next.has('listHeading') || next.has('counter') || (m.prose[index + 1] ?? 0) === 0;
      if (heads || (scores[index] ?? 0) < 0) verdicts[index] = ruled('sectionHeading');
    } else if (names.has('counter') || names.has('separator')) {
      if ((scores[index] ?? 0) < 0) verdicts[index] = ruled('widget');
    } else if (letters <= 30 && FURNITURE.some((name) => names.has(name)) && (scores[index] ?? 0) < CONVINCED) {
      verdicts[index] = ruled(furnitureReason(names));
    }
  });
}

function furnitureReason(names: ReadonlySet<CueName>): 'share' | 'navigation' | 'widget' | 'comment' | 'advertisement' {
  if (names.has('share')) return 'share';
  if (names.has('mood') || names.has('widget')) return 'widget';
  if (names.has('comment')) return 'comment';
  if (names.has('advertisement')) return 'advertisement';
  return 'navigation';
}

function judgeFeeds({ lines, feeds }: Ground, verdicts: Verdicts): void {
  for (const feed of feeds) {
    const heading = lines[feed.start - 1]?.cues.names;
    const reason = heading?.has('recommends') ? 'recommended' : 'related';
    for (let index = feed.start; index < feed.end; index++) verdicts[index] = ruled(reason);
  }
}

/** Credits stand before the body or after its last paragraph; lines of names between two of them go with them. */
function judgeCredits({ lines, first, last, headline }: Ground, verdicts: Verdicts): void {
  const isCredit = (index: number): boolean => {
    const names = lines[index]?.cues.names;
    const isPlace = (index > last && index <= last + NEAR) || (index < first && index > (headline?.index ?? -1));
    return isPlace && names !== undefined && names.has('credit') && !names.has('bullet');
  };
  for (let index = 0; index < lines.length; index++) {
    if (!isCredit(index)) continue;
    const inRun = verdicts[index - 1]?.reason === 'credit' || isCredit(index + 1) || isCredit(index + 2);
    const known = verdicts[index]?.reason;
    if (known === undefined || (inRun && (known === 'byline' || known === 'editor'))) verdicts[index] = ruled('credit');
    const next = [1, 2, 3, 4, 5].find((step) => isCredit(index + step));
    for (let step = 1; next !== undefined && step < next; step++) {
      const line = lines[index + step];
      if (!line || verdicts[index + step] || !continuesCredit(line.normal.trim())) break;
      verdicts[index + step] = ruled('credit');
    }
  }
}

/** Rights and disclaimers after the last paragraph; a sentence about them in the text stays. */
function judgeRights({ lines, last, scores }: Ground, verdicts: Verdicts): void {
  lines.forEach((line, index) => {
    const names = line.cues.names;
    if (verdicts[index] || !(names.has('licence') || names.has('disclaimer'))) return;
    if (index > last || (scores[index] ?? 0) < 0) verdicts[index] = ruled(isDisclaimer(line) ? 'disclaimer' : 'licence');
  });
}

function isDisclaimer(line: Line): boolean {
  const names = line.cues.names;
  return names.has('disclaimer') && (!names.has('licence') || line.normal.length > 60 || /声明/.test(line.normal.slice(0, 12)));
}

/** 编者按 and 本期嘉宾 with the lines that belong to them: body, although they look like labels. */
function judgeNotes({ lines, m, first, last }: Ground, verdicts: Verdicts): void {
  lines.forEach((line, index) => {
    const names = line.cues.names;
    const opens = (names.has('editorsNote') || names.has('guests')) && !verdicts[index] && index <= last && index >= first - 12;
    if (!opens) return;
    const alone = (m.letters[index] ?? 0) <= 8;
    verdicts[index] = ruled(names.has('guests') ? 'guests' : 'editorsNote');
    if (names.has('guests')) for (let next = index + 1; next <= index + 8 && isGuest(lines[next], m, next); next++) verdicts[next] ??= ruled('guests');
    else if (alone && (m.prose[index + 1] ?? 0) > 0) verdicts[index + 1] ??= ruled('editorsNote');
  });
}

function isGuest(line: Line | undefined, m: Measures, index: number): boolean {
  if (!line || (m.prose[index] ?? 0) > 0 || (m.repeats[index] ?? 1) > 1 || (m.letters[index] ?? 0) > 40) return false;
  return /^[\s•]*[\u4e00-\u9fff](?:[\u4e00-\u9fff·]{1,7}|\s+[\u4e00-\u9fff])\s*(?:[,:(]|\s|$)/.test(line.normal) && !/[【】]/.test(line.normal);
}
