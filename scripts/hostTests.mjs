import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEditor, testAddress } from './editor.mjs';
import { bundleForHost, runInWindow } from './hostScripts.mjs';
import { root } from './run.mjs';

/** Bundles test/host to out/host: the runner and a file for each specification. */
async function bundleHostTests() {
  const folder = join(root, 'test/host'), out = join(root, 'out/host');
  await bundleForHost(readdirSync(folder).filter(name => name.endsWith('.ts')).map(name => join(folder, name)), out);
  return join(out, 'index.js');
}

/** Runs test/host inside the extension host of a real VS Code; the counts go to the file `counts`. */
export async function runHostTests(counts) {
  const tests = await bundleHostTests();
  const data = await mkdtemp(join(tmpdir(), 'seedbed-host-'));
  const workspace = join(data, 'workspace');
  await mkdir(workspace);
  await cp(join(root, 'seeds'), join(workspace, 'seeds'), { recursive: true });
  const server = await startEditor({ data, testDriver: true, env: { SEEDBED_COUNTS: counts } });
  try {
    const { code, log } = await runInWindow(testAddress(server, workspace, tests));
    if (!existsSync(counts)) throw new Error(`The extension host ended with ${code} before a test ran:\n${log.join('\n')}`);
    console.log(JSON.parse(readFileSync(counts, 'utf8')).report);
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
