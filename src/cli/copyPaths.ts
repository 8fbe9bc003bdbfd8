import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Where copies of `files` go in `folder`: as they stand below the folder that they share. */
export function copyPaths(files: readonly string[], folder: string): readonly string[] {
  const whole = files.map(file => resolve(file));
  const shared = commonFolder(whole.map(file => dirname(file)));
  return whole.map(file => join(folder, shared === undefined ? basename(file) : relative(shared, file)));
}

/** The folder that holds all; undefined where they stand on different drives. */
function commonFolder(folders: readonly string[]): string | undefined {
  const [first = [], ...others] = folders.map(folder => folder.split(sep));
  const differs = first.findIndex((name, at) => others.some(other => other[at] !== name));
  if (differs === 0) return undefined;
  return (differs < 0 ? first : first.slice(0, differs)).join(sep) || sep;
}
