import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installRis2xml } from './bibutils.mjs';
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { installDependencies } from './dependencies.mjs';
import { installEditor } from './editor.mjs';
import { runHostTests } from './hostTests.mjs';
import { installPandoc } from './pandoc.mjs';
import { exitOnSignals, root, run } from './run.mjs';

const out = join(root, 'out');
const countsFile = name => join(out, `counts-${name}.json`);
const bin = (name, ...args) => run(process.execPath, [join(root, 'node_modules', name), ...args]);

/** Runs mocha with the counting reporter; its exit code says no more than the counts do. */
const mocha = (name, ...args) => run(process.execPath, [
  join(root, 'node_modules/mocha/bin/mocha.js'), ...args, '--reporter', join(root, 'scripts/countingReporter.cjs'),
], { env: { ...process.env, SEEDBED_COUNTS: countsFile(name) } });

/** What a run goes through, in order; a phase with `counts` tells how many tests it had, the others pass or fail as one. Those `beside` others run at the same time as the next, as far as none of these measures time or opens windows. */
const phases = [
  { name: 'build', act: () => build() },
  { name: 'check', beside: true, act: () => run('npm', ['run', '--silent', 'check']) },
  { name: 'lint', beside: true, act: () => bin('eslint/bin/eslint.js', '.') },
  { name: 'unit', counts: true, needs: ['build', 'pandoc'], act: () => mocha('unit') },
  { name: 'page', counts: true, needs: ['build', 'editor'], act: () => mocha('page', '--config', 'test/webview/.mocharc.json') },
  { name: 'host', counts: true, needs: ['build', 'editor'], act: () => runHostTests(countsFile('host')) },
  { name: 'ui', counts: true, needs: ['build', 'editor', 'pandoc'], act: () => mocha('ui', '--config', 'test/ui/.mocharc.json') },
];

/** The editor, the browser, pandoc and bibutils are fetched before the phases that need them, and named when they fail. */
const preparations = [
  { name: 'pandoc', act: () => Promise.all([installPandoc(), installRis2xml()]) },
  { name: 'editor', act: () => Promise.all([installEditor(), installChromium()]) },
];

function choosePhases(args) {
  const at = args.indexOf('--only');
  if (at < 0) return phases;
  const names = (args[at + 1] ?? '').split(',');
  const unknown = names.filter(name => !phases.some(phase => phase.name === name));
  if (unknown.length > 0) throw new Error(`--only takes ${phases.map(phase => phase.name).join(',')}; not ${unknown.join(',')}`);
  return phases.filter(({ name }) => names.includes(name) || (name === 'build' && phases.some(phase => names.includes(phase.name) && phase.needs)));
}

/** Adds what fetches programs before the first phase that needs each. */
function withPreparations(chosen) {
  const fetched = new Set();
  return chosen.flatMap(phase => {
    const before = preparations.filter(({ name }) => phase.needs?.includes(name) && !fetched.has(name));
    for (const { name } of before) fetched.add(name);
    return [...before, phase];
  });
}

async function readCounts(name) {
  return existsSync(countsFile(name)) ? JSON.parse(await readFile(countsFile(name), 'utf8')) : { passed: 0, failed: 0, pending: 0 };
}

/** Runs one phase and gives `{ name, seconds, passed, failed, error? }`. */
async function runPhase({ name, act, counts, needs = [] }, failedPhases) {
  const missing = needs.find(need => failedPhases.has(need));
  if (missing !== undefined) return { name, seconds: 0, passed: 0, failed: counts ? 1 : 0, error: `not run: ${missing} failed` };
  console.log(`\n== ${name} ==`);
  const start = performance.now();
  const error = await Promise.resolve().then(act).then(() => undefined, reason => reason);
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  const counted = counts ? await readCounts(name) : { passed: 0, failed: 0, pending: 0 };
  const nothingRan = counts && counted.passed + counted.failed === 0;
  const failed = counted.failed + (counted.pending ?? 0) + (nothingRan || (error !== undefined && counted.failed === 0) ? 1 : 0);
  return { name, seconds, passed: counted.passed, failed, ...(error === undefined ? {} : { error: error.message }) };
}

async function main() {
  exitOnSignals();
  const start = performance.now();
  const chosen = withPreparations(choosePhases(process.argv.slice(2)));
  await installDependencies();
  await mkdir(out, { recursive: true });
  const results = [];
  const failedPhases = new Set();
  let beside = Promise.resolve();
  const go = async phase => {
    await rm(countsFile(phase.name), { force: true });
    const result = await runPhase(phase, failedPhases);
    if (result.failed > 0) failedPhases.add(phase.name);
    results.push(result);
  };
  for (const phase of chosen) {
    if (phase.beside) beside = beside.then(() => go(phase));
    else {
      if (phase.name === 'editor') await beside;
      await go(phase);
    }
  }
  await beside;
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const summary = { passed: sum('passed'), failed: sum('failed'), seconds: Number(((performance.now() - start) / 1000).toFixed(1)), phases: results };
  await writeFile(join(out, 'test-summary.json'), JSON.stringify(summary, null, 2));
  console.log('');
  for (const { name, seconds, passed, failed, error } of results) {
    console.log(`${name.padEnd(7)}${`${seconds} s`.padStart(9)}  ${failed > 0 ? `FAILED (${failed})` : passed > 0 ? `${passed} passed` : 'ok'}${error === undefined ? '' : `  ${error}`}`);
  }
  console.log(`${summary.passed} passed, ${summary.failed} failed`);
  process.exitCode = summary.failed > 0 ? 1 : 0;
}

await main();
