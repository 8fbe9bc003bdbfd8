import type { NoteScan } from '../scan';
import { suspectsInBrackets } from './inBrackets';
import { gluedKeys, spacedKeys, unclosedBrackets, wideBrackets } from './inText';
import { noteText } from './noteText';
import { takenForDefinitions, takenForLinks } from './takenForLinks';
import type { Suspect, Trap } from './trap';

/** What in a note may be a trap; `keys` has to be asked for before it is told whether it is one. */
export interface Suspicions {
  readonly keys: readonly string[];
  /** The traps, in order of place and disjoint. */
  traps(known: { has(key: string): boolean }): readonly Trap[];
}

/** Looks for what pandoc reads otherwise than it was meant. What has no key that is known is none, unless nothing else can be meant. */
export function findTraps(text: string, scan: NoteScan): Suspicions {
  const suspects = /[@＠]/.test(text) ? [...suspectsOf(text, scan)] : [];
  return {
    keys: [...new Set(suspects.flatMap(({ keys, unless }) => (unless === undefined ? keys : [...keys, unless])))],
    traps: known => disjoint(suspects.flatMap(suspect => judge(suspect, known) ?? [])),
  };
}

/** What explains more comes first: it keeps its place where two overlap. */
function* suspectsOf(text: string, scan: NoteScan): Iterable<Suspect> {
  const note = noteText(text, scan);
  yield* takenForLinks(note);
  yield* takenForDefinitions(note);
  yield* wideBrackets(note);
  yield* suspectsInBrackets(note);
  yield* unclosedBrackets(note);
  yield* spacedKeys(note);
  yield* gluedKeys(note);
}

function judge(suspect: Suspect, known: { has(key: string): boolean }): Trap | undefined {
  if (suspect.unless !== undefined && known.has(suspect.unless)) return undefined;
  const key = suspect.keys.find(each => known.has(each)) ?? suspect.sure;
  const trap = key === undefined ? undefined : suspect.trap(key);
  return trap && trap.fixes.every(({ edits }) => edits.length > 0) ? trap : undefined;
}

/** Of two that overlap the one that was looked for first. */
function disjoint(traps: readonly Trap[]): readonly Trap[] {
  const kept: { readonly trap: Trap; readonly at: number }[] = [];
  const inOrder = traps.map((trap, at) => ({ trap, at })).sort((one, other) => one.trap.span.start - other.trap.span.start || one.at - other.at);
  for (const each of inOrder) {
    const last = kept.at(-1);
    if (!last || last.trap.span.end <= each.trap.span.start) kept.push(each);
    else if (each.at < last.at) kept[kept.length - 1] = each;
  }
  return kept.map(({ trap }) => trap);
}
