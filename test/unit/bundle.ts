import { build } from 'esbuild';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from './tables';

const root = join(__dirname, '..', '..');

/** Bundles a program of `src` into a folder of its own with the tables beside it, as in `dist`; gives the file. */
export async function bundle(entry: string): Promise<string> {
  readTable('regionWords');
  const folder = mkdtempSync(join(tmpdir(), 'seedbed-'));
  symlinkSync(join(root, 'dist', 'tables'), join(folder, 'tables'));
  const outfile = join(folder, 'program.js');
  await build({ entryPoints: [join(root, entry)], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], logLevel: 'error' });
  return outfile;
}
