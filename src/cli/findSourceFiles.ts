import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { Minimatch } from 'minimatch';

/** Where the editor looks for sources unless it is told otherwise. */
const USUAL = '**/{seeds,sources,clippings,资料}/**/*.{txt,md,html,htm,xhtml,mhtml,mht}';

/** Folders of other programs, in which nobody keeps sources. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The files that glob patterns match, sorted, and the patterns that match none; without patterns those of the usual folders below the working directory. */
export function findSourceFiles(globs: readonly string[]): { readonly files: readonly string[]; readonly unmatched: readonly string[] } {
  const found = (globs.length > 0 ? globs : [USUAL]).map(glob => matches(sep === '\\' ? glob.replaceAll('\\', '/') : glob));
  return { files: [...new Set(found.flat())].sort(), unmatched: globs.filter((_, at) => found[at]?.length === 0) };
}

/** Looks only into the folder that a pattern begins with. */
function matches(glob: string): readonly string[] {
  const parts = glob.replace(/^(?:\.\/)+/, '').split('/'), firstPattern = parts.findIndex(part => /[*?{[(]/.test(part)), plain = parts.slice(0, firstPattern < 0 ? parts.length - 1 : firstPattern);
  const folder = plain.length === 0 ? '.' : plain.join('/') || '/', pattern = new Minimatch(parts.join('/'), { dot: true, nocomment: true, nonegate: true });
  return [...filesIn(folder)].filter(path => pattern.match(path));
}

/** Paths with `/` that begin with the folder, unless it is the working directory; links are not followed, and folders that cannot be read are passed over. */
function* filesIn(folder: string): Iterable<string> {
  for (const entry of entriesOf(folder)) {
    const path = folder === '.' ? entry.name : `${folder.replace(/\/$/, '')}/${entry.name}`;
    if (entry.isDirectory() && !NEVER.has(entry.name)) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
