import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../run.mjs';

const folder = join(root, 'out/packages');

/** Fetches Debian packages by name, each once, and unpacks them into out/packages; yields the names of those it could not get. */
export function fetchPackages(names) {
  mkdirSync(folder, { recursive: true });
  return names.filter(name => !existsSync(join(folder, name)) && !fetchPackage(name));
}

function fetchPackage(name) {
  const done = spawnSync('apt-get', ['download', name], { cwd: folder, stdio: 'ignore' });
  const file = readdirSync(folder).find(each => each.startsWith(`${name}_`) && each.endsWith('.deb'));
  if (done.status !== 0 || file === undefined) return false;
  const unpacked = spawnSync('dpkg-deb', ['-x', join(folder, file), join(folder, name)], { stdio: 'ignore' });
  rmSync(join(folder, file));
  return unpacked.status === 0;
}

/** The files of a package whose names match, {name, bytes()}, unpacked where they are packed; none where it could not be fetched. */
export function filesOf(name, pattern) {
  const place = join(folder, name);
  if (!existsSync(place)) return [];
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && pattern.test(entry.name));
  return files.map(entry => join(entry.parentPath, entry.name)).sort().map(path => ({
    name: path.slice(folder.length + 1),
    bytes: () => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)),
  }));
}

/** The translations of a .mo file, one a line. */
export function readTranslations(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = view.getUint32(0, true) === 0x950412de;
  const count = view.getUint32(8, isLittle), table = view.getUint32(16, isLittle);
  return Array.from({ length: count }, (_, at) => {
    const length = view.getUint32(table + at * 8, isLittle), start = view.getUint32(table + at * 8 + 4, isLittle);
    return bytes.subarray(start, start + length).toString('utf8');
  }).slice(1).join('\n');
}
