import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Runs every specification beside this file inside the extension host; rejects when one fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    runner.once('end', () => writeCounts(runner.stats));
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** The runner outside learns the counts from a file: the host has no other way out than an exit code. */
function writeCounts(stats: Mocha.Stats | undefined): void {
  const file = process.env['SEEDBED_COUNTS'];
  if (file === undefined) return;
  writeFileSync(file, JSON.stringify({ passed: stats?.passes ?? 0, failed: stats?.failures ?? 0, pending: stats?.pending ?? 0 }));
}
