import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { writeNotices } from './notices.mjs';
import { root } from './run.mjs';
import { writeStyles } from './styles.mjs';

/** One bundle a program: the extension, the worker beside it, the thread that formats references, the command line, the page of the reader. */
const programs = [
  { entry: 'src/extension.ts', file: 'extension.js', options: { external: ['vscode'] } },
  { entry: 'src/worker/main.ts', file: 'worker.js' },
  { entry: 'src/worker/formatter.ts', file: 'formatter.js' },
  { entry: 'src/cli/main.ts', file: 'cli.js', options: { banner: { js: '#!/usr/bin/env node' } } },
  { entry: 'src/webview/reader.ts', file: 'reader.js', options: { platform: 'browser', format: 'iife', target: 'es2022' } },
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
  // The entry for browsers leaves out cheerio's own fetching and charsets, a megabyte that Seedbed has no use for.
  alias: { cheerio: './node_modules/cheerio/dist/browser/index.js' },
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

function buildOptions({ production, out }, lazy) {
  const shared = { ...forNode, metafile: true, minify: production, sourcemap: production ? false : 'linked', absWorkingDir: root };
  return programs.map(({ entry, file, options }) => ({ ...shared, ...options, entryPoints: [entry], outfile: join(out, file), plugins: [lazyPackages(lazy)] }));
}

/** Bundles one module as the programs are bundled, for measuring; what it imports late stands in `lazy/` beside it. */
export async function buildModule(entry, outfile) {
  const esbuild = await import('esbuild');
  const lazy = new Map();
  await esbuild.build({ ...forNode, absWorkingDir: root, entryPoints: [entry], outfile, plugins: [lazyPackages(lazy)] });
  await buildLazyPackages(esbuild, lazy, { production: false, out: dirname(outfile) });
}

async function buildLazyPackages(esbuild, lazy, { production, out }) {
  return Promise.all([...lazy].map(([name, file]) => esbuild.build({
    ...forNode, metafile: true, minify: production, absWorkingDir: root, entryPoints: [name], outfile: join(out, 'lazy', file),
  })));
}

async function copyAssets(out) {
  const { writeTables } = await import('./tables.mjs');
  await Promise.all([copyFile(join(root, 'src/webview/reader.css'), join(out, 'reader.css')), writeTables(join(out, 'tables')), writeStyles(join(out, 'styles'))]);
}

/** Builds into dist/, or another folder. With `production` it starts from an empty folder and minifies. */
export async function build({ production = false, out = join(root, 'dist') } = {}) {
  const esbuild = await import('esbuild');
  if (production) await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const lazy = new Map();
  const [programsBuilt] = await Promise.all([Promise.all(buildOptions({ production, out }, lazy).map(options => esbuild.build(options))), copyAssets(out)]);
  const late = await buildLazyPackages(esbuild, lazy, { production, out });
  await writeNotices([...programsBuilt, ...late].map(({ metafile }) => metafile), join(out, 'THIRD-PARTY-NOTICES.txt'));
  await chmod(join(out, 'cli.js'), 0o755);
}

async function watch() {
  const esbuild = await import('esbuild');
  await build();
  const options = buildOptions({ production: false, out: join(root, 'dist') }, new Map());
  const contexts = await Promise.all(options.map(each => esbuild.context({ ...each, logLevel: 'info' })));
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
