import assert from 'node:assert/strict';
import type { Topics, TopicSource } from '../../../src/core/topic/findTopics';
import { PackedPhrases, PackedWords, type Phrase } from '../../../src/core/topic/packedTerms';
import { patchTopics } from '../../../src/core/topic/patchTopics';

const phrase = (key: string, count: number, inTitle = false): [string, Phrase] => [key, { words: [key], count, inTitle, printed: key }];
const source = (id: string, ...phrases: [string, Phrase][]): TopicSource => ({ id, terms: { words: new PackedWords([]), phrases: new PackedPhrases(phrases), folded: '' } });
const found: Topics = {
  topics: [{ id: '大熊猫', label: '大熊貓', members: ['a', 'b', 'c'] }, { id: '竹林', label: '竹林', members: ['b', 'c'] }],
  bySource: new Map([['a', ['大熊猫']], ['b', ['竹林', '大熊猫']], ['c', ['大熊猫', '竹林']]]),
};
const shelf = ({ topics, bySource }: Topics): unknown => [topics.map(topic => `${topic.label}: ${topic.members.join(' ')}`), Object.fromEntries(bySource)];

describe('topics of a large library after a change', () => {
  it('take in a page that says their phrase in its title or three times', () => {
    const patched = patchTopics(found, [source('d', phrase('竹林', 3), phrase('大熊猫', 2, true), phrase('古琴', 9))], []);
    assert.deepEqual(shelf(patched), [['大熊貓: a b c d', '竹林: b c d'], { a: ['大熊猫'], b: ['竹林', '大熊猫'], c: ['大熊猫', '竹林'], d: ['大熊猫', '竹林'] }]);
  });
  it('leave a page out that says it in passing', () => assert.deepEqual(patchTopics(found, [source('d', phrase('竹林', 2))], []).bySource.get('d'), []));
  it('let a page go that speaks of something else now', () => {
    assert.deepEqual(shelf(patchTopics(found, [source('a', phrase('竹林', 4))], [])), [['大熊貓: b c', '竹林: b c a'], { a: ['竹林'], b: ['竹林', '大熊猫'], c: ['大熊猫', '竹林'] }]);
  });
  it('end with all but one of their pages', () => assert.deepEqual(shelf(patchTopics(found, [], ['c'])), [['大熊貓: a b'], { a: ['大熊猫'], b: ['大熊猫'] }]));
  it('are not touched themselves', () => {
    const before = structuredClone(found);
    patchTopics(found, [], ['b', 'c']);
    assert.deepEqual(found, before);
  });
});

describe('packed phrases', () => {
  const english: Phrase = { words: ['solar', 'panels'], count: 4, inTitle: true, printed: 'Solar Panels' };
  const phrases = new PackedPhrases([['solar panels', english], phrase('竹林', 2)]);
  it('come back as they were', () => assert.deepEqual([...phrases], [['solar panels', english], phrase('竹林', 2)]));
  it('are found by their whole form', () => assert.deepEqual([phrases.get('solar panels'), phrases.get('solar'), phrases.get('林')], [english, undefined, undefined]));
  it('are none for a page without any', () => assert.deepEqual([[...new PackedPhrases([])], [...new PackedWords([])]], [[], []]));
});
