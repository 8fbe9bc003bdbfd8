import type { SourceId } from '../document';
import { findTopics, type Topics } from '../topic/findTopics';
import { patchTopics } from '../topic/patchTopics';
import type { Terms } from '../topic/terms';
import type { BackgroundFrequency } from '../topic/vectors';
import type { Shelved } from './shelved';

/** Sources up to which topics are found anew with every change: some hundred milliseconds. */
const FEW = 300;
/** The part of a larger shelf that changes before its topics are found anew; until then what came is put under those there are. */
const PATIENCE = 1 / 50;

/** The topics of a shelf, and what they were found in. */
export class ShelfTopics {
  private topics: Topics = { topics: [], bySource: new Map() };
  private counted = new Map<SourceId, Terms>();
  /** Sources that changed since topics were found from the ground up. */
  private drift = 0;

  get found(): Topics { return this.topics; }

  /** Brings the topics in step with the counted sources. In steps, between which it gives up once it `isUnwanted`; says whether it came to its end. */
  *update(sources: readonly Shelved[], background: BackgroundFrequency, isUnwanted: () => boolean): Generator<undefined, boolean> {
    const read = sources.flatMap(({ id, path, reading, terms }) => (reading && terms ? [{ id, path, terms }] : []));
    const changed = read.filter(({ id, terms }) => this.counted.get(id) !== terms);
    const now = new Map(read.map(({ id, terms }) => [id, terms]));
    const gone = [...this.counted.keys()].filter(id => !now.has(id));
    yield;
    const drift = this.drift + changed.length + gone.length;
    if (changed.length + gone.length === 0) return true;
    if (read.length > FEW && drift < read.length * PATIENCE) {
      this.topics = patchTopics(this.topics, changed, gone);
      this.drift = drift;
    } else {
      const work = findTopics(read.sort((a, b) => (a.path < b.path ? -1 : 1)), background);
      let step = work.next();
      for (; !step.done; step = work.next()) { if (isUnwanted()) return false; yield; }
      this.topics = step.value;
      this.drift = 0;
    }
    this.counted = now;
    return true;
  }
}
