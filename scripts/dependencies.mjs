import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/** Whether node_modules holds what the lock file asks for: every package of it, in its version. */
function isInstalled() {
  const read = name => JSON.parse(readFileSync(join(root, name), 'utf8')).packages;
  const installed = join('node_modules', '.package-lock.json');
  if (!existsSync(join(root, installed))) return false;
  const have = read(installed);
  return Object.entries(read('package-lock.json')).every(([path, wanted]) =>
    path === '' || wanted.optional === true || have[path]?.version === wanted.version);
}

/** Runs `npm ci` unless the packages of the lock file are there already. */
export async function installDependencies() {
  if (isInstalled()) return;
  console.log('Installing packages…');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
