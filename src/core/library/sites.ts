import { groupBySite, learnSite, type SiteProfile } from '../judge/siteProfile';
import type { Shelved } from './shelved';

/** Learns every site of the shelf and gives the sources to be judged anew: those not read yet, and those whose site now teaches something else. */
export function learnSites(sources: readonly Shelved[]): readonly Shelved[] {
  const shelved = new Map(sources.map(source => [source.analysis, source]));
  const due: Shelved[] = [];
  for (const analyses of groupBySite(sources.map(source => source.analysis))) {
    const members = analyses.map(analysis => shelved.get(analysis)).filter(source => source !== undefined);
    const profile = analyses.length > 1 ? learnSite(analyses) : undefined;
    const now = fingerprint(profile);
    for (const source of members) {
      if (source.reading && fingerprint(source.profile) === now) continue;
      source.profile = profile;
      due.push(source);
    }
  }
  return due;
}

const fingerprints = new WeakMap<SiteProfile, string>();

/** Equal for profiles that teach the same. */
function fingerprint(profile: SiteProfile | undefined): string {
  if (!profile) return '';
  const known = fingerprints.get(profile);
  if (known !== undefined) return known;
  const made = JSON.stringify(profile, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value));
  fingerprints.set(profile, made);
  return made;
}
