import type { Analysis } from '../cues/analysis';
import { frameKeys, hostOf, nearest, type Framed } from '../judge/siteProfile';
import type { SourceId } from '../document';
import type { Shelved } from './shelved';

/** Sources looked at between two steps: a few milliseconds. */
const STEP = 20;

/** The sources of one site, as they came. */
export interface SiteGroup extends Framed {
  readonly members: Shelved[];
  readonly counts: Map<string, number>;
  /** How many pages came, changed or went since its pages were listed, and since it was learnt. */
  moved: number;
  drift: number;
}

/** Where a source stands, and by which lines. */
interface Place { readonly analysis: Analysis; readonly keys: ReadonlySet<string>; readonly group: SiteGroup }

/** The sources of a shelf site by site, as `groupBySite` puts them together; a change looks at the pages that changed only. */
export class SiteGroups implements Iterable<SiteGroup> {
  private readonly places = new Map<SourceId, Place>();
  private readonly groups = new Set<SiteGroup>();
  private readonly byLine = new Map<string, Set<SiteGroup>>();
  private readonly byHost = new Map<string, SiteGroup>();

  [Symbol.iterator](): Iterator<SiteGroup> { return this.groups.values(); }

  /** Brings the groups in step with a shelf. In steps. */
  *follow(sources: readonly Shelved[]): Generator<undefined, void> {
    const ids = new Set(sources.map(source => source.id));
    for (const [id, place] of this.places) if (!ids.has(id)) this.remove(id, place);
    yield;
    let moved = 0;
    for (const source of sources) {
      if (this.places.get(source.id)?.analysis === source.analysis) continue;
      this.place(source);
      if (++moved % STEP === 0) yield;
    }
  }

  /** A page that changed and stays with its site keeps its place there, as the site is learnt from its first pages. */
  private place(source: Shelved): void {
    const { id, analysis } = source;
    const before = this.places.get(id);
    if (before) this.takeLines(before);
    const keys = frameKeys(analysis), host = hostOf(analysis);
    const group = (host === undefined ? nearest(keys, this.byLine) : this.byHost.get(host)) ?? this.newGroup();
    const at = group === before?.group ? group.members.findIndex(each => each.id === id) : group.members.length;
    if (before && before.group !== group) this.leave(before.group, id);
    group.members[at] = source;
    group.moved++;
    group.drift++;
    if (host !== undefined) this.byHost.set(host, group);
    this.addLines({ keys, group });
    this.places.set(id, { analysis, keys, group });
  }

  private newGroup(): SiteGroup {
    const group: SiteGroup = { members: [], counts: new Map(), moved: 0, drift: 0 };
    this.groups.add(group);
    return group;
  }

  private remove(id: SourceId, place: Place): void {
    this.takeLines(place);
    this.places.delete(id);
    this.leave(place.group, id);
  }

  private leave(group: SiteGroup, id: SourceId): void {
    group.members.splice(group.members.findIndex(each => each.id === id), 1);
    group.moved++;
    group.drift++;
    if (group.members.length > 0) return;
    this.groups.delete(group);
    for (const [host, other] of this.byHost) if (other === group) this.byHost.delete(host);
  }

  private addLines({ keys, group }: Pick<Place, 'keys' | 'group'>): void {
    for (const key of keys) {
      group.counts.set(key, (group.counts.get(key) ?? 0) + 1);
      const groups = this.byLine.get(key);
      if (groups) groups.add(group); else this.byLine.set(key, new Set([group]));
    }
  }

  private takeLines({ keys, group }: Place): void {
    for (const key of keys) {
      const left = (group.counts.get(key) ?? 0) - 1;
      if (left > 0) { group.counts.set(key, left); continue; }
      group.counts.delete(key);
      const groups = this.byLine.get(key);
      groups?.delete(group);
      if (groups?.size === 0) this.byLine.delete(key);
    }
  }
}
