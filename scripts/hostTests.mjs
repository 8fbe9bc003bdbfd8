import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArguments, installChromium } from './chromium.mjs';
import { startEditor, testAddress } from './editor.mjs';
import { root } from './run.mjs';

const minutes = 60_000;

/** Bundles test/host to out/host: the runner and a file for each specification. */
async function bundleHostTests() {
  const esbuild = await import('esbuild');
  const folder = join(root, 'test/host');
  const out = join(root, 'out/host');
  await rm(out, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: readdirSync(folder).filter(name => name.endsWith('.ts')).map(name => join(folder, name)),
    outdir: out, bundle: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'], sourcemap: 'inline', logLevel: 'warning', absWorkingDir: root,
  });
  return join(out, 'index.js');
}

/** Opens the window whose extension host runs the tests; gives the host's exit code and what the window logged. */
async function runInWindow(address) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: await installChromium(), args: [...chromiumArguments] });
  try {
    const page = await browser.newPage();
    const exit = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('The tests in the extension host did not end within five minutes.')), 5 * minutes).unref();
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    const log = [];
    await page.exposeFunction('codeAutomationLog', (type, args) => void log.push(`${type}: ${[args].flat().join(' ')}`));
    await page.goto(address);
    return { code: await exit, log };
  } finally {
    await browser.close();
  }
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
