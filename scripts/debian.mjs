import { existsSync } from 'node:fs';
import { chmod, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fillOnce } from './cache.mjs';
import { capture, findCommand } from './run.mjs';

/** Whether packages of Debian can be fetched and unpacked here. */
export const hasDebian = () => findCommand('apt-get') !== undefined && findCommand('dpkg-deb') !== undefined;

/**
 * Fetches packages of Debian and unpacks them into a folder, which needs no rights and installs nothing.
 * `packages` gives their names for options of apt; throws what apt said.
 */
export async function unpackDebian(folder, packages) {
  const lists = ['-o', `Dir::State::Lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${join(folder, 'archives')}`];
  const download = options => capture('apt-get', ['download', '-qq', ...options, ...packages(options)], { cwd: folder, shell: false });
  if (download([]).code !== 0) {
    must(capture('mkdir', ['-p', join(folder, 'lists', 'partial'), join(folder, 'archives', 'archives', 'partial')]));
    must(capture('apt-get', ['update', '-qq', ...lists]));
    must(download(lists));
  }
  const archives = (await readdir(folder)).filter(name => name.endsWith('.deb'));
  for (const file of archives) must(capture('dpkg-deb', ['-x', join(folder, file), folder]));
  await Promise.all(['lists', 'archives', ...archives].map(name => rm(join(folder, name), { recursive: true, force: true })));
}

/**
 * The path of a program: the one that `variable` names or that is installed, else Debian's, unpacked into the cache with the libraries it
 * depends on, behind a script that finds them. `test` are arguments with which it ends well. Throws what to do.
 */
export async function installProgram({ command, from, variable, size, test }) {
  const cached = `${command}-${process.arch}`, unpacked = join(cacheFolder, cached, command);
  const hint = `Install ${command} (Debian: apt-get install ${from}), or set ${variable} to its path.`;
  const found = process.env[variable] || findCommand(command) || (existsSync(unpacked) ? unpacked : undefined);
  if (found !== undefined) return found;
  if (!hasDebian()) throw new Error(`No ${command} was found. ${hint}`);
  console.log(`Fetching ${command} into the cache (about ${size}, once)…`);
  const fill = async folder => {
    try {
      await unpackDebian(folder, options => [from, ...dependencies(from, options)]);
      await writeFile(join(folder, command), launcher(command));
      await chmod(join(folder, command), 0o755);
      must(capture(join(folder, command), test));
    } catch (error) {
      throw new Error(`${command} could not be fetched. ${error.message} ${hint}`, { cause: error });
    }
  };
  return join(await fillOnce(cached, fill), command);
}

/** What a package depends on, but for the C library, which must be the system's own. */
function dependencies(name, options) {
  const { stdout } = capture('apt-cache', [...options, 'depends', name]);
  return [...new Set([...stdout.matchAll(/^ *Depends: ([a-z0-9][a-z0-9.+-]*)$/gm)].map(([, each]) => each).filter(each => each !== 'libc6'))];
}

const launcher = command => `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
for folder in "$here"/usr/lib/*-linux-gnu* "$here"/lib/*-linux-gnu*; do LD_LIBRARY_PATH="$folder:$LD_LIBRARY_PATH"; done
export LD_LIBRARY_PATH pandoc_datadir="$here/usr/share/pandoc"
exec "$here/usr/bin/${command}" "$@"
`;

function must({ code, stderr }) {
  if (code !== 0) throw new Error(stderr.trim());
}
