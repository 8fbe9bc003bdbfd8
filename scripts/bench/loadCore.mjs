import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildModule } from '../build.mjs';
import { root } from '../run.mjs';

const file = join(root, 'out/bench/core.js');

/** Builds the core as it is now; a process of its own then loads it with `loadCore`. */
export const buildCore = () => buildModule('scripts/bench/core.ts', file);

/** The core as `buildCore` left it, with the tables of dist/. */
export function loadCore() {
  const core = createRequire(import.meta.url)(file);
  return { ...core, tables: core.lazyTables(name => readFileSync(join(root, 'dist/tables', `${name}.json`), 'utf8')) };
}
