import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason, Role, SourceDocument } from '../src/core/document';

export interface TruthLines { readonly from: number; readonly to: number; readonly class: string }

/** One seed of `seed-truth.json`, as far as tests ask. */
export interface SeedTruth {
  readonly file: string;
  readonly script: string;
  readonly title: string;
  readonly series: readonly string[];
  readonly media_tag?: string | null;
  readonly published: { readonly value: string };
  readonly captured_not_before: string;
  readonly publisher: { readonly claimed: string };
  readonly host: { readonly name: string | null };
  readonly reporter: readonly string[];
  readonly editor: readonly string[];
  readonly guests?: readonly string[];
  readonly credits: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly breadcrumb: readonly string[];
  readonly url: string | null;
  readonly lines: readonly TruthLines[];
}

/** The five seeds as a careful reader reads them. */
export const seedTruth: readonly SeedTruth[] = (JSON.parse(readFileSync(join(__dirname, 'seed-truth.json'), 'utf8')) as { seeds: SeedTruth[] }).seeds;

const REASONS: Readonly<Record<string, readonly Reason[]>> = {
  'body.paragraph': ['paragraph'], 'body.heading': ['heading'], 'body.caption': ['caption'], 'body.editors_note': ['editorsNote'], 'body.guests': ['guests'],
  'meta.title': ['title'], 'meta.title_repeat': ['titleRepeat', 'imageText'], 'meta.breadcrumb': ['breadcrumb'], 'meta.dateline': ['dateline'],
  'meta.editor': ['editor'], 'meta.credit': ['credit'], 'meta.licence': ['licence'], 'meta.disclaimer': ['disclaimer'], 'boiler.share': ['share'],
  'boiler.nav': ['navigation'], 'boiler.widget': ['widget'], 'boiler.section': ['sectionHeading'], 'boiler.related': ['related'],
  'boiler.recommend': ['recommended'], 'boiler.alt': ['imageText', 'titleRepeat'], 'boiler.spam': ['spam'],
};

/** The reasons that fit a class of the truth. */
export function reasonsOf(lineClass: string): readonly Reason[] {
  const reasons = REASONS[lineClass];
  if (!reasons) throw new Error(`unknown class ${lineClass}`);
  return reasons;
}

/** The roles that fit a class of the truth: a repeated headline may be metadata or boilerplate. */
export function rolesOf(lineClass: string): readonly Role[] {
  if (lineClass === 'meta.title_repeat' || lineClass === 'boiler.alt') return ['metadata', 'boilerplate'];
  if (lineClass.startsWith('body.')) return ['body'];
  return lineClass.startsWith('meta.') ? ['metadata'] : ['boilerplate'];
}

/** The class of each non-blank line of a file, by its number. */
export function classesOf(raw: string, truth: readonly TruthLines[]): ReadonlyMap<number, string> {
  const lines = raw.split('\n');
  const classes = new Map<number, string>();
  for (const { from, to, class: name } of truth) {
    for (let number = from; number <= to; number++) if ((lines[number - 1] ?? '').trim() !== '') classes.set(number, name);
  }
  return classes;
}

/** F1 of the lines given as body against those that are. */
export function bodyF1(document: SourceDocument, classes: ReadonlyMap<number, string>): number {
  const body = new Set([...classes].filter(([, name]) => name.startsWith('body.')).map(([number]) => number));
  const got = new Set(document.blocks.filter((block) => block.role === 'body').map((block) => block.lines?.[0] ?? 0));
  const hits = [...got].filter((number) => body.has(number)).length;
  return hits === 0 ? 0 : (2 * hits) / (got.size + body.size);
}

/** The metadata of a document as flat words, to compare with the truth. */
export function fieldsOf({ metadata: m }: SourceDocument): Readonly<Record<string, string>> {
  const values = (fields: readonly { readonly value: string }[]): string => fields.map(({ value }) => value).join('/');
  return {
    title: m.title?.value ?? '', series: values(m.series), mediaTag: m.mediaTag?.value ?? '', published: m.published?.value ?? '',
    capturedNotBefore: m.capturedNotBefore?.value ?? '', publisher: m.publisher?.value ?? '', site: m.site?.value ?? '',
    authors: values(m.authors), editors: values(m.editors), guests: m.guests.join('/'), section: values(m.section), url: m.url?.value ?? '',
    credits: m.credits.map(({ role, names }) => `${role}:${names.join('/')}`).join(';'),
  };
}

/** The same for the truth; channels of the breadcrumb are those that are neither home page nor site nor 正文. */
export function truthFieldsOf(truth: SeedTruth): Readonly<Record<string, string>> {
  const section = truth.breadcrumb.filter((part) => !['首页', '正文', truth.host.name ?? ''].includes(part));
  return {
    title: truth.title, series: truth.series.join('/'), mediaTag: truth.media_tag ?? '', published: truth.published.value,
    capturedNotBefore: truth.captured_not_before, publisher: truth.publisher.claimed, site: truth.host.name ?? '',
    authors: truth.reporter.join('/'), editors: truth.editor.join('/'), guests: (truth.guests ?? []).join('/'), section: section.join('/'),
    url: truth.url ?? '', credits: truth.credits.map(({ role, names }) => `${role}:${names.join('/')}`).join(';'),
  };
}
