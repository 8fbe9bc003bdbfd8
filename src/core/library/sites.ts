import type { Analysis } from '../cues/analysis';
import { groupBySite, learnSite, recurs, type SiteProfile } from '../judge/siteProfile';
import type { Shelved } from './shelved';

/** What was learnt of the sites of a shelf so far; a site whose pages are the same is not learnt again. */
export class Sites {
  private learnt = new Map<Analysis, { readonly pages: readonly Analysis[]; readonly profile: SiteProfile | undefined }>();

  /** Learns the sites of the whole shelf and gives the sources to be judged anew: those not read yet, and those of which other lines recur now. */
  learn(sources: readonly Shelved[]): readonly Shelved[] {
    const shelved = new Map(sources.map(source => [source.analysis, source]));
    const learnt: typeof this.learnt = new Map();
    const due: Shelved[] = [];
    for (const pages of groupBySite(sources.map(source => source.analysis))) {
      const [first] = pages;
      const known = first && this.learnt.get(first);
      const isKnown = known?.pages.length === pages.length && known.pages.every((page, at) => page === pages[at]);
      const profile = isKnown ? known.profile : pages.length > 1 ? learnSite(pages) : undefined;
      if (first) learnt.set(first, { pages, profile });
      for (const page of pages) {
        const source = shelved.get(page);
        if (source && (!source.reading || !isKnown) && teaches(source, profile)) due.push(source);
      }
    }
    this.learnt = learnt;
    return due;
  }
}

/** Notes a profile at a source; says whether the source reads differently with it. A judgement asks a profile which lines recur, and nothing else. */
function teaches(source: Shelved, profile: SiteProfile | undefined): boolean {
  const recurring = profile ? source.analysis.lines.map(line => (recurs(line, profile) ? 1 : 0)).join('') : '';
  source.profile = profile;
  if (source.reading && recurring.replace(/0+$/, '') === source.recurring) return false;
  source.recurring = recurring.replace(/0+$/, '');
  return true;
}
