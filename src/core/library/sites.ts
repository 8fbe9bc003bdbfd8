import type { Analysis } from '../cues/analysis';
import { learnSite } from '../judge/learnSite';
import { hostOf, isOften, whatApplies, type SiteProfile } from '../judge/siteProfile';
import type { Shelved } from './shelved';
import { SiteGroups, type SiteGroup } from './siteGroups';

/** The pages of one site on the shelf, and what they teach of it. */
export interface Site {
  readonly pages: readonly Analysis[];
  /** Undefined where there is one page only, which teaches nothing of its site. */
  readonly profile: SiteProfile | undefined;
  /** Host of the site without `www.`, where one of its pages tells it. */
  readonly host: string | undefined;
}

/** Pages that a site is learnt from, the first of them: what recurs on a third of a large site does so on a third of these. */
const LEARNT = 100;
/** While more files come, a site is learnt again once it has this many times the pages it had. */
const GROWTH = 2;
/** The part of a site that changes before it is learnt anew; what one page in fifty does hardly tells of a third of them. */
const PATIENCE = 1 / 50;
/** Sources looked at between two steps: a few milliseconds. */
const STEP = 20;

/** What was learnt of the sites of a shelf so far; a site whose pages are the same is not learnt again. */
export class Sites {
  private readonly groups = new SiteGroups();
  private readonly learnt = new WeakMap<SiteGroup, Site>();

  /**
   * Learns the sites of the whole shelf and gives the sources to be judged anew: those not read yet, and those of which other lines recur now.
   * Where `isOff` says so, what a site teaches is noted at the site and not used. With `more` to come, a site that grew little waits. In steps.
   */
  *learn(sources: readonly Shelved[], isOff: (members: readonly Shelved[]) => boolean = () => false, more = false): Generator<undefined, readonly Shelved[]> {
    yield* this.groups.follow(sources);
    const due: Shelved[] = [];
    for (const group of this.groups) {
      const before = this.learnt.get(group);
      const site = before && isFresh(group, before, more) ? before : yield* siteOf(group, before);
      if (site !== before) { this.learnt.set(group, site); group.moved = 0; }
      const isTaught = !isAlike(before?.profile, site.profile);
      due.push(...yield* teachAll(group.members, site, isOff(group.members) ? undefined : site.profile, isTaught));
    }
    return due;
  }
}

const isFresh = ({ moved, members }: SiteGroup, { pages }: Site, more: boolean): boolean => moved === 0 || (more && members.length < GROWTH * pages.length);

/** The host of the page's own address without `www.`, where the file tells it. */
export const siteHost = (page: Analysis): string | undefined => hostOf(page)?.replace(/^www\./, '');

/** Lists the pages of one site and learns from them, unless little changed since it was learnt or those it is learnt from are the same. */
function* siteOf(group: SiteGroup, before: Site | undefined): Generator<undefined, Site> {
  const pages = group.members.map(source => source.analysis), sample = pages.slice(0, LEARNT);
  const host = pages.map(siteHost).find(each => each !== undefined);
  const known = before?.pages.slice(0, LEARNT);
  if (before?.profile && group.drift < pages.length * PATIENCE) return { pages, host, profile: before.profile };
  group.drift = 0;
  if (before && known?.length === sample.length && sample.every((page, at) => page === known[at])) return { pages, host, profile: before.profile };
  if (pages.length === 1) return { pages, host, profile: undefined };
  // Pages are unpacked in steps first, so that learning from them is one short step.
  for (const page of sample) if (page.lines.length > 0) yield;
  return { pages, host, profile: learnSite(sample) };
}

/** Tells the sources of a site what it teaches; gives those that read differently with it. Those read before are asked only when it teaches something else. */
function* teachAll(members: readonly Shelved[], site: Site, profile: SiteProfile | undefined, isTaught: boolean): Generator<undefined, readonly Shelved[]> {
  const due: Shelved[] = [];
  for (const source of members) {
    source.site = site;
    if (source.reading && source.profile === profile) continue;
    const isTold = source.reading !== undefined && !isTaught && source.profile !== undefined && profile !== undefined;
    if (isTold) source.profile = profile;
    else if (teaches(source, profile)) { due.push(source); if (due.length % STEP === 0) yield; }
  }
  return due;
}

/** Whether two profiles teach every page the same. */
function isAlike(a: SiteProfile | undefined, b: SiteProfile | undefined): boolean {
  if (a === b) return true;
  const [one, other] = [appliedKeys(a), appliedKeys(b)];
  return one.size === other.size && [...other].every(key => one.has(key));
}

/** The keys of lines and boxes that stand on enough pages to tell something of another one. */
function appliedKeys(profile: SiteProfile | undefined): ReadonlySet<string> {
  if (!profile || profile.pages < 2) return new Set();
  return new Set((['lines', 'containers'] as const).flatMap(what => [...profile[what]].filter(([, count]) => isOften(what, count, profile)).map(([key]) => `${what} ${key}`)));
}

/** Notes a profile at a source; says whether the source reads differently with it. */
function teaches(source: Shelved, profile: SiteProfile | undefined): boolean {
  const applies = whatApplies(source.analysis, profile);
  source.profile = profile;
  if (source.reading && applies === source.applies) return false;
  source.applies = applies;
  return true;
}
