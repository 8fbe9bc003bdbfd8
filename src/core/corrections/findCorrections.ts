import { type Corrections, type SiteCorrections, type SourceCorrections, type SourceMark } from './corrections';
import { lineForm } from './wordKeys';

/** What is known of a site before it is looked up: its host, else the name its pages give it, and the forms of their lines. */
export interface SiteTraits {
  readonly host: string | undefined;
  readonly name: string | undefined;
  /** Asked only where a site without an address was corrected. */
  readonly forms: () => ReadonlySet<string>;
}

/** Corrections of one site with the key they stand under. */
export interface FoundSite { readonly key: string; readonly corrections: SiteCorrections }

/** How many of the lines kept of a site must stand on its pages, and at the least. */
const SHARE = 0.6;
const LEAST = 3;

/** Corrections made ready for looking up. */
export class CorrectionIndex {
  private readonly byHash = new Map<string, SourceCorrections>();
  private readonly unaddressed: readonly (FoundSite & { readonly forms: readonly string[] })[];

  constructor(private readonly corrections: Corrections) {
    for (const entry of corrections.sources.values()) if (entry.hash !== '') this.byHash.set(entry.hash, entry);
    this.unaddressed = [...corrections.sites].flatMap(([key, found]) => (found.lines.length > 0 ? [{ key, corrections: found, forms: found.lines.map(lineForm) }] : []));
  }

  get hasSources(): boolean { return this.corrections.sources.size > 0; }

  get hasSites(): boolean { return this.corrections.sites.size > 0; }

  /**
   * What was put right in a source: by path and bytes, by bytes where the file was renamed, by path where it was saved anew.
   * `isOnShelf` tells whether a source has certain bytes: then an entry of theirs is not another's.
   */
  ofSource({ path, hash }: SourceMark, isOnShelf: (hash: string) => boolean): SourceCorrections | undefined {
    const atPath = this.corrections.sources.get(path);
    if (atPath && (atPath.hash === hash || atPath.hash === '')) return atPath;
    return this.byHash.get(hash) ?? (atPath && !isOnShelf(atPath.hash) ? atPath : undefined);
  }

  /** What was put right for a site; a site without an address may be known both by its name and by its lines. */
  ofSite({ host, name, forms }: SiteTraits): readonly FoundSite[] {
    const key = host ?? name;
    const named = key === undefined ? undefined : this.corrections.sites.get(key);
    const found: FoundSite[] = key !== undefined && named ? [{ key, corrections: named }] : [];
    if (host !== undefined || this.unaddressed.length === 0) return found;
    const own = forms();
    const known = this.unaddressed.filter(site => site.key !== key && resembles(site.forms, own));
    return [...found, ...known];
  }
}

function resembles(lines: readonly string[], forms: ReadonlySet<string>): boolean {
  const hits = lines.filter(line => forms.has(line)).length;
  return hits >= LEAST && hits >= SHARE * lines.length;
}
