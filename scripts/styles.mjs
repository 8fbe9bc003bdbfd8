/** The styles and locales of the Citation Style Language that come with Seedbed, taken from Debian's packages as they are. */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillOnce } from './cache.mjs';
import { hasDebian, unpackDebian } from './debian.mjs';

const packages = ['citation-style-language-styles', 'citation-style-language-locales'];
const hint = 'Set SEEDBED_STYLES to a folder with `styles` and `locales` of citationstyles.org.';

/** Files of the project that Seedbed takes, by the name it gives them. */
const taken = {
  'gb-t-7714-2015-numeric.csl': 'styles/china-national-standard-gb-t-7714-2015-numeric.csl',
  'gb-t-7714-2015-author-date.csl': 'styles/china-national-standard-gb-t-7714-2015-author-date.csl',
  'apa.csl': 'styles/apa.csl',
  'chicago-author-date.csl': 'styles/chicago-author-date.csl',
  'modern-language-association.csl': 'styles/modern-language-association.csl',
  'locales-zh-CN.xml': 'locales/locales-zh-CN.xml',
  'locales-zh-TW.xml': 'locales/locales-zh-TW.xml',
  'locales-en-US.xml': 'locales/locales-en-US.xml',
};

/** The folder that holds `styles` and `locales`: the one that is named, else Debian's, unpacked into the cache; throws what to do. */
async function installStyles() {
  if (process.env.SEEDBED_STYLES) return process.env.SEEDBED_STYLES;
  const fetch = async folder => {
    if (!hasDebian()) throw new Error(`The citation styles are fetched from Debian. ${hint}`);
    console.log('Fetching citation styles into the cache (2 MB, once)…');
    await unpackDebian(folder, () => packages).catch(cause => { throw new Error(`The citation styles could not be fetched. ${cause.message} ${hint}`, { cause }); });
  };
  return join(await fillOnce('citation-styles', fetch), 'usr/share/citation-style-language');
}

/** Copies the files that Seedbed takes. */
export async function writeStyles(out) {
  const folder = await installStyles();
  await mkdir(out, { recursive: true });
  await Promise.all(Object.entries(taken).map(([name, file]) => copyFile(join(folder, file), join(out, name))));
}

/** Who wrote the files, as they say themselves, and under which licence they stand. */
export async function stylesNotice() {
  const folder = await installStyles();
  const texts = await Promise.all(Object.entries(taken).map(async ([name, file]) => `${name}: ${namesIn(await readFile(join(folder, file), 'utf8')).join(', ')}`));
  return [
    'Styles and locales of the Citation Style Language (CC-BY-SA-3.0)\nhttps://citationstyles.org/',
    'Collected by the CSL Project and taken over unchanged; each file names its authors, translators and contributors:',
    texts.join('\n'),
    'Licensed under the Creative Commons Attribution-ShareAlike 3.0 Unported License:\nhttps://creativecommons.org/licenses/by-sa/3.0/',
  ].join('\n\n');
}

function namesIn(xml) {
  const info = /<info>[^]*?<\/info>/.exec(xml)?.[0] ?? '';
  return [...new Set([...info.matchAll(/<name>([^<]+)<\/name>/g)].map(([, name]) => name.trim()))];
}
