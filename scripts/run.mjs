import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const isWindows = process.platform === 'win32';

/** Runs a command in the project (or `options.cwd`) with inherited output; rejects with its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows, ...options });
    const end = () => child.kill();
    process.once('exit', end);
    child.on('error', reject);
    child.on('close', code => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Runs a command and gives its output and exit code; a command that cannot be started has code 127. */
export function capture(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, shell: isWindows, ...options });
  return { code: done.status ?? 127, stdout: done.stdout ?? '', stderr: done.stderr ?? '' };
}

/** The path of a command on the PATH, or undefined. */
export function findCommand(...names) {
  const suffixes = isWindows ? ['.cmd', '.exe', ''] : [''];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const found = suffixes.map(suffix => join(folder, name + suffix)).find(path => folder !== '' && existsSync(path));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A TCP port of the loopback that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Lets a signal end the process as `process.exit` does, so that what it started is ended too. */
export function exitOnSignals() {
  for (const [name, number] of [['SIGHUP', 1], ['SIGINT', 2], ['SIGTERM', 15]]) process.once(name, () => process.exit(128 + number));
}

export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
