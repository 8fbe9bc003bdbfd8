/** Makes the tables of `dist/tables` from the counted facts in `src/core/data` and the dictionaries of opencc-js. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { regionWords } from './regionWords.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const facts = join(root, 'src', 'core', 'data');

/** The conversions Seedbed offers: those into Simplified are asked for at once, the others only by a reader's choice. */
const simplifiedConfigs = ['t2s'];
const traditionalConfigs = ['s2t', 's2tw', 's2hk', 't2tw', 't2hk'];

/** Writes the tables as JSON files into `outDir`, which is made where it is missing. */
export async function writeTables(outDir) {
  const dictionaries = await readDictionaries();
  const { configs } = await importFrom('preset', 'full.js');
  const characters = await readFacts('characterCounts.json');
  const fold = foldPairs(dictionaries, characterCounts(characters));
  const tables = {
    characters,
    documentFrequency: foldWords(await readFacts('documentFrequency.json'), fold),
    hongKong: await readFacts('hongKong.json'),
    regionWords: regionWords(dictionaries, await readFacts('regionWords.json')),
    scriptSets: scriptSets(dictionaries),
    simplified: { ...conversions(simplifiedConfigs, configs, dictionaries), fold: fold.map(pair => pair.join(' ')).join('|') },
    traditional: conversions(traditionalConfigs, configs, dictionaries),
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

/** The chains of `names` with dictionaries by name, and the dictionaries they use. */
function conversions(names, configs, dictionaries) {
  const nameOf = new Map(Object.entries(dictionaries).map(([name, text]) => [text, name]));
  const named = group => group.map(text => nameOf.get(text));
  const chains = Object.fromEntries(names.map(name => {
    const { normalizationChain = [], segmentation, conversionChain } = configs[name];
    return [name, {
      normalization: normalizationChain.map(named),
      ...(segmentation && { segmentation: named(segmentation) }),
      conversion: conversionChain.map(named),
    }];
  }));
  const used = new Set(Object.values(chains).flatMap(chain =>
    [...chain.normalization, chain.segmentation ?? [], ...chain.conversion].flat()));
  return { chains, dictionaries: Object.fromEntries([...used].map(name => [name, dictionaries[name]])) };
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
 * what the way back from Traditional leaves standing (瞭 in 瞭解). Characters that Simplified text itself tells apart (借 and 藉) stay apart.
 */
function foldPairs(dictionaries, counts) {
  const { TSCharacters, TWVariants, HKVariants, STCharacters, STPhrases } = dictionaries;
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
  return [...fold].map(([from, to]) => [from, fold.get(to) ?? to]);
}

/** Occurrences in two million characters of Simplified text from which a character counts as one of its own. */
const commonCount = 20;

function characterCounts({ unigrams, unigramCounts }) {
  return new Map([...unigrams].map((character, index) => [character, unigramCounts[index]]));
}

/** The characters of a dictionary's entries beside those they become, where an entry keeps its length. */
function characterPairs(dictionary) {
  return pairs(dictionary).flatMap(([from, to]) => {
    const [before, after] = [[...from], [...to]];
    return before.length === after.length ? before.map((character, index) => [character, after[index]]) : [];
  }).filter(([from, to]) => from !== to);
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) await writeTables(argv[2] ?? join(root, 'dist', 'tables'));
