/** Writes the licences of everything that comes with the programs of dist/ and is not Seedbed's own. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';
import { stylesNotice } from './styles.mjs';

/** Packages whose data stand in dist/tables, though no program holds their code. */
const inTables = ['opencc-js', 'pinyin-pro'];

/** @param metafiles what esbuild says of the bundles, inputs among it */
export async function writeNotices(metafiles, file) {
  const bundled = metafiles.flatMap(({ inputs }) => Object.keys(inputs)).map(packageOf).filter(name => name !== undefined);
  const names = [...new Set([...bundled, ...inTables])].sort();
  const notices = await Promise.all([...names.map(noticeOf), stylesNotice()]);
  await writeFile(file, `${['Seedbed contains parts of the following packages.', ...notices].join(`\n\n${'-'.repeat(79)}\n\n`)}\n`);
}

/** `node_modules/a/node_modules/@b/c/x.js` is of the package in `a/node_modules/@b/c`. */
function packageOf(input) {
  return /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[0].replace(/\/$/, '').replace(/^.*?node_modules\//, '');
}

async function noticeOf(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, homepage } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder, { withFileTypes: true })).filter(entry => entry.isFile() && /^(?:licen[cs]e|copying|notice|third_party_licenses)/i.test(entry.name));
  const texts = await Promise.all(files.map(entry => entry.name).sort().map(each => readFile(join(folder, each), 'utf8')));
  return [`${name} ${version} (${license})${homepage ? `\n${homepage}` : ''}`, ...texts].map(text => text.trim()).join('\n\n');
}
