import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { root } from './run.mjs';

const inDist = (...names) => join(root, 'dist', ...names);

/** One bundle a program: the extension, the worker beside it, the command line, the page of the reader. */
const programs = [
  { entry: 'src/extension.ts', out: 'extension.js', options: { external: ['vscode'] } },
  { entry: 'src/worker/main.ts', out: 'worker.js' },
  { entry: 'src/cli/main.ts', out: 'cli.js', options: { banner: { js: '#!/usr/bin/env node' } } },
  { entry: 'src/webview/reader.ts', out: 'reader.js', options: { platform: 'browser', format: 'iife', target: 'es2022' } },
];

const forNode = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The UMD build of jsonc-parser hides its requires from a bundler; ESM fields first avoids it.
  mainFields: ['module', 'main'],
  // `import()` becomes a late `require`, which every host of extensions knows.
  supported: { 'dynamic-import': false },
  legalComments: 'linked',
  logLevel: 'warning',
};

/** Packages that the code asks for by `import()` become files of their own in dist/lazy, read on first use. */
const lazyPackages = found => ({
  name: 'lazy-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import' || path.startsWith('node:')) return undefined;
      const file = `${path.replace(/^@/, '').replaceAll('/', '-')}.js`;
      found.set(path, file);
      return { path: `./lazy/${file}`, external: true };
    });
  },
});

function buildOptions({ production }, lazy) {
  const shared = { ...forNode, minify: production, sourcemap: production ? false : 'linked', absWorkingDir: root };
  return programs
    .filter(({ entry }) => existsSync(join(root, entry)) || void console.warn(`${entry} is not there yet`))
    .map(({ entry, out, options }) => ({ ...shared, ...options, entryPoints: [entry], outfile: inDist(out), plugins: [lazyPackages(lazy)] }));
}

async function buildLazyPackages(esbuild, lazy, { production }) {
  await Promise.all([...lazy].map(([name, file]) => esbuild.build({
    ...forNode, minify: production, absWorkingDir: root, entryPoints: [name], outfile: inDist('lazy', file),
  })));
}

async function copyAssets() {
  const style = join(root, 'src/webview/reader.css');
  if (existsSync(style)) await copyFile(style, inDist('reader.css'));
  const tables = join(root, 'scripts/tables.mjs');
  if (!existsSync(tables)) return;
  const { writeTables } = await import(pathToFileURL(tables).href);
  await writeTables(inDist('tables'));
}

/** Builds dist/. With `production` it starts from an empty folder and minifies. */
export async function build({ production = false } = {}) {
  const esbuild = await import('esbuild');
  if (production) await rm(inDist(), { recursive: true, force: true });
  await mkdir(inDist(), { recursive: true });
  const lazy = new Map();
  await Promise.all([...buildOptions({ production }, lazy).map(options => esbuild.build(options)), copyAssets()]);
  await buildLazyPackages(esbuild, lazy, { production });
  if (existsSync(inDist('cli.js'))) await chmod(inDist('cli.js'), 0o755);
}

async function watch() {
  const esbuild = await import('esbuild');
  await build();
  const contexts = await Promise.all(buildOptions({ production: false }, new Map()).map(options => esbuild.context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map(context => context.watch()));
}

async function main() {
  await installDependencies();
  if (process.argv.includes('--watch')) await watch();
  else await build({ production: process.argv.includes('--production') });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch(error => {
    // esbuild has printed its own errors by now.
    if (!Array.isArray(error.errors)) console.error(error.message);
    process.exitCode = 1;
  });
}
