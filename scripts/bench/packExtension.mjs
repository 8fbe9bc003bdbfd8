import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { root } from '../run.mjs';

/** A copy of what a writer installs: the minified build and what stands beside it; not minified where a profile is to be read. */
export async function packExtension(folder, { production = true } = {}) {
  await mkdir(folder);
  const files = (await readdir(root)).filter(name => /^package(\.nls.*)?\.json$|^(media|l10n)$/.test(name));
  await Promise.all(files.map(name => cp(join(root, name), join(folder, name), { recursive: true })));
  await build({ production, out: join(folder, 'dist') });
  return folder;
}
