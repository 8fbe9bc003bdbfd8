import type { SourceId } from '../document';
import { clusterVectors } from './cluster';
import { coverGroup, type Choice, type Labelled } from './cover';
import { findCandidates, isJoining, strengthOf, type Candidate } from './label';
import type { Terms } from './terms';
import { centroidOf, likeness, measureRarity, toVector, type BackgroundFrequency, type Vector } from './vectors';

/** A source as topics see it. */
export interface TopicSource { readonly id: SourceId; readonly terms: Terms }

/** Sources under the phrase that names what they are about, the strongest first; `id` is the phrase in folded form. */
export interface TopicGroup { readonly id: string; readonly label: string; readonly members: readonly SourceId[] }

export interface Topics {
  readonly topics: readonly TopicGroup[];
  /** Ids of topics by source, the main one first. */
  readonly bySource: ReadonlyMap<SourceId, readonly string[]>;
}

interface Gathered extends Labelled { readonly members: Map<number, number> }

/** A source outside the group that joins is somewhat like the members. */
const JOINING_LIKENESS = 0.05;
/** Sources looked at between two steps: a few milliseconds. */
const STEP = 50;

/** Overlapping groups of sources, each named by a phrase of its members; a source that is like no other has none. In steps, as ten thousand sources take seconds. */
export function* findTopics(sources: readonly TopicSource[], background: BackgroundFrequency): Generator<undefined, Topics> {
  const all = sources.map(source => source.terms);
  const rarity = yield* measureRarity(all, background);
  const vectors: Vector[] = [];
  for (const terms of all) {
    vectors.push(toVector(terms, rarity));
    if (vectors.length % STEP === 0) yield;
  }
  const holders = yield* indexPhrases(all);
  const choice: Choice = { vectors, background, join: candidate => withOutsiders(candidate, holders, all, vectors) };
  const labelled = new Map<string, Gathered>();
  for (const group of yield* clusterVectors(vectors)) {
    if (group.length < 2) continue;
    const candidates = yield* findCandidates(group, all);
    for (const label of yield* coverGroup(group, candidates, choice)) take(label, labelled);
  }
  return arrange([...labelled.values()], sources);
}

/** The sources that say each phrase in their title or more than once. */
function* indexPhrases(all: readonly Terms[]): Generator<undefined, ReadonlyMap<string, readonly number[]>> {
  const holders = new Map<string, number[]>();
  for (const [index, { phrases }] of all.entries()) {
    if (index % STEP === STEP - 1) yield;
    for (const [key] of phrases) {
      const known = holders.get(key);
      if (known) known.push(index); else holders.set(key, [index]);
    }
  }
  return holders;
}

/** The members of a label in its group and beyond. */
function withOutsiders({ key, strength }: Candidate, holders: ReadonlyMap<string, readonly number[]>, all: readonly Terms[], vectors: readonly Vector[]): ReadonlyMap<number, number> {
  const members = new Map(strength);
  const middle = centroidOf([...strength.keys()].map(index => vectors[index]).filter(vector => vector !== undefined));
  for (const index of holders.get(key) ?? []) {
    const phrase = all[index]?.phrases.get(key), vector = vectors[index];
    if (vector && isJoining(phrase) && likeness(vector, middle) >= JOINING_LIKENESS) members.set(index, strengthOf(phrase));
  }
  return members;
}

function take(label: Labelled, labelled: Map<string, Gathered>): void {
  const known = labelled.get(label.key) ?? { key: label.key, members: new Map<number, number>() };
  for (const [index, strength] of label.members) known.members.set(index, Math.max(strength, known.members.get(index) ?? 0));
  labelled.set(label.key, known);
}

function arrange(labels: readonly Labelled[], sources: readonly TopicSource[]): Topics {
  const kept = labels.filter(label => label.members.size > 1);
  const held = sources.map((): Labelled[] => []);
  for (const label of kept) for (const index of label.members.keys()) held[index]?.push(label);
  const topics = kept.map((label): TopicGroup => ({ id: label.key, label: printedForm(label, sources), members: strongestFirst(label.members).map(index => sources[index]?.id ?? '') }));
  const bySource = new Map(sources.map(({ id }, index): [string, readonly string[]] => {
    const own = held[index] ?? [];
    return [id, own.sort((a, b) => (b.members.get(index) ?? 0) - (a.members.get(index) ?? 0)).map(label => label.key)];
  }));
  return { topics, bySource };
}

const strongestFirst = (members: ReadonlyMap<number, number>): readonly number[] => [...members].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([index]) => index);

/** The form most members print; the first in order where they are even. */
function printedForm(label: Labelled, sources: readonly TopicSource[]): string {
  const forms = new Map<string, number>();
  for (const index of label.members.keys()) {
    const phrase = sources[index]?.terms.phrases.get(label.key);
    if (phrase) forms.set(phrase.printed, (forms.get(phrase.printed) ?? 0) + 1);
  }
  return [...forms].reduce((best, each) => (each[1] > best[1] ? each : best), [label.key, 0])[0];
}
