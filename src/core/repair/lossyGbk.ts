import type { CharacterModel } from '../text/characterModel';
import type { Gbk } from './gbk';

/** What one shown character may have been in bytes, likeliest first; `cost` (log10) of taking it so. */
export interface ByteChoice { readonly bytes: readonly number[]; readonly cost: number }

/** GBK read from bytes of which some may be lost: its text, the cost of what had to be assumed, and whether a character is a guess. */
export interface LossyText { readonly units: readonly number[]; readonly cost: number; readonly isGuess: boolean }

/** Readings that are followed at a time, and guesses of one character. */
const width = 10;
const guesses = 3;

/** Cost of a byte that is missing; the control characters 0x80–0x9F are those that captures drop. */
const lossCost = 3;
const firstLost = 0x80;
const lastLost = 0x9f;

/** A reading so far: characters from the last to the first, and the first byte of one that is not whole yet. */
interface Path { readonly score: number; readonly cost: number; readonly isGuess: boolean; readonly pending: number; readonly last: number; readonly before: Path | undefined; readonly unit: number }

/** The likeliest GBK text whose bytes are one choice of each character in turn; undefined where no reading fits. */
export function readLossyGbk(characters: readonly (readonly ByteChoice[])[], model: CharacterModel, codes: Gbk): LossyText | undefined {
  let paths: readonly Path[] = [{ score: 0, cost: 0, isGuess: false, pending: 0, last: 0x0a, before: undefined, unit: 0 }];
  const reading = { model, codes };
  for (const choices of characters) {
    const next = paths.flatMap(path => choices.flatMap(choice => readBytes([paid(path, choice.cost)], choice.bytes, reading)));
    paths = pruned(next);
    if (paths.length === 0) return undefined;
  }
  const ended = paths.flatMap(path => path.pending === 0 ? [path] : lostTrail(path, reading)).sort((one, other) => other.score - one.score);
  return ended[0] && { units: unitsOf(ended[0]), cost: ended[0].cost, isGuess: ended[0].isGuess };
}

interface Reading { readonly model: CharacterModel; readonly codes: Gbk }

function readBytes(paths: readonly Path[], bytes: readonly number[], reading: Reading): readonly Path[] {
  return bytes.reduce((read, byte) => read.flatMap(path => step(path, byte, reading)), paths);
}

function step(path: Path, byte: number, reading: Reading): readonly Path[] {
  if (path.pending === 0) {
    if (byte < 0x80) return [{ ...path, last: byte, before: path, unit: byte }, ...(byte >= 0x40 ? lostLead(path, byte, reading) : [])];
    return [{ ...path, pending: byte }, ...lostLead(path, byte, reading)];
  }
  const unit = reading.codes.unit(path.pending, byte);
  const whole = unit === 0 ? [] : [emitted(path, unit, reading)];
  return [...whole, ...lostTrail(path, reading).flatMap(mended => byte < 0x80 ? [{ ...mended, last: byte, before: mended, unit: byte }] : [{ ...mended, pending: byte }])];
}

function lostLead(path: Path, trail: number, { model, codes }: Reading): readonly Path[] {
  return guessed(path, lead => codes.unit(lead, trail), { model, codes });
}

function lostTrail(path: Path, { model, codes }: Reading): readonly Path[] {
  return guessed(path, trail => codes.unit(path.pending, trail), { model, codes });
}

/** The likeliest characters with one lost byte, each as a path of its own. */
function guessed(path: Path, unitOf: (lost: number) => number, reading: Reading): readonly Path[] {
  const units: number[] = [];
  for (let lost = firstLost; lost <= lastLost; lost += 1) {
    const unit = unitOf(lost);
    if (unit !== 0) units.push(unit);
  }
  return units.map(unit => emitted(paid(path, lossCost), unit, reading)).sort((one, other) => other.score - one.score).slice(0, guesses)
    .map(made => ({ ...made, isGuess: true }));
}

function emitted(path: Path, unit: number, { model }: Reading): Path {
  return { ...path, score: path.score + model.after(path.last, unit), pending: 0, last: unit, before: path, unit };
}

function paid(path: Path, cost: number): Path {
  return cost === 0 ? path : { ...path, score: path.score - cost, cost: path.cost + cost };
}

/** The best paths, one for each way to go on. */
function pruned(paths: readonly Path[]): readonly Path[] {
  const best = new Map<number, Path>();
  for (const path of paths) {
    const key = path.last * 0x100 + path.pending;
    if ((best.get(key)?.score ?? -Infinity) < path.score) best.set(key, path);
  }
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, width);
}

function unitsOf(end: Path): readonly number[] {
  const units: number[] = [];
  for (let path: Path | undefined = end; path; path = path.before) if (path.unit !== 0) units.push(path.unit);
  return units.reverse();
}
