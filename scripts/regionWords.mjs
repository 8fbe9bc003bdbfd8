/** Makes the table of words and characters that tell where a Traditional text was written. */

const entriesOf = (dictionary) => dictionary.split('|').map((entry) => entry.split(' '));

/** Words that say the same thing in several places, without names in several parts and abbreviations. */
const changedWords = (dictionary) => entriesOf(dictionary).filter(([from, to]) => from !== to && [from, to].every((word) => /^\p{Script=Han}{2,}$/u.test(word)));

/**
 * Words and characters by the regions that write them, such as `TW` or `CN HK`, joined by spaces. Those under `` tell nothing; they stand
 * there so that no other word is found in them (視頻 in 電視頻道). What `own` says has the last word over the dictionaries.
 */
export function regionWords(dictionaries, own) {
  const told = new Map([...regionalCharacters(dictionaries)]);
  const variants = variantsOf(dictionaries);
  const tell = ([word, where]) => { for (const form of variants(word)) told.set(form, where); };
  regionalWords(dictionaries).forEach(tell);
  Object.entries(own).flatMap(([where, lines]) => lines.join(' ').split(' ').map((word) => [word, where])).forEach(tell);
  const table = {};
  for (const [word, where] of told) (table[where] ??= []).push(word);
  return Object.fromEntries(Object.entries(table).map(([where, words]) => [where, words.join(' ')]));
}

/** Where a dictionary gives Taiwan or Hong Kong a word of its own, the mainland's is the one it stands for; Hong Kong mostly shares it. */
function regionalWords({ TWPhrases, HKPhrases }) {
  const [taiwan, hongKong] = [TWPhrases, HKPhrases].map(changedWords);
  const [taiwanese, hongKongese] = [taiwan, hongKong].map((words) => new Set(words.map(([, to]) => to)));
  const mainland = new Set([...taiwan, ...hongKong].map(([from]) => from));
  const changedThere = new Set(hongKong.map(([from]) => from));
  return [
    ...[...taiwanese, ...hongKongese].map((word) => [word, [taiwanese.has(word) && 'TW', hongKongese.has(word) && 'HK'].filter(Boolean).join(' ')]),
    ...[...mainland].map((word) => [word, taiwanese.has(word) || hongKongese.has(word) ? '' : changedThere.has(word) ? 'CN' : 'CN HK']),
  ];
}

/** Characters that only Taiwan or only Hong Kong writes; none that Simplified or OpenCC's standard has too, as those are left standing by many converters. */
function regionalCharacters({ TWVariants, HKVariants, STCharacters, TSCharacters }) {
  const [taiwan, hongKong] = [TWVariants, HKVariants].map((dictionary) => new Map(entriesOf(dictionary)));
  const shared = new Set([...entriesOf(STCharacters).flat(), ...entriesOf(TSCharacters).flatMap(([, ...to]) => to)]);
  const only = (here, there, where) => [...here].filter(([from, to]) => (there.get(from) ?? from) !== to && !shared.has(to)).map(([, to]) => [to, where]);
  return [...only(taiwan, hongKong, 'TW'), ...only(hongKong, taiwan, 'HK')];
}

/** The forms of a word in OpenCC's standard, in Taiwan and in Hong Kong; a character by itself is meant as it stands. */
function variantsOf({ TWVariants, HKVariants, STCharacters }) {
  const maps = [TWVariants, HKVariants].map((dictionary) => new Map(entriesOf(dictionary)));
  const isStandard = new Set(entriesOf(STCharacters).flatMap(([, ...to]) => to));
  const standard = new Map(maps.flatMap((map) => [...map].map(([from, to]) => [to, from]).filter(([to]) => !isStandard.has(to))));
  const inForm = (word, map) => Array.from(word, (character) => map.get(character) ?? character).join('');
  return (word) => new Set(word.length === 1 ? [word] : [word, inForm(word, standard), ...maps.flatMap((map) => [inForm(word, map), inForm(inForm(word, standard), map)])]);
}
