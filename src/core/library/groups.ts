import type { SourceId } from '../document';
import type { SourceSummary, Topic } from './summary';

export const groupings = ['date', 'topic', 'publisher', 'dateTopic'] as const;
export type Grouping = (typeof groupings)[number];

/** What a group stands for; the view turns it into words. */
export type GroupKey =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'topic'; readonly id: string; readonly label: string }
  | { readonly kind: 'publisher'; readonly name: string }
  | { readonly kind: 'undated' | 'noTopic' | 'noPublisher' | 'unreadable' };

/** A group holds groups or sources, never both. */
export interface Group {
  readonly key: GroupKey;
  readonly groups: readonly Group[];
  readonly sources: readonly SourceSummary[];
}

/** Arranges the shelf for the tree: newest first, unreadable files last in a group of their own. */
export function groupSources(sources: readonly SourceSummary[], topics: readonly Topic[], grouping: Grouping): readonly Group[] {
  const readable = sources.filter(source => !source.error).sort(newestFirst);
  const broken = sources.filter(source => source.error).sort(byPath);
  return [...arrangements[grouping](readable, topics), ...group({ kind: 'unreadable' }, broken)];
}

type Arrange = (sources: readonly SourceSummary[], topics: readonly Topic[]) => readonly Group[];

const arrangements: Readonly<Record<Grouping, Arrange>> = {
  date: sources => byYear(sources, members => byMonth(members)),
  topic: byTopic,
  publisher: byPublisher,
  dateTopic: (sources, topics) => byYear(sources, members => byTopic(members, topics)),
};

function byYear(sources: readonly SourceSummary[], inside: (members: readonly SourceSummary[]) => readonly Group[]): readonly Group[] {
  const years = bucket(sources, source => source.published?.slice(0, 4));
  const dated = [...years.named].map(([year, members]): Group => ({ key: { kind: 'year', year: Number(year) }, groups: inside(members), sources: [] }));
  return [...dated, ...group({ kind: 'undated' }, years.unnamed)];
}

/** Months of one year, and the sources of which only the year is known. */
function byMonth(sources: readonly SourceSummary[]): readonly Group[] {
  const months = bucket(sources, source => source.published?.slice(0, 7).match(/^\d{4}-\d{2}$/)?.[0]);
  const dated = [...months.named].map(([month, members]): Group => ({ key: { kind: 'month', year: Number(month.slice(0, 4)), month: Number(month.slice(5)) }, groups: [], sources: members }));
  return [...dated, ...group({ kind: 'undated' }, months.unnamed)];
}

/** Topics with the most sources first; inside each, the sources whose main topic it is stand first. */
function byTopic(sources: readonly SourceSummary[], topics: readonly Topic[]): readonly Group[] {
  const shown = new Map(sources.map(source => [source.id, source]));
  const groups = topics.map(topic => topicGroup(topic, shown)).filter(each => each.sources.length > 0);
  groups.sort((a, b) => b.sources.length - a.sources.length);
  const held = new Set(groups.flatMap(each => each.sources.map(source => source.id)));
  return [...groups, ...group({ kind: 'noTopic' }, sources.filter(source => !held.has(source.id)))];
}

function topicGroup(topic: Topic, shown: ReadonlyMap<SourceId, SourceSummary>): Group {
  const members = topic.members.map(id => shown.get(id)).filter(source => source !== undefined).sort(newestFirst);
  const isMain = (source: SourceSummary): boolean => source.topics[0] === topic.id;
  return { key: { kind: 'topic', id: topic.id, label: topic.label }, groups: [], sources: [...members.filter(isMain), ...members.filter(source => !isMain(source))] };
}

function byPublisher(sources: readonly SourceSummary[]): readonly Group[] {
  const publishers = bucket(sources, source => source.publisher);
  const named = [...publishers.named].map(([name, members]): Group => ({ key: { kind: 'publisher', name }, groups: [], sources: members }));
  named.sort((a, b) => b.sources.length - a.sources.length);
  return [...named, ...group({ kind: 'noPublisher' }, publishers.unnamed)];
}

function bucket(sources: readonly SourceSummary[], name: (source: SourceSummary) => string | undefined): { named: ReadonlyMap<string, SourceSummary[]>; unnamed: SourceSummary[] } {
  const named = new Map<string, SourceSummary[]>(), unnamed: SourceSummary[] = [];
  for (const source of sources) {
    const key = name(source);
    const members = key ? named.get(key) : unnamed;
    if (members) members.push(source); else if (key) named.set(key, [source]);
  }
  return { named, unnamed };
}

const group = (key: GroupKey, sources: readonly SourceSummary[]): readonly Group[] => (sources.length > 0 ? [{ key, groups: [], sources }] : []);

function newestFirst(a: SourceSummary, b: SourceSummary): number {
  const x = a.published ?? '', y = b.published ?? '';
  return x === y ? byPath(a, b) : x < y ? 1 : -1;
}

const byPath = (a: SourceSummary, b: SourceSummary): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
