import type { Span } from '../document';
import { alignAround, seedPlaces, seedsIn, type Run } from './alignWithin';
import type { SearchText } from './searchText';
import { foldedSpan, sentencesOf, type Part, type Sentence } from './sentenceParts';
import { phraseUnits, worthBetween } from './setPhrases';

/** A sentence of an article, or clauses of it, that stand in another article. */
export interface SharedSentence {
  /** Index of the sentence among those of the article. */
  readonly sentence: number;
  /** Of the article as shown. */
  readonly own: Span;
  /** Of the other article as shown. */
  readonly there: Span;
}

/** Share of a sentence that has to stand in order in the other article. */
const LEAST_SHARE = 0.6;

/** Shared letters, not counting set phrases and few of Latin script, that make a sentence worth telling. */
const LEAST_LETTERS = 14;

/** Letters that clauses have to share where neither they nor what they stand in is a whole sentence. */
const LEAST_IN_CLAUSES = 24;

/** Places of the other article that are tried for one sentence. */
const MOST_TRIED = 3;

/** The sentences of an article that stand in another one, in order. */
export function sharedSentences(article: SearchText, other: SearchText): readonly SharedSentence[] {
  const pair: Pair = { article, other, phrases: { own: phraseUnits(article.text), other: phraseUnits(other.text) } };
  const places = seedPlaces(other.text);
  const found = sentencesOf(article).map((sentence, at) => {
    const own = article.text.slice(sentence.folded.start, sentence.folded.end);
    const tried = seedsIn(own, other.text, places).slice(0, MOST_TRIED).map(seed => alignAround(own, other.text, seed));
    const runs = tried.reduce((best, each) => (lettersOf(each) > lettersOf(best) ? each : best), []);
    return runs.length > 0 ? judged(at, sentence, runs.map(run => ({ ...run, own: run.own + sentence.folded.start })), pair) : undefined;
  });
  return withShort(found, article, other);
}

type Side = 'own' | 'other';

/** Two articles, and which of their letters stand in set phrases. */
interface Pair { readonly article: SearchText; readonly other: SearchText; readonly phrases: Readonly<Record<Side, Uint8Array>> }

const lettersOf = (runs: readonly Run[]): number => runs.reduce((sum, { length }) => sum + length, 0);

/** Whether runs make a shared sentence, and how far it reaches on either side. */
function judged(at: number, sentence: Sentence, runs: readonly Run[], { article, other, phrases }: Pair): SharedSentence | undefined {
  const isWhole = shareOf(sentence.folded, runs, 'own') >= LEAST_SHARE;
  const there = grownThere(clipped(runs, isWhole ? [sentence] : longestStretch(sentence.clauses, runs, 'own'), 'own'), other);
  const within = clipped(runs, there.parts, 'other');
  const parts = shareOf(sentence.folded, within, 'own') >= LEAST_SHARE ? [sentence] : longestStretch(sentence.clauses, within, 'own');
  const held = clipped(within, parts, 'own'), letters = Math.min(worthOf(held, article.text, phrases.own, 'own'), worthOf(held, other.text, phrases.other, 'other'));
  const needed = parts[0] === sentence || there.isWhole ? LEAST_LETTERS : LEAST_IN_CLAUSES;
  return letters < needed ? undefined : { sentence: at, own: shownSpan(article, parts), there: shownSpan(other, there.parts) };
}

/** The sentences of the other article in which the runs stand, where those agree as a whole; else their clauses. */
function grownThere(runs: readonly Run[], other: SearchText): { readonly parts: readonly Part[]; readonly isWhole: boolean } {
  const touched = sentencesOf(other).filter(({ folded }) => shareOf(folded, runs, 'other') > 0);
  const whole = touched.filter(({ folded }) => shareOf(folded, runs, 'other') >= LEAST_SHARE);
  if (whole.length > 0 && whole.length === touched.length) return { parts: whole, isWhole: true };
  return { parts: longestStretch(touched.flatMap(({ clauses }) => clauses), runs, 'other'), isWhole: false };
}

/** The neighbouring clauses that are shared for the most part, those that hold most. */
function longestStretch(clauses: readonly Part[], runs: readonly Run[], side: Side): readonly Part[] {
  let best: readonly Part[] = [], now: Part[] = [];
  const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { folded }) => sum + folded.end - folded.start, 0);
  for (const clause of clauses) {
    if (shareOf(clause.folded, runs, side) >= LEAST_SHARE) now.push(clause); else now = [];
    if (sizeOf(now) > sizeOf(best)) best = [...now];
  }
  return best;
}

function shareOf({ start, end }: Span, runs: readonly Run[], side: Side): number {
  const covered = runs.reduce((sum, run) => sum + Math.max(0, Math.min(end, run[side] + run.length) - Math.max(start, run[side])), 0);
  return covered / Math.max(1, end - start);
}

/** What of runs stands in parts of one side. */
function clipped(runs: readonly Run[], parts: readonly Part[], side: Side): readonly Run[] {
  const start = parts[0]?.folded.start ?? 0, end = parts.at(-1)?.folded.end ?? 0;
  return runs.flatMap(run => {
    const cut = Math.max(0, start - run[side]), left = Math.min(run.length, end - run[side]) - cut;
    return left > 0 ? [{ own: run.own + cut, other: run.other + cut, length: left }] : [];
  });
}

/** How much runs say on one side. */
const worthOf = (runs: readonly Run[], text: string, phrases: Uint8Array, side: Side): number =>
  runs.reduce((sum, run) => sum + worthBetween(text, phrases, run[side], run[side] + run.length), 0);

/** From the first part to the last, without the comma that goes on to what is not shared. */
function shownSpan({ shown }: SearchText, parts: readonly Part[]): Span {
  const start = parts[0]?.shown.start ?? 0, end = parts.at(-1)?.shown.end ?? 0;
  return { start, end: start + shown.slice(start, end).replace(/[，,、；;：:—\s]+$/, '').length };
}

/** Sentences too short to tell anything by themselves belong to a shared one next to them where both articles have them there. */
function withShort(found: readonly (SharedSentence | undefined)[], article: SearchText, other: SearchText): readonly SharedSentence[] {
  const sentences = sentencesOf(article), all = [...found];
  const tell = (at: number, step: 1 | -1): void => {
    const beside = all[at - step], sentence = sentences[at];
    if (all[at] || !beside || !sentence) return;
    const words = article.text.slice(sentence.folded.start, sentence.folded.end), place = foldedSpan(other, beside.there);
    const folded = step === 1 ? { start: place.end, end: place.end + words.length } : { start: place.start - words.length, end: place.start };
    if (other.text.slice(folded.start, folded.end) === words) all[at] = { sentence: at, own: sentence.shown, there: other.toShown(folded) };
  };
  for (let at = 1; at < all.length; at++) tell(at, 1);
  for (let at = all.length - 2; at >= 0; at--) tell(at, -1);
  return all.filter(each => each !== undefined);
}
