import { existsSync } from 'node:fs';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fillOnce } from './cache.mjs';
import { capture, findCommand } from './run.mjs';

const hint = 'Install pandoc (Debian: apt-get install pandoc), or set SEEDBED_PANDOC to its path.';
const cached = `pandoc-${process.arch}`;

/** The path of pandoc: the one that is installed, else Debian's, unpacked into the cache, which needs no rights; throws what to do. */
export async function installPandoc() {
  const unpacked = join(cacheFolder, cached, 'pandoc');
  const found = process.env.SEEDBED_PANDOC || findCommand('pandoc') || (existsSync(unpacked) ? unpacked : undefined);
  if (found !== undefined) return found;
  if (findCommand('apt-get') === undefined || findCommand('dpkg-deb') === undefined) throw new Error(`No pandoc was found. ${hint}`);
  console.log('Fetching pandoc into the cache (about 150 MB, once)…');
  return join(await fillOnce(cached, unpackPandoc), 'pandoc');
}

/** Unpacks Debian's package and the libraries it depends on, and writes a script beside them that finds them. */
async function unpackPandoc(folder) {
  const lists = ['-o', `Dir::State::Lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${join(folder, 'archives')}`];
  const names = options => ['pandoc', ...dependencies(options)];
  const download = options => capture('apt-get', ['download', '-qq', ...options, ...names(options)], { cwd: folder, shell: false });
  if (download([]).code !== 0) {
    must(capture('mkdir', ['-p', join(folder, 'lists', 'partial'), join(folder, 'archives', 'archives', 'partial')]));
    must(capture('apt-get', ['update', '-qq', ...lists]));
    must(download(lists));
  }
  for (const file of (await readdir(folder)).filter(name => name.endsWith('.deb'))) must(capture('dpkg-deb', ['-x', join(folder, file), folder]));
  must(capture('rm', ['-rf', ...['lists', 'archives'].map(name => join(folder, name)), ...(await readdir(folder)).filter(name => name.endsWith('.deb')).map(name => join(folder, name))]));
  const script = join(folder, 'pandoc');
  await writeFile(script, launcher);
  await chmod(script, 0o755);
  must(capture(script, ['--version']));
}

/** What pandoc depends on besides the system's own library. */
function dependencies(options) {
  const { stdout } = capture('apt-cache', [...options, 'depends', 'pandoc']);
  return [...new Set([...stdout.matchAll(/^ *Depends: ([a-z0-9][a-z0-9.+-]*)$/gm)].map(([, name]) => name).filter(name => name !== 'libc6'))];
}

const launcher = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
for folder in "$here"/usr/lib/*-linux-gnu* "$here"/lib/*-linux-gnu*; do LD_LIBRARY_PATH="$folder:$LD_LIBRARY_PATH"; done
export LD_LIBRARY_PATH pandoc_datadir="$here/usr/share/pandoc"
exec "$here/usr/bin/pandoc" "$@"
`;

function must({ code, stderr }) {
  if (code !== 0) throw new Error(`pandoc could not be fetched. ${stderr.trim()} ${hint}`);
}
