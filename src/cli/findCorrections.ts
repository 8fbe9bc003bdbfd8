import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Corrections, SiteCorrections, SourceCorrections } from '../core/corrections/corrections';
import { readCorrections } from '../core/corrections/readCorrections';

/** What the writer put right, with the files that could not be used. */
export interface FoundCorrections { readonly corrections: Corrections; readonly unusable: readonly string[] }

interface KeptIn { readonly folder: string; readonly corrections: Corrections }

/** Finds the corrections kept nearest above each of `paths`, as the editor keeps them in its folders; sources by the path as given. */
export function findCorrections(paths: readonly string[]): FoundCorrections {
  const known = new Map<string, KeptIn | undefined>();
  const unusable: string[] = [];
  const sources = new Map<string, SourceCorrections>(), sites = new Map<string, SiteCorrections>();
  for (const path of paths) {
    const kept = nearest(dirname(resolve(path)), known, unusable);
    if (!kept) continue;
    for (const [key, entry] of kept.corrections.sources) sources.set(join(kept.folder, key), entry);
    for (const [key, entry] of kept.corrections.sites) sites.set(key, entry);
  }
  for (const path of paths) {
    const kept = known.get(dirname(resolve(path)));
    const entry = kept?.corrections.sources.get(relative(kept.folder, resolve(path)).split(sep).join('/'));
    if (entry) sources.set(path, entry);
  }
  return { corrections: { sources, sites }, unusable };
}

/** Looks from a folder upward; every folder is looked at once. */
function nearest(folder: string, known: Map<string, KeptIn | undefined>, unusable: string[]): KeptIn | undefined {
  if (known.has(folder)) return known.get(folder);
  const file = join(folder, '.seedbed', 'corrections.json');
  const text = textOf(file);
  const read = text === undefined ? undefined : readCorrections(text);
  if (read && !read.ok) unusable.push(file);
  const above = dirname(folder);
  const found = read ? (read.ok ? { folder, corrections: read.value } : undefined) : above === folder ? undefined : nearest(above, known, unusable);
  known.set(folder, found);
  return found;
}

/** The text of a file; undefined where there is none to be read. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
