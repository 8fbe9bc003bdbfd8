import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildModule } from '../build.mjs';
import { root } from '../run.mjs';

const fileOf = name => join(root, `out/bench/${name}.js`);

/** Builds the core as it is now, or what `name`.ts beside this file names of it; a process of its own then loads it with `loadCore`. */
export const buildCore = (name = 'core') => buildModule(`scripts/bench/${name}.ts`, fileOf(name));

/** The text of a table of dist/. */
export const readTable = name => readFileSync(join(root, 'dist/tables', `${name}.json`), 'utf8');

/** The core as `buildCore` left it, with the tables of dist/. */
export function loadCore(name = 'core') {
  const core = createRequire(import.meta.url)(fileOf(name));
  return { ...core, tables: core.lazyTables(readTable) };
}
