import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where everything lives that can be made again: `$SEEDBED_CACHE`, else `seedbed` in the user's cache folder. */
export const cacheFolder = process.env.SEEDBED_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'seedbed');

/**
 * Fills `cache/<name>` once by `fill(folder)` and gives its path.
 * The work is done beside it and renamed at the end, so an interrupted run leaves nothing that looks complete.
 */
export async function fillOnce(name, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const working = await mkdtemp(`${folder}.part-`);
  try {
    await fill(working);
    await rename(working, folder).catch(error => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(working, { recursive: true, force: true });
  }
  return folder;
}
