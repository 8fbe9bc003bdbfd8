import { globSync } from 'tinyglobby';

/** Where the editor looks for sources unless it is told otherwise. */
const USUAL = '**/{seeds,sources,clippings,资料}/**/*.{txt,md,html,htm,xhtml,mhtml,mht}';

const NEVER = ['**/node_modules/**', '**/.git/**'];

/** The files that glob patterns match below the working directory, sorted, and the patterns that match none; without patterns those of the usual folders. */
export function findSourceFiles(globs: readonly string[]): { readonly files: readonly string[]; readonly unmatched: readonly string[] } {
  const found = (globs.length > 0 ? globs : [USUAL]).map(glob => ({ glob, files: globSync(glob, { ignore: NEVER, followSymbolicLinks: false, dot: false }) }));
  return { files: [...new Set(found.flatMap(({ files }) => files))].sort(), unmatched: globs.filter(glob => found.some(each => each.glob === glob && each.files.length === 0)) };
}
