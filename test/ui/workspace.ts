import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './paths';

/** A folder made for one test; `remove` takes it away again. */
export interface Workspace { readonly folder: string; path(name: string): string; remove(): void }

/** Makes a workspace folder with copies of the seeds in `seeds/`, and `files` beside them by relative path. */
export function makeWorkspace(files: Readonly<Record<string, string | Uint8Array>> = {}, { seeds = true } = {}): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'seedbed-workspace-'));
  if (seeds) cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return {
    folder,
    path: name => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
