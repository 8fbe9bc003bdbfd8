import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CslItem } from '../../../src/core/cite/cslItem';
import { LibraryService } from '../../../src/worker/libraryService';
import { tables } from '../tables';

const seeds = join(__dirname, '..', '..', '..', 'seeds');

/** A library of the five seeds. */
export async function seedLibrary(): Promise<{ readonly library: LibraryService; readonly ids: readonly string[] }> {
  const library = new LibraryService(tables), names = readdirSync(seeds).filter(name => name.endsWith('.txt'));
  const ids = names.map(name => `file:///library/seeds/${name}`);
  await library.apply(names.map((name, at) => ({ kind: 'put', id: ids[at] ?? '', path: `seeds/${name}`, bytes: new Uint8Array(readFileSync(join(seeds, name))) })));
  return { library, ids };
}

/** The items of the five seeds. */
export async function seedItems(): Promise<readonly CslItem[]> {
  const { library, ids } = await seedLibrary();
  const items = await Promise.all(ids.map(id => library.cslItem(id)));
  return items.flatMap(item => (item.ok ? [item.value] : []));
}
