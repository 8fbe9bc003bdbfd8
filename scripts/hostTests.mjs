import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startEditor, testAddress } from './editor.mjs';
import { bundleForHost, runInWindow } from './hostScripts.mjs';
import { root } from './run.mjs';

/** Bundles the specifications in test/`name`, a file for each, beside the runner; gives the runner's path. */
async function bundleHostTests(name) {
  const folder = join(root, 'test', name), out = join(root, 'out', name);
  const specifications = readdirSync(folder).filter(file => file.endsWith('.test.ts')).map(file => ({ in: join(folder, file), out: basename(file, '.ts') }));
  await bundleForHost([...specifications, { in: join(root, 'test/host/index.ts'), out: 'index' }], out);
  return join(out, 'index.js');
}

/** A folder with the seeds. */
async function makeFolder(data) {
  const folder = join(data, 'workspace');
  await cp(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  return folder;
}

/** A workspace of two folders, each with the seeds. */
async function makeFolders(data) {
  const paths = ['north', 'south'], file = join(data, 'two.code-workspace');
  for (const path of paths) await cp(join(root, 'seeds'), join(data, path, 'seeds'), { recursive: true });
  await writeFile(file, JSON.stringify({ folders: paths.map(path => ({ path })) }));
  return file;
}

/** Runs the specifications in test/`name` in a window on a workspace; gives their counts. */
async function runSpecifications(server, name, workspace, counts) {
  const tests = await bundleHostTests(name);
  await rm(counts, { force: true });
  const { code, log } = await runInWindow(testAddress(server, workspace, tests));
  if (!existsSync(counts)) throw new Error(`The extension host ended with ${code} before a test of ${name} ran:\n${log.join('\n')}`);
  const { report, ...counted } = JSON.parse(readFileSync(counts, 'utf8'));
  console.log(report);
  return counted;
}

/** Runs test/host and, in a workspace of two folders, test/folders inside the extension host of a real VS Code; the counts go to the file `counts`. */
export async function runHostTests(counts) {
  const data = await mkdtemp(join(tmpdir(), 'seedbed-host-'));
  const server = await startEditor({ data, testDriver: true, env: { SEEDBED_COUNTS: counts } });
  try {
    const inOne = await runSpecifications(server, 'host', await makeFolder(data), counts);
    const inTwo = await runSpecifications(server, 'folders', await makeFolders(data), counts);
    const sums = Object.keys(inOne).map(key => [key, inOne[key] + inTwo[key]]);
    await writeFile(counts, JSON.stringify(Object.fromEntries(sums)));
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
