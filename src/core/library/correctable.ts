import { blockOrdinals, blockText, correctBlocks, correctDetails } from '../corrections/applyCorrections';
import { listDetails, singleDetails, type BlockCorrection, type BlockWords, type Details, type DetailName, type SiteMark, type SourceMark } from '../corrections/corrections';
import { blockExcerpt, lineForm } from '../corrections/wordKeys';
import type { Field, Metadata, Origin, Role, SourceDocument, SourceId } from '../document';
import { lineKey, recurs } from '../judge/siteProfile';
import type { Overlay } from './overlays';
import type { Shelved } from './shelved';
import { firstPages, sitePages, tellingLines } from './siteLines';

/** A block as the writer may put it right. */
export interface CorrectableBlock {
  readonly words: BlockWords;
  /** Its whole text, as one line. */
  readonly text: string;
  readonly role: Role;
  /** The role it has without the writer's word on this very block. */
  readonly told: Role;
  /** On how many other pages of the site such a line stands. */
  readonly alike: number;
}

/** What of a source can be put right; without `site` there is nothing to know its site by. */
export interface Correctable { readonly source: SourceMark; readonly site?: SiteMark; readonly blocks: readonly CorrectableBlock[] }

/** A field with its present values, and what the page says by itself. */
export interface SourceDetail {
  readonly name: DetailName;
  readonly values: readonly string[];
  readonly from?: Origin;
  readonly told: readonly string[];
}

/** A line that recurs on a site, with the number of articles it stands on. */
export interface RecurringLine { readonly text: string; readonly articles: number }

/** What was learnt of a site, and what the writer said of it. */
export interface SiteReport {
  readonly site?: SiteMark;
  /** Its host, else the name its pages give it. */
  readonly name?: string;
  readonly pages: readonly string[];
  /** Different articles among the pages. */
  readonly articles: number;
  readonly recurring: readonly RecurringLine[];
  /** The boxes of the page that held the article, by tag and names, with the number of articles. */
  readonly containers: readonly RecurringLine[];
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
  readonly isLearningOff: boolean;
  /** What was put right on single pages of it. */
  readonly corrected: readonly CorrectedPage[];
}

/** A page of a site with what the writer put right on it. */
export interface CorrectedPage { readonly id: SourceId; readonly details: Details; readonly blocks: readonly BlockCorrection[] }

/** A site of the shelf: one of its pages, what it is called, and how many pages it has. */
export interface ListedSite { readonly page: SourceId; readonly name: string; readonly pages: number }

/** A source with what it was read as and what the writer had said. */
export interface ReadSource {
  readonly source: Shelved;
  readonly told: SourceDocument;
  readonly overlay: Overlay;
  /** The site that the source names. */
  readonly siteName: string | undefined;
  /** Pages of its site with corrections of their own. */
  readonly corrected: readonly CorrectedPage[];
}

/** Finds the words of blocks, by index, and how far a correction would reach. */
export function correctable({ source, told, overlay, siteName }: ReadSource, indexes: readonly number[]): Correctable {
  const sites = overlay.sites.map(site => site.corrections);
  const without = correctBlocks(told, overlay.source && { ...overlay.source, blocks: [] }, sites);
  const now = correctBlocks(told, overlay.source, sites);
  const ordinals = blockOrdinals(now);
  const site = siteMark(source, overlay, siteName);
  const blocks = [...new Set(indexes)].flatMap((at): readonly CorrectableBlock[] => {
    const block = now.blocks[at];
    if (!block) return [];
    const text = blockText(now, block).replace(/\s+/g, ' ').trim();
    return [{ words: { text: blockExcerpt(text), nth: ordinals[at] ?? 1 }, text, role: block.role, told: without.blocks[at]?.role ?? block.role, alike: othersWith(source, text) }];
  });
  return { source: { path: source.path, hash: source.hash }, blocks, ...(site && { site }) };
}

function othersWith(source: Shelved, text: string): number {
  const form = lineForm(text);
  return sitePages(source).filter(page => page !== source.analysis && page.lines.some(line => lineForm(line.text) === form)).length;
}

/** How the site of a source is named in a file of corrections: as it is there already, by host, by name, else by its lines. */
function siteMark(source: Shelved, { sites }: Overlay, name: string | undefined): SiteMark | undefined {
  const host = source.site?.host;
  const lines = host === undefined ? tellingLines(firstPages(source)) : [];
  const key = sites[0]?.key ?? host ?? name ?? (lines.length >= 3 ? lines.slice(0, 3).join(' · ') : undefined);
  return key === undefined ? undefined : { key, lines };
}

/** Every field that can be put right, with what it is and what the page says. */
export function sourceDetails(told: Metadata, details: Details): readonly SourceDetail[] {
  const now = correctDetails(told, details);
  return [...singleDetails, ...listDetails].map((name): SourceDetail => {
    const own = fieldsOf(now, name), page = fieldsOf(told, name);
    const from = details[name] === undefined ? own[0]?.from : 'writer';
    return { name, values: own.map(field => field.value), told: page.map(field => field.value), ...(from && { from }) };
  });
}

function fieldsOf(metadata: Metadata, name: DetailName): readonly Field<string>[] {
  const found: Field<string> | readonly Field<string>[] | undefined = metadata[name];
  return found === undefined ? [] : 'value' in found ? [found] : found;
}

/** What was learnt of the site of a source; lines the writer has a word on stand with the writer's. */
export function siteReport({ source, overlay, siteName, corrected }: ReadSource): SiteReport {
  const sites = overlay.sites.map(site => site.corrections);
  const hidden = sites.flatMap(site => site.hidden), shown = sites.flatMap(site => site.shown);
  const site = siteMark(source, overlay, siteName), name = source.site?.host ?? siteName;
  return {
    ...(site && { site }), ...(name !== undefined && { name }),
    pages: sitePages(source).map(page => page.id),
    articles: source.site?.profile?.pages ?? 1,
    recurring: recurringLines(source, new Set([...hidden, ...shown].map(lineForm))),
    containers: knownBoxes(source),
    hidden, shown, corrected,
    isLearningOff: sites.some(each => each.isLearningOff),
  };
}

/** A number by itself is left out: no writer means every number by it. */
function recurringLines(source: Shelved, spoken: ReadonlySet<string>): readonly RecurringLine[] {
  const profile = source.site?.profile;
  if (!profile) return [];
  const lines = new Map<string, RecurringLine>();
  for (const page of firstPages(source)) {
    for (const line of page.lines) {
      const form = lineForm(line.text);
      if (form === '#' || lines.has(form) || spoken.has(form) || !recurs(line, profile)) continue;
      lines.set(form, { text: line.text.replace(/\s+/g, ' ').trim(), articles: profile.lines.get(lineKey(line) ?? '') ?? 0 });
    }
  }
  return [...lines.values()].sort((a, b) => b.articles - a.articles);
}

/** Boxes that held the article on half of the articles or more, which is when they count on the next page. */
function knownBoxes({ site }: Shelved): readonly RecurringLine[] {
  const { containers = new Map<string, number>(), pages = 0 } = site?.profile ?? {};
  return [...containers].filter(([, articles]) => articles * 2 >= pages).map(([text, articles]) => ({ text, articles }));
}
