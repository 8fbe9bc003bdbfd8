import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEditor, testAddress } from '../editor.mjs';
import { bundleForHost, runInWindow } from '../hostScripts.mjs';
import { root } from '../run.mjs';
import { citationTables } from './citationTables.mjs';
import { planWindow } from './citingPlan.mjs';
import { ENTRIES, formats, makeCited, makeWorkspace, resetBibliography, writeVersions } from './citingWorkspace.mjs';
import { packExtension } from './packExtension.mjs';
import { findBlockers } from './profiles.mjs';

const LIMIT = 15 * 60_000;

/** New versions of the bibliography that a window gets to see. */
const VERSIONS = 2;

/**
 * Measures citing in the extension host of a real VS Code, in windows with Seedbed and without any extension by turns: `rounds` of each for
 * every format of bibliography. With `library` thousands of saved sources stand beside it; with `profile` the build is not minified, and
 * what Seedbed did in the longest blocks is told; `only` names one format.
 */
export async function* benchCitations({ rounds, library, profile, only }) {
  const data = await mkdtemp(join(tmpdir(), 'seedbed-citing-'));
  const cited = await makeCited({ library });
  const script = join(root, 'out/bench/inHost');
  await bundleForHost([join(root, 'scripts/bench/inHost/citations.ts')], script);
  const extensions = { Seedbed: await packExtension(join(data, 'extension'), { production: !profile }), control: await makeEmptyExtension(join(data, 'control')) };
  const planFile = join(data, 'plan.json');
  const server = await startEditor({ data, testDriver: true, settings: { 'files.hotExit': 'off' }, env: { SEEDBED_BENCH_PLAN: planFile } });
  const bench = { data, cited, rounds, profile, extensions, planFile, addressOf: (workspace, extension) => testAddress(server, workspace, join(script, 'citations.js'), extension) };
  try {
    for (const name of Object.keys(formats).filter(each => only === undefined || each === only)) yield* measureFormat(name, bench);
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** An extension that does nothing, for windows without Seedbed. */
export async function makeEmptyExtension(folder) {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'control', publisher: 'seedbed-bench', version: '1.0.0', engines: { vscode: '^1.100.0' } }));
  return folder;
}

async function* measureFormat(name, bench) {
  const workspace = join(bench.data, name.replace('.', '-'));
  const entries = await makeWorkspace(workspace, name, bench.cited);
  const { size } = await stat(join(workspace, name));
  const results = { Seedbed: [], control: [] };
  for (let round = 0; round < bench.rounds; round++) {
    for (const opening of ['settled', 'atOnce']) {
      for (const side of round % 2 === 0 ? ['Seedbed', 'control'] : ['control', 'Seedbed']) {
        results[side].push(await measureWindow({ name, workspace, entries, round, opening, side }, bench));
      }
    }
  }
  const beside = bench.cited.pages.length > 0 ? `, beside ${bench.cited.pages.length} saved sources` : '';
  yield* citationTables(`${name}, ${ENTRIES} entries, ${(size / 1e6).toFixed(1)} MB${beside}`, results);
  if (bench.profile) yield { title: `What ran in the blocks over 50 ms, ${name}`, note: 'milliseconds; ours: with Seedbed on the stack, most: so in one block, and its innermost functions then', columns: ['phase', 'blocks', 'ms', 'ours', 'most', 'function', 'place', 'others'], rows: results.Seedbed.flatMap(result => result.blockers ?? []) };
}

async function measureWindow({ name, workspace, entries, round, opening, side }, { data, cited, extensions, planFile, profile, addressOf }) {
  const isWhole = opening === 'settled', result = join(data, 'result.json'), profiles = join(data, 'profiles');
  await resetBibliography(workspace, name, entries);
  const versions = isWhole ? await writeVersions(join(data, 'versions'), name, entries, cited.fresh.slice(0, VERSIONS)) : [];
  const { plan, notes } = planWindow({ round, name, opening, isControl: side === 'control', cited, versions });
  for (const [path, text] of Object.entries(notes)) await writeFile(join(workspace, path), text);
  await mkdir(profiles, { recursive: true });
  await rm(result, { force: true });
  const isProfiled = profile && isWhole && side === 'Seedbed';
  await writeFile(planFile, JSON.stringify({ ...plan, extension: 'seedbed.seedbed', started: Date.now(), result, ...(isProfiled && { profiles }) }));
  process.stderr.write(`${name}, round ${round + 1}, ${opening}, ${side}\n`);
  const { log } = await runInWindow(addressOf(workspace, extensions[side]), LIMIT);
  const found = await readFile(result, 'utf8').then(JSON.parse, () => undefined);
  if (found === undefined) throw new Error(`The extension host ended before it had measured:\n${log.join('\n')}`);
  return isProfiled ? { ...found, blockers: findBlockers(join(profiles, 'host.cpuprofile'), extensions.Seedbed, found.blocks) } : found;
}
