import { correctBlocks, correctDetails } from '../corrections/applyCorrections';
import { NO_CORRECTIONS, type Corrections, type SourceCorrections } from '../corrections/corrections';
import { CorrectionIndex, type FoundSite } from '../corrections/findCorrections';
import type { SourceDocument } from '../document';
import { siteForms } from './siteLines';
import { siteHost } from './sites';
import type { Shelved } from './shelved';

/** What the writer put right that concerns one source. */
export interface Overlay { readonly source: SourceCorrections | undefined; readonly sites: readonly FoundSite[] }

/** What the writer put right, looked up for the sources of a shelf. */
export class Overlays {
  private index = new CorrectionIndex(NO_CORRECTIONS);
  private hashes: ReadonlySet<string> = new Set();

  take(corrections: Corrections): void { this.index = new CorrectionIndex(corrections); }

  /** Takes note of what stands on the shelf, so that corrections of a renamed file are not taken for those of another one. */
  prepare(sources: readonly Shelved[]): void {
    if (this.index.hasSources) this.hashes = new Set(sources.map(source => source.hash));
  }

  /** What concerns a source; `siteName` is the site that its page names. */
  of(source: Shelved, siteName: string | undefined): Overlay {
    return {
      source: this.index.hasSources ? this.index.ofSource(source, hash => this.hashes.has(hash)) : undefined,
      sites: this.index.hasSites ? this.index.ofSite({ host: source.site?.host ?? siteHost(source.analysis), name: siteName, forms: () => siteForms(source) }) : [],
    };
  }

  /** A source as the writer wants it read, and with what; `told` is how it was judged without the writer. */
  apply(source: Shelved, told: SourceDocument): { readonly document: SourceDocument; readonly overlay: Overlay } {
    const own = this.of(source, undefined).source;
    const document = own ? { ...told, metadata: correctDetails(told.metadata, own.details) } : told;
    const overlay = this.of(source, document.metadata.site?.value);
    return { document: correctBlocks(document, own, overlay.sites.map(site => site.corrections)), overlay };
  }

  /** Whether a source was read with other corrections than those that hold now. */
  isDue(source: Shelved): boolean {
    return source.reading !== undefined && overlayMark(this.of(source, source.reading.own.site)) !== source.overlay;
  }

  /** Whether the writer wants what was learnt of the site of these sources left unused. */
  isLearningOff(members: readonly Shelved[]): boolean {
    if (!this.index.hasSites) return false;
    const name = members.find(source => source.reading?.own.site !== undefined)?.reading?.own.site;
    return members.slice(0, 1).some(source => this.of(source, name).sites.some(site => site.corrections.isLearningOff));
  }
}

/** Two overlays with the same mark say the same; empty where nothing was put right. */
export function overlayMark({ source, sites }: Overlay): string {
  return source || sites.length > 0 ? JSON.stringify([source, sites]) : '';
}
