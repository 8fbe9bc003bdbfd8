import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEditor, testAddress } from '../editor.mjs';
import { bundleForHost, runInWindow } from '../hostScripts.mjs';
import { root } from '../run.mjs';
import { blockRows, inMs } from './citationTables.mjs';
import { makeEmptyExtension } from './citations.mjs';
import { readTable } from './loadCore.mjs';
import { asCslJson, makeEntries } from './makeBibliography.mjs';
import { median } from './median.mjs';
import { packExtension } from './packExtension.mjs';
import { findBlockers } from './profiles.mjs';

/** References of the list. */
const ITEMS = 2000;

const LIMIT = 10 * 60_000;

const STYLES = ['gb-t-7714-2015-numeric', 'gb-t-7714-2015-author-date', 'apa'];

/** Measures a list of 2,000 references in the extension host: written, and brought up to date when one more is cited and the note is saved. With `profile` the longest blocks are told by name. */
export async function* benchReferences({ rounds, profile }) {
  const data = await mkdtemp(join(tmpdir(), 'seedbed-references-')), script = join(root, 'out/bench/inHost');
  await bundleForHost([join(root, 'scripts/bench/inHost/references.ts')], script);
  const words = Object.keys(JSON.parse(readTable('documentFrequency')).words).filter(word => /^\p{Script=Han}{2,4}$/u.test(word));
  const entries = makeEntries(ITEMS + 1, words), workspace = join(data, 'workspace'), planFile = join(data, 'plan.json'), result = join(data, 'result.json'), profiles = join(data, 'profiles');
  const extensions = { Seedbed: await packExtension(join(data, 'extension'), { production: !profile }), control: await makeEmptyExtension(join(data, 'control')) };
  const server = await startEditor({ data, testDriver: true, settings: { 'files.hotExit': 'off', 'files.autoSave': 'off' }, env: { SEEDBED_BENCH_PLAN: planFile } });
  await mkdir(workspace);
  await mkdir(profiles);
  await writeFile(join(workspace, 'references.json'), asCslJson(entries));
  const measure = async (style, side) => {
    await writeFile(join(workspace, 'note.md'), noteOf(entries.slice(0, ITEMS)));
    await mkdir(join(workspace, '.vscode'), { recursive: true });
    await writeFile(join(workspace, '.vscode/settings.json'), JSON.stringify({ 'seedbed.references.style': style }));
    const list = `\n\n${entries.slice(0, ITEMS).map(({ title, outlet, date, url }) => `${title}. ${outlet}, ${date}. <${url}>`).join('\n\n')}\n\n`;
    await writeFile(planFile, JSON.stringify({ isControl: side === 'control', extension: 'seedbed.seedbed', result, note: 'note.md', citations: ITEMS, more: entries[ITEMS].key, list, ...(profile && side === 'Seedbed' && { profiles }) }));
    process.stderr.write(`references, ${style}, ${side}\n`);
    await runInWindow(testAddress(server, workspace, join(script, 'references.js'), extensions[side]), LIMIT);
    const found = JSON.parse(await readFile(result, 'utf8'));
    return profile && side === 'Seedbed' ? { ...found, blockers: findBlockers(join(profiles, 'host.cpuprofile'), extensions.Seedbed, found.blocks) } : found;
  };
  try {
    const results = { Seedbed: [], control: [] }, rows = [];
    for (const style of STYLES) {
      const ours = [];
      for (let round = 0; round < rounds; round++) ours.push(await measure(style, 'Seedbed'));
      results.Seedbed.push(...ours);
      const of = name => ours.map(each => each[name]).filter(each => each !== undefined);
      rows.push({ style, written: inMs(median(of('first'))), 'of them': `${of('first').length}/${rounds}`, 'one more': inMs(median(of('again'))), again: `${of('again').length}/${rounds}` });
    }
    for (let round = 0; round < rounds; round++) results.control.push(await measure(STYLES[0], 'control'));
    yield { title: `A list of ${ITEMS} references`, note: 'milliseconds until it stands in the note: written by the command, then with one more citation when the note is saved; how many windows', columns: ['style', 'written', 'of them', 'one more', 'again'], rows };
    yield { title: `Longest block of the extension host, a list of ${ITEMS} references`, note: 'milliseconds by phase, and how many were over 50 in all windows; the control writes a list that was formatted before', columns: ['phase', 'longest', 'over 50', 'control', 'over 50 in control'], rows: blockRows(results) };
    if (profile) yield { title: 'What ran in the blocks over 50 ms', note: 'milliseconds; ours: with Seedbed on the stack, most: so in one block, and its innermost functions then', columns: ['phase', 'blocks', 'ms', 'ours', 'most', 'function', 'place', 'others'], rows: results.Seedbed.flatMap(each => each.blockers) };
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const noteOf = entries => `---\ntitle: 笔记\n---\n\n${entries.map(({ key }) => `据报道[@${key}]。`).join('\n\n')}\n\n<!-- seedbed:bibliography -->\n\n<!-- /seedbed:bibliography -->\n`;
