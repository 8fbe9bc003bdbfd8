import { readFileSync } from 'node:fs';

/** Functions named for each block. */
const NAMED = 6;

/**
 * What ran in each block of a phase, by profiles of the processor that were made meanwhile: rows {phase, block, ms, function, place}, the milliseconds
 * those in which the function or what it called ran, without the frames that stand on every stack.
 */
export function findBlockers(files, phases) {
  const profiles = files.map(file => JSON.parse(readFileSync(file, 'utf8')));
  return phases.flatMap(({ phase, over }) => over.flatMap(({ at, ms }) => profiles.flatMap(profile => nameFrames(profile, at, at + ms * 1000).map(({ name, place, micros }) => (
    { phase, block: Math.round(ms), ms: Math.round(micros / 1000), function: name, place }
  )))));
}

/** The functions on the stacks of a span of time (microseconds), those that ran longest first. */
function nameFrames({ nodes, samples, timeDeltas, startTime }, start, end) {
  const byId = new Map(nodes.map(node => [node.id, node])), parents = new Map(nodes.flatMap(node => (node.children ?? []).map(child => [child, node.id])));
  const times = new Map();
  let time = startTime;
  samples.forEach((id, index) => {
    const delta = timeDeltas[index];
    time += delta;
    if (time < start || time > end) return;
    const seen = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const { functionName, url, lineNumber } = byId.get(at).callFrame;
      seen.add(`${functionName || '(anonymous)'}\t${url.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')}:${lineNumber + 1}`);
    }
    for (const frame of seen) times.set(frame, (times.get(frame) ?? 0) + delta);
  });
  const isBuiltIn = frame => /^\((?:root|program|idle)\)/.test(frame);
  return [...times].filter(([frame]) => !isBuiltIn(frame)).sort(([, a], [, b]) => b - a).slice(0, NAMED).map(([frame, micros]) => {
    const [name, place] = frame.split('\t');
    return { name, place, micros };
  });
}
