import type { Analysis, Line } from '../cues/analysis';
import { toldTitles } from './declaredTitle';
import { findComments } from './findComments';
import { findFeeds, withoutFeeds, type Feed } from './feeds';
import { findHeadline, type Headline } from './findHeadline';
import { lineScorer, type LineModel, type ScoreLines } from './lineModel';
import { measure, type Measures } from './measures';
import { treeOf } from './pageTree';
import model from './model.json';
import treeModel from './treeModel.json';
import { bodyVerdict, restReason, spreadWidgets } from './reasons';
import { applyRules } from './rules';
import { knownContainer, recurs, type SiteProfile } from './siteProfile';
import { stretchBody } from './stretchBody';
import { decodeSpan, type SpanLine } from './spans';
import { ruled, type Verdict } from './verdict';
import type { Reason } from '../document';

/** A page read line by line. */
export interface Classified {
  readonly verdicts: readonly Verdict[];
  readonly measures: Measures;
  readonly headline: Headline | undefined;
}

/** The line models, each prepared when the first page asks for it. */
const scorers: { text?: ScoreLines; tree?: ScoreLines } = {};
const scorerOf = ({ boxes }: Analysis): ScoreLines => (boxes ? scorers.tree ??= lineScorer(treeModel as unknown as LineModel) : scorers.text ??= lineScorer(model as unknown as LineModel));
/** What a line that recurs on the site loses of its log odds. */
const RECURRING = 4;
/** What a block gains in the box that held the body on other pages of the site, and what it loses outside it. */
const AT_HOME = 1, ABROAD = 1.5;
const BARRIERS: Partial<Record<Reason, number>> = { editor: 2, sectionHeading: 3, related: 3, recommended: 3, credit: 1, licence: 1, disclaimer: 1, comment: 2 };
const OPENERS: ReadonlySet<Reason> = new Set<Reason>(['title', 'dateline', 'byline', 'breadcrumb']);

/**
 * Gives every line of `analysis` its role and reason; what recurs on its site weighs in where it is known. Another line
 * model than the built-in one is for measuring: what it has not been trained on.
 */
export function classify(analysis: Analysis, profile: SiteProfile | undefined, score: ScoreLines = scorerOf(analysis)): Classified {
  const { lines } = analysis;
  const m = measure(lines);
  const feeds = findFeeds(lines, m);
  const scores = scoreLines(analysis, m, feeds, score);
  const seen = lines.map((line) => recurs(line, profile));
  const home = analysis.boxes && knownContainer(analysis.boxes, profile);
  lines.forEach(({ place }, index) => {
    if (seen[index]) scores[index] = (scores[index] ?? 0) - RECURRING;
    if (home) scores[index] = (scores[index] ?? 0) + (home[place?.box ?? -1] === 1 ? AT_HOME : -ABROAD);
  });
  const elsewhere = marked(analysis, feeds, m);
  const guess = decode(scores, m, elsewhere);
  const headline = findHeadline(lines, m, guess, toldTitles(analysis.declared));
  const [first, last] = proseEnds(analysis, m, guess);
  const fixed = withinReach(applyRules({ lines, m, scores, headline, feeds, first, last }), elsewhere, lines);
  const body = settle(beside(analysis, scores, fixed) ?? decode(scores, m, fixed), fixed, analysis, m);
  stretchBody(body, { lines, m, verdicts: fixed, headline });
  keepCodeWhole(body, lines, m);
  const verdicts = lines.map((_, index): Verdict | undefined => fixed[index] ?? (body[index] ? bodyVerdict(lines, m, body, index, 'model') : undefined));
  nameRest(analysis, m, verdicts, seen);
  return { verdicts: verdicts as Verdict[], measures: m, headline };
}

/** Lists of other pages and what visitors wrote are known before anything else: prose in them is not the body's. */
function marked({ lines, boxes }: Analysis, feeds: readonly Feed[], m: Measures): readonly (Verdict | undefined)[] {
  const verdicts = new Array<Verdict | undefined>(lines.length).fill(undefined);
  for (const feed of feeds) verdicts.fill(ruled('related'), feed.start, feed.end);
  if (boxes) for (const index of findComments(lines, boxes, m)) verdicts[index] = ruled('comment');
  return verdicts;
}

/** The verdicts of rules where rules have a say: what visitors wrote stays theirs, and code has no words to go by. */
function withinReach(verdicts: readonly (Verdict | undefined)[], elsewhere: readonly (Verdict | undefined)[], lines: readonly Line[]): readonly (Verdict | undefined)[] {
  return verdicts.map((verdict, index) => {
    if (elsewhere[index]?.reason === 'comment') return elsewhere[index];
    return lines[index]?.kind === 'code' ? undefined : verdict;
  });
}

/** Scores by the line model; lists of other pages are taken out before, so that they colour nothing around them. */
function scoreLines(analysis: Analysis, m: Measures, feeds: readonly Feed[], score: ScoreLines): Float64Array {
  const { lines } = analysis;
  const kept = withoutFeeds(lines, feeds);
  if (kept.length === lines.length) return score(lines, m, treeOf(analysis));
  const rest = kept.flatMap((index) => lines[index] ?? []);
  const scores = new Float64Array(lines.length).fill(-8), found = score(rest, measure(rest), treeOf(analysis));
  kept.forEach((index, at) => { scores[index] = found[at] ?? -8; });
  return scores;
}

/** The span of the body; a page on which no line convinces has its body where the likeliest ones stand. */
function decode(scores: Float64Array, m: Measures, fixed: readonly (Verdict | undefined)[]): Uint8Array {
  const free = (index: number): boolean => fixed[index] === undefined || fixed[index]?.role === 'body';
  const body = decodeSpan(spanLines(scores, m, fixed));
  if (body.some((is, index) => is === 1 && free(index))) return body;
  const best = scores.reduce((top, score, index) => (free(index) && score > top ? score : top), -Infinity);
  const lifted = decodeSpan(spanLines(scores.map((score) => ENOUGH + 2 * (score - best)), m, fixed));
  if (lifted.some((is, index) => is === 1 && free(index))) return lifted;
  return lifted.map((_, index) => (free(index) && (scores[index] ?? 0) >= best - ABOUT ? 1 : 0));
}

/** Where no line convinces and the likeliest repeats the headline, what stands in one box with it; undefined elsewhere. */
function beside({ lines, boxes }: Analysis, scores: Float64Array, fixed: readonly (Verdict | undefined)[]): Uint8Array | undefined {
  const isRepeat = (index: number): boolean => fixed[index]?.reason === 'titleRepeat' || fixed[index]?.reason === 'imageText';
  const top = scores.reduce((best, score, index) => ((fixed[index] === undefined || isRepeat(index)) && score > (scores[best] ?? -Infinity) ? index : best), -1);
  const box = lines[top]?.place?.box;
  if (!boxes || box === undefined || !isRepeat(top) || (scores[top] ?? 0) + LENIENCE > 0) return undefined;
  const home = boxes[box]?.parent;
  const body = Uint8Array.from(lines, ({ place }, index) => (fixed[index] === undefined && place && boxes[place.box]?.parent === home ? 1 : 0));
  return body.includes(1) ? body : undefined;
}

/** What the likeliest line is lifted to where none convinces; the others keep twice their distance from it. */
const ENOUGH = 2.5;
/** Lines so near the likeliest one stand with it where they are too short to make a span. */
const ABOUT = 0.5;
/** Added to every line's log odds: a lost paragraph is worse than a caption too many. */
const LENIENCE = 0.3;

function spanLines(scores: Float64Array, m: Measures, fixed: readonly (Verdict | undefined)[]): readonly SpanLine[] {
  return Array.from(scores, (odds, index) => {
    const verdict = fixed[index];
    const score = odds + LENIENCE;
    const isBody = verdict?.role === 'body';
    return {
      score: isBody ? Math.max(1, score) : score,
      transparent: verdict !== undefined && !isBody,
      barrier: verdict ? BARRIERS[verdict.reason] ?? 0 : 0,
      opens: verdict !== undefined && OPENERS.has(verdict.reason),
      weight: 0.4 + Math.min(1.2, (m.letters[index] ?? 0) / 50),
    };
  });
}

/** First and last line of running text in the body; a notice of rights is none. */
function proseEnds({ lines }: Analysis, m: Measures, body: Uint8Array): readonly [first: number, last: number] {
  let first = -1, last = -1;
  body.forEach((is, index) => {
    const names = lines[index]?.cues.names;
    if (is === 0 || (m.prose[index] ?? 0) === 0 || names?.has('licence') || names?.has('disclaimer')) return;
    if (first < 0) first = index;
    last = index;
  });
  return first < 0 ? [Math.max(0, body.indexOf(1)), body.lastIndexOf(1)] : [first, last];
}

/** The decoded body without what rules have named; where nothing of a page's frame is there, all of its text. */
function settle(decoded: Uint8Array, fixed: readonly (Verdict | undefined)[], { lines }: Analysis, m: Measures): Uint8Array {
  const free = (index: number): boolean => fixed[index] === undefined || fixed[index]?.role === 'body';
  const sum = (is: (index: number) => boolean): number => m.letters.reduce((all, letters, index) => all + (is(index) ? letters : 0), 0);
  const kept = sum((index) => decoded[index] === 1 && free(index));
  const takeAll = kept < sum(free) && isBare(decoded, lines, m, free);
  return decoded.map((is, index) => (free(index) && (takeAll || is === 1 || fixed[index]?.role === 'body') ? 1 : 0));
}

/** No menus, lists or widgets, and what would be left out reads like verse or dialogue rather than like a list of links. */
function isBare(decoded: Uint8Array, lines: readonly Line[], m: Measures, free: (index: number) => boolean): boolean {
  let left = 0, spoken = 0, bullets = 0;
  for (let index = 0; index < lines.length; index++) {
    const names = lines[index]?.cues.names;
    if ((m.frame[index] ?? 0) > 0 && !names?.has('licence')) return false;
    if (names?.has('bullet') || names?.has('ago') || names?.has('datedItem')) bullets++;
    if (decoded[index] === 1 || !free(index)) continue;
    left++;
    if (m.sentence[index] === 1 || (m.commas[index] ?? 0) > 0) spoken++;
  }
  return bullets < 4 && (left <= 30 || spoken >= left * 0.4);
}

/** Lines of code that follow each other are body together, or none of them is: whichever most of their letters are. */
function keepCodeWhole(body: Uint8Array, lines: readonly Line[], m: Measures): void {
  for (let start = 0, end = 0; start < lines.length; start = end) {
    let letters = 0;
    for (end = start; lines[end]?.kind === 'code'; end++) letters += (1 + (m.letters[end] ?? 0)) * (body[end] === 1 ? 1 : -1);
    if (end > start) body.fill(letters > 0 ? 1 : 0, start, end);
    else end++;
  }
}

/** Whether what visitors wrote follows. */
function isAboutComments(verdict: Verdict | undefined, line: Line): boolean {
  return line.cues.names.has('comment') && (verdict?.reason === 'comment' || verdict?.reason === 'widget' || verdict?.reason === 'sectionHeading');
}

function nameRest({ lines }: Analysis, m: Measures, verdicts: (Verdict | undefined)[], seen: readonly boolean[]): void {
  const start = verdicts.findIndex((verdict) => verdict?.role === 'body');
  const end = verdicts.reduce((last, verdict, index) => (verdict?.role === 'body' ? index : last), -1);
  let list: Reason | undefined;
  lines.forEach((line, index) => {
    const verdict = verdicts[index];
    if (index > end && isAboutComments(verdict, line)) list = 'comment';
    else if (verdict?.reason === 'sectionHeading') list = line.cues.names.has('recommends') ? 'recommended' : 'related';
    else if (verdict?.role === 'body' || verdict?.reason === 'breadcrumb' || (verdict?.reason === 'widget' && list !== 'comment')) list = undefined;
    if (verdict) return;
    const reason = restReason(lines, m, index, { isBefore: start < 0 || index < start, list });
    verdicts[index] = seen[index] && (reason === 'outsideBody' || reason === 'related') && !list ? ruled('recurring', 'site') : ruled(reason, 'model');
    if (reason === 'sectionHeading') list = line.cues.names.has('recommends') ? 'recommended' : 'related';
  });
  spreadWidgets(verdicts, m);
}
