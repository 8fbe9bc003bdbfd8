import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Runs every specification beside this file inside the extension host; rejects when one fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const report: string[] = [];
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => void report.push(format(...words));
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(failed => {
      writeResult(runner.stats, report);
      resolve(failed);
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** The run outside learns counts and report from a file: the host has no other way out than an exit code. */
function writeResult(stats: Mocha.Stats | undefined, report: readonly string[]): void {
  const file = process.env['SEEDBED_COUNTS'];
  if (file === undefined) return;
  const counts = { passed: stats?.passes ?? 0, failed: stats?.failures ?? 0, pending: stats?.pending ?? 0 };
  writeFileSync(file, JSON.stringify({ ...counts, report: report.join('\n') }));
}
