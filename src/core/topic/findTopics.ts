import type { SourceId } from '../document';
import { clusterVectors } from './cluster';
import { findCandidates, findHolders, weightOf, type Candidate } from './label';
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

interface Labelled { readonly key: string; readonly members: Map<number, number> }

/** A source is clearly about a phrase that stands in it twice. */
const CLEARLY = Math.log(1 + 2);
/** A source outside the group joins when the phrase stands in its title or three times in its text, and it is somewhat like the members. */
const JOINING = Math.log(1 + 3), JOINING_LIKENESS = 0.05;

/** Overlapping groups of sources, each named by a phrase of its members; a source that is like no other has none. */
export function findTopics(sources: readonly TopicSource[], background: BackgroundFrequency): Topics {
  const all = sources.map(source => source.terms);
  const rarity = measureRarity(all, background);
  const vectors = all.map(terms => toVector(terms, rarity));
  const labelled = new Map<string, Labelled>();
  for (const group of clusterVectors(vectors)) {
    if (group.length < 2) continue;
    for (const label of labelsOf(group, all, vectors, background)) take(label, labelled);
  }
  return arrange([...labelled.values()], sources);
}

/** Greedy cover: the strongest phrase first, then phrases for the sources it leaves out, until every source of the group has one. */
function labelsOf(group: readonly number[], all: readonly Terms[], vectors: readonly Vector[], background: BackgroundFrequency): readonly Labelled[] {
  const open = new Set(group);
  const labels: Labelled[] = [];
  const candidates = findCandidates(group, all);
  while (open.size > 0) {
    const centre = centroidOf([...open].map(index => vectors[index]).filter(vector => vector !== undefined));
    const best = strongest(candidates, open, labels, candidate => weightOf(candidate, centre, background) * gain(candidate, open, group.length));
    if (!best) break;
    const members = withOutsiders(best, all, vectors);
    for (const index of members.keys()) open.delete(index);
    labels.push({ key: best.key, members });
  }
  return labels;
}

/** The members of a label in its group and beyond. */
function withOutsiders({ key, strength }: Candidate, all: readonly Terms[], vectors: readonly Vector[]): Map<number, number> {
  const members = new Map(strength);
  const middle = centroidOf([...strength.keys()].map(index => vectors[index]).filter(vector => vector !== undefined));
  for (const [index, value, inTitle] of findHolders(key, all)) {
    const vector = vectors[index];
    if ((inTitle || value >= JOINING) && vector && likeness(vector, middle) >= JOINING_LIKENESS) members.set(index, value);
  }
  return members;
}

function strongest(candidates: readonly Candidate[], open: ReadonlySet<number>, chosen: readonly Labelled[], worth: (candidate: Candidate) => number): Candidate | undefined {
  let best: Candidate | undefined, highest = 0;
  for (const candidate of candidates) {
    if (![...candidate.strength.keys()].some(index => open.has(index))) continue;
    if (chosen.some(label => label.key.includes(candidate.key) || candidate.key.includes(label.key))) continue;
    const score = worth(candidate);
    if (score > highest) { best = candidate; highest = score; }
  }
  return best;
}

/** What a label would add: sources without a topic count in full. A phrase that stands in every source of the group tells less of each than one that most of them share. */
function gain({ strength }: Candidate, open: ReadonlySet<number>, groupSize: number): number {
  let sum = 0, added = 0;
  for (const [index, value] of strength) {
    sum += value * (open.has(index) ? 1 : 0.1);
    if (open.has(index) && value >= CLEARLY) added++;
  }
  const share = strength.size / Math.max(5, groupSize);
  return added === 0 ? 0 : sum * (1 - 0.4 * share * share);
}

function take(label: Labelled, labelled: Map<string, Labelled>): void {
  const known = labelled.get(label.key);
  if (!known) labelled.set(label.key, label);
  else for (const [index, strength] of label.members) known.members.set(index, Math.max(strength, known.members.get(index) ?? 0));
}

function arrange(labels: readonly Labelled[], sources: readonly TopicSource[]): Topics {
  const kept = labels.filter(label => label.members.size > 1);
  const topics = kept.map((label): TopicGroup => ({ id: label.key, label: printedForm(label, sources), members: strongestFirst(label.members).map(index => sources[index]?.id ?? '') }));
  const bySource = new Map(sources.map((source, index): [string, readonly string[]] => {
    const held = kept.filter(label => label.members.has(index));
    return [source.id, held.sort((a, b) => (b.members.get(index) ?? 0) - (a.members.get(index) ?? 0)).map(label => label.key)];
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
