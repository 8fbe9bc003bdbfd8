/** The paths below the deepest folder that holds all of them; of a single path its last part. */
export function belowCommonFolder(paths: readonly string[]): readonly string[] {
  const folders = paths.map(path => path.split('/').slice(0, -1));
  const [first = []] = folders;
  let shared = 0;
  while (shared < first.length && folders.every(folder => folder[shared] === first[shared])) shared++;
  return paths.map(path => path.split('/').slice(shared).join('/'));
}

/** The path with a number before its ending, as `notes/a 2.md`. */
export function numberedPath(path: string, number: number): string {
  const [, stem = path, ending = ''] = /^(.*[^/])(\.[^./]*)$/.exec(path) ?? [];
  return `${stem} ${number}${ending}`;
}
