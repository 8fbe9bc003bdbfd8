import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { lazyTables } from '../../src/core/text/tables';
import type { TableName } from '../../src/core/text/tables';

const root = join(__dirname, '..', '..');
const folder = join(root, 'dist', 'tables');

/** The built tables, for any test that needs them; built here where a fresh clone has none. */
export const tables = lazyTables(readTable);

/** The JSON text of a table. */
export function readTable(name: TableName): string {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) spawnSync(process.execPath, [join(root, 'scripts', 'tables.mjs'), folder], { stdio: 'inherit' });
  return readFileSync(file, 'utf8');
}
