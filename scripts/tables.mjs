/** Makes the tables of `dist/tables` from the counted facts in `src/core/data` and the dictionaries of opencc-js. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const facts = join(root, 'src', 'core', 'data');

/** The conversions Seedbed offers: those into Simplified are asked for at once, the others only by a reader's choice. */
const simplifiedConfigs = ['t2s'];
const traditionalConfigs = ['s2t', 's2tw', 's2hk', 't2tw', 't2hk'];

/** Writes the five tables as JSON files into `outDir`, which is made where it is missing. */
export async function writeTables(outDir) {
  const dictionaries = await readDictionaries();
  const { configs } = await importFrom('preset', 'full.js');
  const tables = {
    scriptSets: scriptSets(dictionaries),
    simplified: { ...conversions(simplifiedConfigs, configs, dictionaries), fold: foldPairs(dictionaries, await characterCounts()) },
    traditional: conversions(traditionalConfigs, configs, dictionaries),
  };
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    copyFacts('characterCounts.json', join(outDir, 'characters.json')),
    copyFacts('documentFrequency.json', join(outDir, 'documentFrequency.json')),
    ...Object.entries(tables).map(([name, table]) => writeFile(join(outDir, `${name}.json`), JSON.stringify(table))),
  ]);
}

async function copyFacts(from, to) {
  await writeFile(to, await readFile(join(facts, from)));
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
 * Characters that stand for one another when texts are compared, as `from to|…`: to Simplified, regional variants joined, and joined too
 * what the way back from Traditional leaves standing (瞭 in 瞭解). Characters that Simplified text itself tells apart (借 and 藉) stay apart.
 */
function foldPairs(dictionaries, counts) {
  const { TSCharacters, TWVariants, HKVariants, STCharacters, STPhrases } = dictionaries;
  const fold = new Map(pairs(TSCharacters).filter(([from, to]) => from !== to));
  const join = (from, to) => {
    const settled = fold.get(to) ?? to;
    if (!fold.has(from) && settled !== from) fold.set(from, settled);
  };
  for (const [standard, regional] of [TWVariants, HKVariants].flatMap(pairs)) join(regional, standard);
  for (const [simplified, traditional] of [STCharacters, STPhrases].flatMap(characterPairs)) {
    if ((counts.get(traditional) ?? 0) < commonCount) join(traditional, simplified);
  }
  return [...fold].map(([from, to]) => [from, fold.get(to) ?? to].join(' ')).join('|');
}

/** Occurrences in two million characters of Simplified text from which a character counts as one of its own. */
const commonCount = 20;

async function characterCounts() {
  const { unigrams, unigramCounts } = JSON.parse(await readFile(join(facts, 'characterCounts.json'), 'utf8'));
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
