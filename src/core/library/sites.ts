import type { Analysis } from '../cues/analysis';
import { learnSite } from '../judge/learnSite';
import { groupBySite, hostOf, whatApplies, type SiteProfile } from '../judge/siteProfile';
import type { Shelved } from './shelved';

/** The pages of one site on the shelf, and what they teach of it. */
export interface Site {
  readonly pages: readonly Analysis[];
  /** Undefined where there is one page only, which teaches nothing of its site. */
  readonly profile: SiteProfile | undefined;
  /** Host of the site without `www.`, where one of its pages tells it. */
  readonly host: string | undefined;
}

/** What was learnt of the sites of a shelf so far; a site whose pages are the same is not learnt again. */
export class Sites {
  private learnt = new Map<Analysis, Site>();

  /**
   * Learns the sites of the whole shelf and gives the sources to be judged anew: those not read yet, and those of which other lines recur now.
   * Where `isOff` says so, what a site teaches is noted at the site and not used.
   */
  learn(sources: readonly Shelved[], isOff: (members: readonly Shelved[]) => boolean = () => false): readonly Shelved[] {
    const shelved = new Map(sources.map(source => [source.analysis, source]));
    const learnt: typeof this.learnt = new Map();
    const due: Shelved[] = [];
    for (const pages of groupBySite(sources.map(source => source.analysis))) {
      const [first] = pages;
      const known = first && this.learnt.get(first);
      const isKnown = known?.pages.length === pages.length && known.pages.every((page, at) => page === pages[at]);
      const site = isKnown ? known : siteOf(pages);
      if (first) learnt.set(first, site);
      const members = pages.map(page => shelved.get(page)).filter(source => source !== undefined);
      for (const source of members) source.site = site;
      const profile = isOff(members) ? undefined : site.profile;
      for (const source of members) {
        if ((!source.reading || !isKnown || source.profile !== profile) && teaches(source, profile)) due.push(source);
      }
    }
    this.learnt = learnt;
    return due;
  }
}

/** The host of the page's own address without `www.`, where the file tells it. */
export const siteHost = (page: Analysis): string | undefined => hostOf(page)?.replace(/^www\./, '');

/** Learns from the pages of one site. */
function siteOf(pages: readonly Analysis[]): Site {
  const host = pages.map(siteHost).find(each => each !== undefined);
  return { pages, host, profile: pages.length > 1 ? learnSite(pages) : undefined };
}

/** Notes a profile at a source; says whether the source reads differently with it. */
function teaches(source: Shelved, profile: SiteProfile | undefined): boolean {
  const applies = whatApplies(source.analysis, profile);
  source.profile = profile;
  if (source.reading && applies === source.applies) return false;
  source.applies = applies;
  return true;
}
