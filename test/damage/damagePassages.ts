import { randomSource } from '../unit/random';
import type { Damaged } from './damaged';
import type { Operator } from './operators';
import { shuffled } from './passages';
import type { Passages } from './passages';

/** How often a passage is tried that has nothing for an operator to damage. */
const triesEach = 3;

/** `count` passages damaged by `operator`, or as many as suit it; the same for the same seed. */
export function damagePassages({ short, long }: Passages, operator: Operator, seed: number, count: number): readonly Damaged[] {
  const random = randomSource(seed);
  const pool = shuffled(operator.needsDocument ? long : short, random);
  const damaged: Damaged[] = [];
  for (let turn = 0; turn < pool.length * triesEach && damaged.length < count; turn += 1) {
    const made = operator.damage(pool[turn % pool.length] ?? '', random);
    if (made && made.places.length > 0) damaged.push(made);
  }
  return damaged;
}
