import type { SourceId } from '../document';
import type { TopicGroup, Topics, TopicSource } from './findTopics';
import { isJoining, strengthOf } from './label';

/**
 * Topics after a few sources of many changed or went: those that came or changed stand under the topics whose phrase they say in their
 * title or three times, behind the others; a topic that loses all but one of its members ends.
 */
export function patchTopics({ topics, bySource }: Topics, changed: readonly TopicSource[], gone: readonly SourceId[]): Topics {
  const moved = new Set([...gone, ...changed.map(source => source.id)]);
  const own = new Map(bySource);
  for (const id of moved) own.delete(id);
  const ids = new Set(topics.map(topic => topic.id));
  const joining = new Map<string, TopicSource[]>();
  for (const source of changed) {
    const held = [...source.terms.phrases].filter(([key, phrase]) => ids.has(key) && isJoining(phrase));
    own.set(source.id, held.sort(([, a], [, b]) => strengthOf(b) - strengthOf(a)).map(([key]) => key));
    for (const [key] of held) joining.set(key, [...(joining.get(key) ?? []), source]);
  }
  const left = new Set([...moved].flatMap(id => bySource.get(id) ?? []));
  const patched = topics.map((topic): TopicGroup => {
    const joined = joining.get(topic.id) ?? [];
    if (joined.length === 0 && !left.has(topic.id)) return topic;
    return { ...topic, members: [...topic.members.filter(id => !moved.has(id)), ...joined.map(source => source.id)] };
  });
  return withoutSingles(patched, own);
}

function withoutSingles(topics: readonly TopicGroup[], bySource: Map<SourceId, readonly string[]>): Topics {
  for (const { id, members } of topics) {
    if (members.length < 2) for (const member of members) bySource.set(member, (bySource.get(member) ?? []).filter(topic => topic !== id));
  }
  return { topics: topics.filter(topic => topic.members.length > 1), bySource };
}
