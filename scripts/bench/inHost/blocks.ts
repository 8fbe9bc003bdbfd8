import type { PhaseBlocks } from './plan';

const TICK = 5;

/** A block as a writer feels it; the issue's own bound. */
const LONG = 50;

/** Watches how long the extension host does nothing else, phase by phase. */
export interface BlockWatch { enter(phase: string): void; end(): readonly PhaseBlocks[] }

/** Watches by a timer of five milliseconds: what a tick is late by is a block. */
export function watchBlocks(first: string): BlockWatch {
  const phases: { phase: string; longest: number; over: { at: number; ms: number }[] }[] = [];
  let last = clock();
  const tick = (): void => {
    const now = clock(), ms = (now - last) / 1000 - TICK, phase = phases.at(-1);
    if (phase) {
      phase.longest = Math.max(phase.longest, ms);
      if (ms > LONG) phase.over.push({ at: last, ms });
    }
    last = now;
  };
  const enter = (phase: string): void => { tick(); phases.push({ phase, longest: 0, over: [] }); };
  enter(first);
  const timer = setInterval(tick, TICK);
  return { enter, end: () => { tick(); clearInterval(timer); return phases; } };
}

/** Microseconds of the clock that profiles go by. */
const clock = (): number => Number(process.hrtime.bigint() / 1000n);
