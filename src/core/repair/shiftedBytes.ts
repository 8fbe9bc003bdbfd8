import type { Repair, Span } from '../document';
import { characterModel } from '../text/characterModel';
import type { CharacterModel } from '../text/characterModel';
import { countUnits, isHan } from '../text/han';
import type { Tables } from '../text/tables';
import { bytesOfNarrowed, closingByte, gbk, rareUnits } from './gbk';
import { endingWith, guessedEnds, likeliest, startingWith } from './halfCharacters';
import type { Gbk } from './gbk';
import { inScriptOf } from './inScriptOf';
import { isLossMark } from './rareZones';
import { leastInRow, shiftZones } from './shiftZones';

/** Costs of losing step with the bytes and of finding it again (log10), measured on 42 runs from the wild and 100 million clean characters. */
const enterCost = 7;
const enterAtMarkCost = 2;
const leaveCost = 5;
const leaveAtMarkCost = 0.5;
const leaveByAsciiCost = 2.5;

/** What a run has to gain, and how likely its text has to be (mean log10). */
const leastGain = 6;
const leastGainAtMark = 4;

/** What a run that is only shown as suspect has to gain. */
const leastSuspect = 3;
const leastSuspectAtMark = -1;
const leastMean = -3.5;
const leastMeanAtMark = -4.3;

/** What the best of about a hundred candidates owes to there being so many. */
const guessCost = 2;

/** What ASCII costs in undamaged text, and the most that any character costs. */
const asciiLikelihood = -2;
const illegal = -12;

/**
 * Runs of GBK text that lost a byte, so that every character is made of the end of one and the start of the next: `?;浉郯拇鬄硡^` was
 * `。粵港澳大灣區`. One character at the border is guessed from its neighbours, so none of these repairs is certain.
 */
export function findShiftedBytes(text: string, tables: Tables): readonly Repair[] {
  return findRuns(text, tables, isDamage).map(({ run, reading }) => {
    const { before, behind } = brokenEnds(run, reading);
    return { span: { start: run.start, end: run.end }, ...guessedEnds(before, run.units, behind), kind: 'shiftedBytes', certain: false };
  });
}

/** Runs of a text already mended that look as if they had lost a byte, but not clearly enough to be changed. */
export function findSuspectRuns(text: string, tables: Tables): readonly Span[] {
  return findRuns(text, tables, isSuspect).map(({ run }) => ({ start: run.start, end: run.end }));
}

function findRuns(text: string, tables: Tables, isMeant: (run: Run, reading: Reading) => boolean): readonly { readonly run: Run; readonly reading: Reading }[] {
  const codes = gbk();
  const zones = shiftZones(text, codes);
  if (zones.length === 0) return [];
  const model = characterModel(tables);
  let guessing: CharacterModel | undefined;
  const reading = { text, model, guessing: () => (guessing ??= inScriptOf(text, model, tables)), gbk: codes };
  return zones.flatMap(zone => bestRuns(zone, reading)).filter(run => isMeant(run, reading)).map(run => ({ run, reading }));
}

/** `guessing` gives the model for characters that are made up; few texts need it. */
interface Reading { readonly text: string; readonly model: CharacterModel; readonly guessing: () => CharacterModel; readonly gbk: Gbk }

/**
 * A stretch out of step: what stands in `start`–`end` were the characters `units`, whose likelihoods add up to `sum`; before them one
 * that holds `firstByte`, and behind them one that starts with `lastByte`, unless that is 0.
 */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly firstByte: number;
  readonly units: readonly number[];
  readonly lastByte: number;
  readonly sum: number;
  readonly cost: number;
  readonly isMarked: boolean;
}

/** The characters of a run with the broken ones at its borders guessed. */
function wholeText(run: Run, reading: Reading): string {
  const { before, behind } = brokenEnds(run, reading);
  return String.fromCharCode(...before, ...run.units, ...behind);
}

/** The broken characters at the borders of a run, guessed; each list holds one or none. */
function brokenEnds(run: Run, { text, guessing, gbk: codes }: Reading): { readonly before: readonly number[]; readonly behind: readonly number[] } {
  const first = run.units[0] ?? 0x0a;
  const last = run.units.at(-1) ?? 0x0a;
  const before = likeliest(run.isMarked ? endingWith(run.firstByte, codes) : [...endingWith(run.firstByte, codes), ...startingWith(run.firstByte, codes)], text.charCodeAt(run.start - 1) || 0x0a, first, guessing());
  const behind = run.lastByte === 0 ? [] : likeliest(startingWith(run.lastByte, codes), last, text.charCodeAt(run.end) || 0x0a, guessing());
  return { before, behind };
}

/** The best way to read up to some unit, in step or out of it; `run` is the stretch out of step that it is in or came through last. */
interface Path { readonly score: number; readonly runs: readonly Run[]; readonly run?: Run; readonly pending: number; /** The character before, where it is not the one shown. */ readonly last?: number }

/** Viterbi over two states, in step and one byte off. */
function bestRuns(zone: Span, reading: Reading): readonly Run[] {
  let inStep: Path | undefined = { score: 0, runs: [], pending: 0 };
  let shifted: Path | undefined;
  for (let place = zone.start; place < zone.end; place += 1) {
    const next: Path | undefined = best(stay(inStep, place, reading), leave(shifted, place, reading));
    shifted = best(goOn(shifted, place, reading), enter(inStep, place, zone, reading));
    inStep = best(next, leaveSilently(shifted, place + 1));
  }
  return inStep?.runs ?? [];
}

function best(one: Path | undefined, other: Path | undefined): Path | undefined {
  if (!one || !other) return one ?? other;
  return other.score > one.score ? other : one;
}

function stay(path: Path | undefined, place: number, { text, model }: Reading): Path | undefined {
  if (!path) return undefined;
  const unit = text.charCodeAt(place);
  const likelihood = unit < 0x80 || isLossMark(unit) ? asciiLikelihood : model.after((path.last ?? text.charCodeAt(place - 1)) || 0x0a, unit);
  return { score: path.score + likelihood, runs: path.runs, pending: 0 };
}

function enter(path: Path | undefined, place: number, zone: Span, { text, gbk: codes }: Reading): Path | undefined {
  const bytes = bytesOfNarrowed(text.charCodeAt(place), codes);
  if (!path || bytes === 0) return undefined;
  const isMarked = place > zone.start && isLossMark(text.charCodeAt(place - 1));
  const cost = isMarked ? enterAtMarkCost : enterCost;
  const start = isMarked ? place - 1 : place;
  const run = { start, end: place + 1, firstByte: bytes >> 8, units: [], lastByte: 0, sum: 0, cost, isMarked };
  return { score: path.score - cost, runs: path.runs, run, pending: bytes & 0xff };
}

function goOn(path: Path | undefined, place: number, { text, model, gbk: codes }: Reading): Path | undefined {
  if (!path?.run) return undefined;
  const here = text.charCodeAt(place);
  if (here === 0x0a) return extended(path, place, 0x0a, 0, path.pending);
  const bytes = bytesOfNarrowed(here, codes);
  if (bytes === 0) return undefined;
  const unit = codes.unit(path.pending, bytes >> 8);
  if (unit === 0) return undefined;
  return extended(path, place, unit, likelihoodAfter(path.run, unit, model), bytes & 0xff);
}

function extended(path: Path, place: number, unit: number, likelihood: number, pending: number): Path | undefined {
  if (!path.run) return undefined;
  const run = { ...path.run, end: place + 1, units: [...path.run.units, unit], sum: path.run.sum + likelihood };
  return { score: path.score + likelihood, runs: path.runs, run, pending };
}

function likelihoodAfter(run: Run, unit: number, model: CharacterModel): number {
  const previous = run.units.at(-1);
  return Math.max(previous === undefined ? model.alone(unit) : model.after(previous, unit), illegal);
}

/** Back in step by the unit at `place`: an ASCII character that is the second half of the pending byte, or the mark of its loss. */
function leave(path: Path | undefined, place: number, reading: Reading): Path | undefined {
  if (!path?.run) return undefined;
  const here = reading.text.charCodeAt(place);
  const closing = reading.gbk.unit(path.pending, closingByte(here));
  if (closing !== 0) {
    return closed(extended(path, place, closing, likelihoodAfter(path.run, closing, reading.model), 0), leaveByAsciiCost);
  }
  return isLossMark(here) ? closed(brokenOff(path, place + 1), leaveAtMarkCost) : undefined;
}

/** Back in step at `end`, the second half of the pending byte being lost without a mark. */
function leaveSilently(path: Path | undefined, end: number): Path | undefined {
  return path?.run && path.run.units.length > 0 ? closed(brokenOff(path, end), leaveCost) : undefined;
}

function brokenOff(path: Path, end: number): Path | undefined {
  return path.run && { ...path, run: { ...path.run, end, lastByte: path.pending } };
}

function closed(path: Path | undefined, cost: number): Path | undefined {
  if (!path?.run) return undefined;
  const run = { ...path.run, cost: path.run.cost + cost };
  return { score: path.score - cost, runs: [...path.runs, run], pending: 0, ...(run.lastByte === 0 && { last: run.units.at(-1) ?? 0x0a }) };
}

/** Whether the text of a run, its borders included, is so much likelier than what is shown that it is damage. */
function isDamage(run: Run, reading: Reading): boolean {
  const { gain, mean, rare } = evidence(run, reading);
  if (run.isMarked) return rare > 0 ? gain >= leastGainAtMark && mean >= leastMeanAtMark : gain >= leastGain && run.units.length >= leastInRow && mean >= leastMean;
  return gain >= leastGain && mean >= leastMean && rare >= 2 && hasVariety(run, reading) && run.units.filter(isHan).length >= leastInRow;
}

/** Whether a run is likely enough to be shown as suspect. */
function isSuspect(run: Run, reading: Reading): boolean {
  const { gain, rare } = evidence(run, reading);
  if (!run.isMarked) return rare >= 2 && gain >= leastSuspect && hasVariety(run, reading);
  return rare > 0 ? gain >= leastSuspectAtMark : gain >= leastSuspect && run.units.length > 1;
}

function hasVariety(run: Run, { text }: Reading): boolean {
  return new Set(text.slice(run.start, run.end)).size > leastInRow;
}

/** What a run gains (log10), how likely its characters are in the mean, and how many of those shown are rare. */
function evidence(run: Run, reading: Reading): { readonly gain: number; readonly mean: number; readonly rare: number } {
  const { text, model } = reading;
  const shown = text.slice(run.start, run.end);
  const [before, behind] = [text.charAt(run.start - 1), text.charAt(run.end)];
  const whole = wholeText(run, reading);
  const guessed = (whole.length - run.units.length) * guessCost;
  return {
    gain: likelihood(before + whole + behind, model) - likelihood(before + shown + behind, model) - run.cost - guessed,
    mean: run.sum / Math.max(1, run.units.length),
    rare: countUnits(shown, unit => rareUnits()[unit] === 1),
  };
}

/** The likelihood of all but the first character of `text`. */
function likelihood(text: string, model: CharacterModel): number {
  let sum = 0;
  for (let place = 1; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    sum += unit < 0x80 || isLossMark(unit) ? asciiLikelihood : model.after(text.charCodeAt(place - 1), unit);
  }
  return sum;
}
