import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { root } from '../run.mjs';
import { buildCore, loadCore, readTable } from './loadCore.mjs';
import { median } from './median.mjs';
import { readBodies } from './readBodies.mjs';

/** Each conversion that is offered, with the name that opencc-js has for the same; `jp` is asked of Traditional text there. */
const TARGETS = { hans: ['Hant', 't', 'cn'], hant: ['Hans', 'cn', 't'], tw: ['Hans', 'cn', 'tw'], twp: ['Hans', 'cn', 'twp'], hk: ['Hans', 'cn', 'hk'], hkp: ['Hans', 'cn', 'hkp'], jp: ['Hant', 't', 'jp'] };

/** About as much text as this is read in each round, in UTF-16 units. */
const LENGTH = 1e6;

/** Measures what is done with the script of a text, as multiples of plain conversion by opencc-js of the same text, and what it loads. */
export async function* benchScript(corpus, { rounds }) {
  await buildCore('scriptCore');
  const core = loadCore('scriptCore');
  const saved = repeat(corpus === undefined ? readSeeds() : readBodies(corpus).map(({ lines }) => lines.join('\n')));
  const plain = Converter({ from: 't', to: 'cn' });
  const texts = { Hans: saved.map(plain), Hant: saved.map(text => Converter({ from: 'cn', to: 't' })(plain(text))) };
  yield workTable(texts, rounds, core, plain);
  yield conversionTable(texts, rounds, core);
  yield pairTable(texts, core);
  yield firstTable(texts, core);
  yield readTableCounts(texts, core);
}

function readSeeds() {
  return readdirSync(join(root, 'seeds')).sort().map(name => readFileSync(join(root, 'seeds', name), 'utf8'));
}

function repeat(texts) {
  const all = [];
  for (let length = 0, at = 0; length < LENGTH; at += 1) {
    const text = texts[at % texts.length];
    all.push(text);
    length += text.length + 1;
  }
  return all;
}

/** The median of what each piece of work takes, in milliseconds, all of them in each round one after the other and back. */
function measure(works, texts, rounds) {
  const names = Object.keys(works), times = names.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const start = performance.now();
      for (const text of texts) works[name](text);
      if (round > 0) times[names.indexOf(name)].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name, at) => [name, median(times[at])]));
}

const times = factor => `${factor.toFixed(2)}×`;
const speed = (texts, milliseconds) => `${(texts.reduce((sum, text) => sum + text.length, 0) / milliseconds / 1000).toFixed(1)}`;

/** Everything that is done with a text before it is shown, against one conversion from Traditional to Simplified. */
function workTable(texts, rounds, core, plain) {
  const { tables } = core;
  const works = {
    'opencc-js, t to cn': plain,
    'fold': text => core.fold(core.mapped(text), tables),
    'repair': text => core.findRepairs(text, tables),
    'fold and repair': text => [core.fold(core.mapped(text), tables), core.findRepairs(text, tables)],
    'widen punctuation': text => core.widenPunctuation(text),
    'detect the script': text => core.detectScript(text, tables),
  };
  const hans = measure(works, texts.Hans, rounds), hant = measure(works, texts.Hant, rounds), base = 'opencc-js, t to cn';
  return {
    title: 'Time for what is done with every text, against one conversion by opencc-js of the same text',
    note: `${texts.Hans.length} texts, ${texts.Hans.join('').length} characters, median of ${rounds} rounds in which all take turns; in parentheses a million characters a second`,
    columns: ['work', 'Simplified text', 'Traditional text'],
    rows: Object.keys(works).map(work => ({ work, 'Simplified text': `${times(hans[work] / hans[base])} (${speed(texts.Hans, hans[work])})`, 'Traditional text': `${times(hant[work] / hant[base])} (${speed(texts.Hant, hant[work])})` })),
  };
}

/** Each conversion with its map, against opencc-js, which keeps none. */
function conversionTable(texts, rounds, core) {
  const rows = Object.entries(TARGETS).map(([target, [from, one, other]]) => {
    if (core.conversionFor({ script: from }, target) !== 'convert') return { conversion: `${from} to ${target}`, Seedbed: 'none' };
    const peer = Converter({ from: one, to: other });
    const ours = text => core.convert(core.mapped(text), { script: from }, target, core.tables);
    const { Seedbed, plain } = measure({ Seedbed: ours, plain: peer }, texts[from], rounds);
    const equal = texts[from].filter(text => ours(text).text === peer(text)).length;
    return { conversion: `${from} to ${target}`, 'opencc-js': speed(texts[from], plain), Seedbed: speed(texts[from], Seedbed), takes: times(Seedbed / plain), equal: `${equal}/${texts[from].length}` };
  });
  return { title: 'Conversion that keeps its map, against opencc-js, which keeps none', note: 'a million characters a second; texts that come out equal', columns: ['conversion', 'opencc-js', 'Seedbed', 'takes', 'equal'], rows };
}

/** Whatever opencc-js converts, from and to, over all texts in both scripts. */
function pairTable(texts, core) {
  const rows = core.comparePairs([...texts.Hans, ...texts.Hant], core.tables).map(({ from, to, length, different }) => ({ pair: `${from} to ${to}`, characters: length, different }));
  return { title: 'Every pair of opencc-js, texts that come out otherwise', note: `${texts.Hans.length} Simplified and ${texts.Hant.length} Traditional texts`, columns: ['pair', 'characters', 'different'], rows };
}

/** The first conversion with tables that nobody has read, and the next one, of the same text. */
function firstTable(texts, core) {
  const rows = Object.entries(TARGETS).flatMap(([target, [from]]) => {
    if (core.conversionFor({ script: from }, target) !== 'convert') return [];
    const runs = Array.from({ length: 5 }, () => {
      const tables = core.lazyTables(readTable);
      const [first, later] = [0, 0].map(() => timeOf(() => core.convert(core.mapped(texts[from][0]), { script: from }, target, tables)));
      return { first, later };
    });
    return [{ conversion: `${from} to ${target}`, first: `${median(runs.map(run => run.first)).toFixed(1)} ms`, later: `${median(runs.map(run => run.later)).toFixed(2)} ms` }];
  });
  return { title: 'The first conversion, which reads its tables, and the next', note: `a text of ${texts.Hans[0].length} characters`, columns: ['conversion', 'first', 'later'], rows };
}

function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** How often each table is read when one thing after the other is asked for, twice each. */
function readTableCounts(texts, core) {
  const works = {
    'nothing': () => undefined,
    'repair of clean text': (text, tables) => core.findRepairs(text, tables),
    'widen punctuation': text => core.widenPunctuation(text),
    'detect the script': (text, tables) => core.detectScript(text, tables),
    'fold': (text, tables) => core.fold(core.mapped(text), tables),
    ...Object.fromEntries(Object.entries(TARGETS).map(([target, [from]]) => [`${from} to ${target}`, (text, tables) => core.conversionFor({ script: from }, target) === 'convert' && core.convert(core.mapped(text), { script: from }, target, tables)])),
  };
  const countReads = all => {
    const reads = new Map();
    const tables = core.lazyTables(name => (reads.set(name, (reads.get(name) ?? 0) + 1), readTable(name)));
    for (const work of all) for (const text of [texts.Hans[0], texts.Hant[0], texts.Hans[1]]) work(text, tables);
    return [...reads].map(([name, count]) => (count === 1 ? name : `${name} ${count} times`)).join(', ') || 'none';
  };
  const rows = Object.entries(works).map(([work, run]) => ({ work, tables: countReads([run]) }));
  return { title: 'Tables read for one thing alone, three texts each', columns: ['work', 'tables'], rows: [...rows, { work: 'all of them', tables: countReads(Object.values(works)) }] };
}
