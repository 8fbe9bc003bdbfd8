import { rm } from 'node:fs/promises';
import { chromiumArguments, installChromium } from './chromium.mjs';
import { root } from './run.mjs';

const minutes = 60_000;

/** Bundles scripts that run inside the extension host, each to a file of its own in the folder `out`, which is emptied first. */
export async function bundleForHost(entryPoints, out) {
  const esbuild = await import('esbuild');
  await rm(out, { recursive: true, force: true });
  await esbuild.build({
    entryPoints, outdir: out, bundle: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'], sourcemap: 'inline', logLevel: 'warning', absWorkingDir: root,
  });
}

/** Opens a window whose extension host runs a script, see `testAddress`; gives the host's exit code and what the window logged. */
export async function runInWindow(address, limit = 5 * minutes) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: await installChromium(), args: [...chromiumArguments] });
  try {
    const page = await browser.newPage();
    const exit = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`What runs in the extension host did not end within ${limit / minutes} minutes.`)), limit).unref();
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
