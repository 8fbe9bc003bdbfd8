import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Functions named for each phase. */
const NAMED = 5;

/**
 * What Seedbed did in the blocks of each phase, by a profile of the processor that was made meanwhile (not minified): rows
 * {phase, blocks, ms, ours, most, function, place, others} with the milliseconds of all its blocks, of those with Seedbed on the stack (in all, and at most in one block), of its innermost functions, and of whoever ran
 * otherwise: the editor, one of its own extensions, the collector of memory; (program) and (idle) are time that the system gave to other processes.
 */
export function findBlockers(file, extension, phases) {
  const samples = readSamples(JSON.parse(readFileSync(file, 'utf8')), placeFinder(extension));
  return phases.filter(({ over }) => over.length > 0).flatMap(({ phase, over }) => {
    const inside = samples.filter(({ time }) => over.some(({ at, ms }) => at <= time && time <= at + ms * 1000));
    const times = sumBy(inside, ({ own }) => own);
    const others = [...sumBy(inside, ({ own, other }) => (own === undefined ? other : undefined))].sort(([, a], [, b]) => b - a).slice(0, 3);
    const sum = [...times.values()].reduce((all, micros) => all + micros, 0);
    const most = Math.max(...over.map(({ at, ms }) => inside.filter(({ own, time }) => own !== undefined && at <= time && time <= at + ms * 1000).reduce((all, { micros }) => all + micros, 0)));
    const first = { phase, blocks: over.length, ms: Math.round(over.reduce((all, { ms }) => all + ms, 0)), ours: inMs(sum), most: inMs(most) };
    const named = [...times].sort(([, a], [, b]) => b - a).slice(0, NAMED).map(([own, micros]) => ({ function: `${own.split('\t')[0]} ${inMs(micros)}`, place: own.split('\t')[1] }));
    return [{ ...first, ...named[0], others: others.map(([other, micros]) => `${other} ${inMs(micros)}`).join(', ') }, ...named.slice(1)];
  });
}

/** Microseconds of the samples by a name; those without one are left out. */
function sumBy(samples, nameOf) {
  const times = new Map();
  for (const sample of samples) {
    const name = nameOf(sample);
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + sample.micros);
  }
  return times;
}

const inMs = micros => Math.round(micros / 1000);

/** The samples of a profile, each with its time and length in microseconds and the innermost function of Seedbed on its stack, if there is one. */
function readSamples({ nodes, samples, timeDeltas, startTime }, placeOf) {
  const parents = new Map(nodes.flatMap(node => (node.children ?? []).map(child => [child, node.id])));
  const places = new Map(nodes.map(node => [node.id, placeOf(node.callFrame)]));
  const own = new Map(), frames = new Map(nodes.map(node => [node.id, node.callFrame]));
  const ownOf = id => {
    let at = id;
    while (at !== undefined && places.get(at) === undefined) at = parents.get(at);
    return at === undefined ? undefined : places.get(at);
  };
  let time = startTime;
  return samples.map((id, index) => {
    if (!own.has(id)) own.set(id, ownOf(id));
    time += timeDeltas[index];
    // What a sample stands for reaches up to the next one.
    return { time, micros: timeDeltas[index + 1] ?? 0, own: own.get(id), other: ownerOf(frames.get(id)) };
  });
}

/** Whose code a function is: an extension of the editor by its folder, the editor and Node by their file, what is no code by its name. */
const ownerOf = ({ functionName, url }) => (url === '' ? functionName : /\/extensions\/([^/]+)\//.exec(url)?.[1] ?? url.slice(url.lastIndexOf('/') + 1));

/** Names a function of the extension with the source file that it was bundled from, by the comments that esbuild sets above each. */
function placeFinder(extension) {
  const bundle = join(extension, 'dist/extension.js');
  const sources = [];
  readFileSync(bundle, 'utf8').split('\n').forEach((line, at) => sources.push(/^\/\/ ((?:src|node_modules)\/\S+)$/.exec(line)?.[1] ?? sources[at - 1]));
  return ({ functionName, url, lineNumber }) => {
    if (!url.endsWith(bundle)) return undefined;
    return `${functionName || '(anonymous)'}\t${sources[lineNumber] ?? ''}, extension.js:${lineNumber + 1}`;
  };
}
