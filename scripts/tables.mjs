/** Makes the tables of `dist/tables` from the counted facts in `src/core/data` and the dictionaries of opencc-js. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { regionWords } from './regionWords.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const facts = join(root, 'src', 'core', 'data');

/** The scripts and regions of opencc-js. */
const locales = ['cn', 't', 'tw', 'twp', 'hk', 'hkp', 'jp'];

/** The conversions into Simplified are asked for first, and those out of it by most readers; the others share one more table. */
const simplifiedPairs = ['t-cn'];
const traditionalPairs = ['cn-t', 'cn-tw', 'cn-hk', 't-tw', 't-hk'];

/** Writes the tables as JSON files into `outDir`, which is made where it is missing. */
export async function writeTables(outDir) {
  const dictionaries = await readDictionaries();
  const chains = openccChains(await importFrom('preset', 'full.js'), dictionaries);
  const characters = await readFacts('characterCounts.json');
  const fold = foldPairs(dictionaries, characterCounts(characters));
  const { simplified, traditional, regional } = conversionTables(chains, dictionaries);
  const tables = {
    characters,
    documentFrequency: foldWords(await readFacts('documentFrequency.json'), fold),
    hongKong: await readFacts('hongKong.json'),
    initials: initials(characters.unigrams),
    regionWords: regionWords(dictionaries, await readFacts('regionWords.json')),
    scriptSets: scriptSets(dictionaries),
    simplified: { ...simplified, fold: joined(fold), foldedWords: joined(foldedWords(dictionaries, fold)), regionalWords: joined(regionalWords(dictionaries, fold)) },
    traditional: { ...traditional, choices: choices(dictionaries) },
    regional,
  };
  await mkdir(outDir, { recursive: true });
  await Promise.all(Object.entries(tables).map(([name, table]) => writeFile(join(outDir, `${name}.json`), JSON.stringify(table))));
}

async function readFacts(file) {
  return JSON.parse(await readFile(join(facts, file), 'utf8'));
}

/** Words are looked up as they are folded: 著名 stands under 着名, as the fold joins the two characters. */
function foldWords({ documents, words }, pairs) {
  const fold = new Map(pairs);
  const folded = {};
  for (const [word, count] of Object.entries(words)) {
    const key = Array.from(word, character => fold.get(character) ?? character).join('');
    folded[key] = Math.max(folded[key] ?? 0, count);
  }
  return { documents, words: folded };
}

/** Every dictionary of opencc-js by name, each as `from to|from to|…`. */
async function readDictionaries() {
  const files = (await readdir(join(openccFolder(), 'dict'))).filter(file => file.endsWith('.js'));
  const entries = await Promise.all(
    files.map(async file => [file.slice(0, -'.js'.length), (await importFrom('dict', file)).default]),
  );
  return Object.fromEntries(entries);
}

function openccFolder() {
  return dirname(createRequire(import.meta.url).resolve('opencc-js/core'));
}

function importFrom(folder, file) {
  return import(pathToFileURL(join(openccFolder(), folder, file)).href);
}

/** What opencc-js does from each locale to each other, by `from-to`, with dictionaries by name; see its ConverterBuilder. */
function openccChains({ configs, from, to }, dictionaries) {
  const nameOf = new Map(Object.entries(dictionaries).map(([name, text]) => [text, name]));
  const named = group => group.map(text => nameOf.get(text));
  const chain = (source, target) => {
    const config = configs[configName(source, target)];
    if (!config) return { normalization: [], conversion: [...from[source] ?? [], ...to[target] ?? []].map(named) };
    const { normalizationChain = [], segmentation, conversionChain } = config;
    return {
      normalization: normalizationChain.map(named),
      ...(segmentation && { segmentation: named(segmentation) }),
      conversion: conversionChain.map(named),
    };
  };
  return Object.fromEntries(locales.flatMap(source =>
    locales.filter(target => target !== source).map(target => [`${source}-${target}`, chain(source, target)])));
}

/** OpenCC's name of a conversion, as opencc-js looks for it. */
function configName(source, target) {
  if (source === 'cn') return `s2${target}`;
  if (target !== 'cn') return `${source}2${target}`;
  return source === 'twp' || source === 'hkp' ? `${source.slice(0, -1)}2sp` : `${source}2s`;
}

/** The chains of the three tables: what the last of them lacks is in the first, or, if out of Simplified, in the second. */
function conversionTables(chains, dictionaries) {
  const others = Object.keys(chains).filter(pair => !simplifiedPairs.includes(pair) && !traditionalPairs.includes(pair));
  const table = (pairNames, isElsewhere = () => false) => {
    const chosen = pairNames.map(pair => [pair, chains[pair]]);
    const used = new Set(chosen.flatMap(([, { normalization, segmentation = [], conversion }]) => [...normalization, segmentation, ...conversion].flat()));
    const own = [...used].filter(name => !isElsewhere(name));
    return { chains: Object.fromEntries(chosen), dictionaries: Object.fromEntries(own.map(name => [name, dictionaries[name]])) };
  };
  const simplified = table(simplifiedPairs);
  const isSimplified = name => name in simplified.dictionaries;
  return {
    simplified,
    traditional: table(traditionalPairs),
    regional: table(others, name => isSimplified(name) || name.startsWith('ST')),
  };
}

/** Where a character of Simplified text could stand for several: a choice that words make this rarely is none that is made by mistake. */
const rareChoice = 0.08;
const fewChoices = 15;

/** 于 is a surname as well as 於, and hardly any 于 of a text is one. */
const settled = new Set('于');

/** The characters by the first letters of all their readings: `{ cz: '长重…' }`. */
function initials(characters) {
  const found = {};
  for (const character of characters.match(/\p{Script=Han}/gu)) {
    const readings = pinyin(character, { multiple: true, pattern: 'first', toneType: 'none', type: 'array' });
    const letters = [...new Set(readings.map(letter => letter.normalize('NFD').charAt(0).toLowerCase()))].filter(letter => /[a-z]/.test(letter)).sort().join('');
    if (letters !== '') found[letters] = (found[letters] ?? '') + character;
  }
  return found;
}

/** What a Simplified character becomes by itself, then what else it becomes in the words of the dictionary: `发` gives `發髮`. */
function choices({ STCharacters, STPhrases }) {
  const byItself = new Map(pairs(STCharacters));
  const counts = new Map();
  for (const [from, to] of alignedPairs(STPhrases)) {
    const seen = counts.get(from) ?? counts.set(from, new Map()).get(from);
    seen.set(to, (seen.get(to) ?? 0) + 1);
  }
  const listed = [...counts].map(([from, seen]) => {
    const all = [...seen.values()].reduce((sum, count) => sum + count);
    const first = byItself.get(from) ?? from;
    const others = [...seen].filter(([to, count]) => to !== first && count >= fewChoices && count / all >= rareChoice);
    return [from, [first, ...others.sort((one, other) => other[1] - one[1]).map(([to]) => to)].join('')];
  });
  return Object.fromEntries(listed.filter(([from, characters]) => !settled.has(from) && [...characters].length > 1));
}

function pairs(dictionary) {
  return dictionary.split('|').map(entry => entry.split(' '));
}

/**
 * The characters that only one script writes: keys of a dictionary that none of its phrases and no regional variant leaves as they are
 * (后 stays in 皇后, so it tells nothing).
 */
function scriptSets(dictionaries) {
  const { STCharacters, STPhrases, TSCharacters, TSPhrases, TWVariants, HKVariants, JPShinjitaiCharacters } = dictionaries;
  const traditional = charactersOf([STCharacters, STPhrases, TWVariants, HKVariants].flatMap(valuesOf));
  const simplified = charactersOf([TSCharacters, TSPhrases].flatMap(valuesOf));
  const onlySimplified = keysOf(STCharacters).filter(key => !traditional.has(key));
  const onlyTraditional = keysOf(TSCharacters).filter(key => !simplified.has(key));
  const chinese = new Set([...traditional, ...simplified, ...onlySimplified, ...onlyTraditional]);
  return {
    simplified: onlySimplified.join(''),
    traditional: onlyTraditional.join(''),
    japanese: keysOf(JPShinjitaiCharacters).filter(key => !chinese.has(key)).join(''),
  };
}

function keysOf(dictionary) {
  return pairs(dictionary).map(([from]) => from);
}

function valuesOf(dictionary) {
  return pairs(dictionary).map(([, to]) => to);
}

function charactersOf(words) {
  return new Set(words.flatMap(word => [...word]));
}

/**
 * Characters that stand for one another when texts are compared, as pairs: to Simplified, regional variants joined, and joined too
 * what the way back from Traditional leaves standing (瞭 in 瞭解), and what only Japanese writes. Characters that Simplified text itself tells
 * apart (借 and 藉) stay apart.
 */
function foldPairs(dictionaries, counts) {
  const { TSCharacters, TWVariants, HKVariants, STCharacters, STPhrases, JPShinjitaiCharactersRev } = dictionaries;
  const fold = new Map(pairs(TSCharacters).filter(([from, to]) => from !== to));
  const count = character => counts.get(character) ?? 0;
  const join = (from, to) => {
    const settled = fold.get(to) ?? to;
    if (!fold.has(from) && count(from) <= count(settled) && settled !== from) fold.set(from, settled);
  };
  for (const [standard, regional] of [TWVariants, HKVariants].flatMap(pairs)) join(regional, standard);
  for (const [simplified, traditional] of [STCharacters, STPhrases].flatMap(characterPairs)) {
    if (count(traditional) < commonCount) join(traditional, simplified);
  }
  const japanese = pairs(JPShinjitaiCharactersRev).filter(([, modern]) => count(modern) <= strayCount);
  for (const [old, modern] of [...japanese.filter(([old]) => fold.has(old)), ...japanese]) join(modern, old);
  return [...fold].map(([from, to]) => [from, fold.get(to) ?? to]);
}

/** Words that come back to Simplified otherwise than their characters do (計畫, folded 计画, is 计划), as pairs of folded words. */
function foldedWords({ TSPhrases, STPhrases }, foldPairs) {
  const fold = folder(foldPairs);
  const words = [...pairs(TSPhrases), ...pairs(STPhrases).map(([from, to]) => [to, from])].map(([traditional, simplified]) => [fold(traditional), fold(simplified)]);
  return [...new Map(words.filter(([from, to]) => from !== to && from.length === to.length))];
}

/** Words of Taiwan and Hong Kong beside those of the mainland, as pairs of folded words. */
function regionalWords({ TWPhrases, TWPhrasesRev, HKPhrases, HKPhrasesRev }, foldPairs) {
  const fold = folder(foldPairs);
  const words = [...[TWPhrases, HKPhrases].flatMap(pairs), ...[TWPhrasesRev, HKPhrasesRev].flatMap(pairs).map(([regional, mainland]) => [mainland, regional])];
  return [...new Set(words.map(pair => pair.map(fold)).filter(([from, to]) => from !== to).map(pair => pair.join(' ')))].map(pair => pair.split(' '));
}

function folder(foldPairs) {
  const folds = new Map(foldPairs);
  return word => Array.from(word, character => folds.get(character) ?? character).join('').toLowerCase();
}

const joined = list => list.map(pair => pair.join(' ')).join('|');

/** Occurrences in two million characters of Simplified text from which a character counts as one of its own. */
const commonCount = 20;

/** Occurrences up to which a character of two million counts as astray in Simplified text. */
const strayCount = 2;

function characterCounts({ unigrams, unigramCounts }) {
  return new Map([...unigrams].map((character, index) => [character, unigramCounts[index]]));
}

/** The characters of a dictionary's entries beside the other ones that they become. */
function characterPairs(dictionary) {
  return alignedPairs(dictionary).filter(([from, to]) => from !== to);
}

/** The characters of a dictionary's entries beside those they become or stay, where an entry keeps its length. */
function alignedPairs(dictionary) {
  return pairs(dictionary).flatMap(([from, to]) => {
    const [before, after] = [[...from], [...to]];
    return before.length === after.length ? before.map((character, index) => [character, after[index]]) : [];
  });
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) await writeTables(argv[2] ?? join(root, 'dist', 'tables'));
