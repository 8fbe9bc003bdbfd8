import type { Origin } from '../document';

/** A value that a file tells of itself outside its text, and where. */
export interface Claim { readonly value: string; readonly from: Origin }

/** A date as ISO local to the given precision; `isUtc` where its clock is that of Greenwich, not of the place. */
export interface DateClaim extends Claim { readonly isUtc: boolean }

/** What a file says of itself outside its text: front matter, meta tags, linked data, its address. The best placed claim of a field comes first. */
export interface Declared {
  readonly titles: readonly Claim[];
  /** What the page says it is about, or the whole of its article. */
  readonly summaries: readonly Claim[];
  readonly published: readonly DateClaim[];
  /** When the file was saved, where the program that saved it says so. */
  readonly captured: readonly DateClaim[];
  readonly publishers: readonly Claim[];
  readonly sites: readonly Claim[];
  readonly urls: readonly Claim[];
  /** As written, so a claim may name several people, or none. */
  readonly authors: readonly Claim[];
  readonly editors: readonly Claim[];
  readonly section: readonly Claim[];
}

/** A file that says nothing of itself. */
export const NOTHING_DECLARED: Declared = { titles: [], summaries: [], published: [], captured: [], publishers: [], sites: [], urls: [], authors: [], editors: [], section: [] };

/** All claims of several readings of one file, those of the first reading first. */
export function joinDeclared(readings: readonly Partial<Declared>[]): Declared {
  const claims = (key: Exclude<keyof Declared, 'published' | 'captured'>): readonly Claim[] => readings.flatMap((reading) => reading[key] ?? []);
  const dates = (key: 'published' | 'captured'): readonly DateClaim[] => readings.flatMap((reading) => reading[key] ?? []);
  return {
    titles: claims('titles'), summaries: claims('summaries'), published: dates('published'), captured: dates('captured'), publishers: claims('publishers'), sites: claims('sites'),
    urls: claims('urls'), authors: claims('authors'), editors: claims('editors'), section: claims('section'),
  };
}

/** Whether anything is claimed at all. */
export function declaresAnything(declared: Declared): boolean {
  return Object.values(declared).some((claims: readonly Claim[]) => claims.length > 0);
}
