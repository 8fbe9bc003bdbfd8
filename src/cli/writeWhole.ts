import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all, with the folders it needs: under another name first, which then becomes its own. `there` where one of
 * the name is there and is not to be replaced.
 */
export function writeWhole(path: string, text: string, replace: boolean): 'written' | 'there' | Error {
  if (!replace && existsSync(path)) return 'there';
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text, { flag: 'wx' });
    renameSync(beside, path);
    return 'written';
  } catch (error) {
    rmSync(beside, { force: true });
    if (error instanceof Error) return error;
    throw error;
  }
}
