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
    simplified: { ...conversions(simplifiedConfigs, configs, dictionaries), fold: foldPairs(dictionaries) },
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

/** Characters that stand for one another when texts are compared, as `from to|…`: to Simplified, regional variants joined. */
function foldPairs({ TSCharacters, TWVariants, HKVariants }) {
  const fold = new Map(pairs(TSCharacters));
  const simplify = character => fold.get(character) ?? character;
  for (const [standard, regional] of [...pairs(TWVariants), ...pairs(HKVariants)]) {
    if (!fold.has(regional)) fold.set(regional, simplify(standard));
  }
  return [...fold]
    .map(([from]) => [from, settle(from, fold)])
    .filter(([from, to]) => from !== to)
    .map(pair => pair.join(' '))
    .join('|');
}

function settle(character, fold) {
  const seen = new Set();
  let current = character;
  while (fold.has(current) && !seen.has(current)) {
    seen.add(current);
    current = fold.get(current);
  }
  return current;
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) await writeTables(argv[2] ?? join(root, 'dist', 'tables'));
