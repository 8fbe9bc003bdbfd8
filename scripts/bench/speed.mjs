import { readWithPeer } from './peer.mjs';
import { readAlone } from './readPages.mjs';

/** Milliseconds that both readers took for all pages, round by round; they read each page one after the other, the first of them in turn. */
export function measurePeer(all, rounds, core) {
  const pages = all.map(({ bytes, path, encoding }) => ({ bytes: bytes(), path, encoding }));
  const readers = { Seedbed: page => readAlone(page.bytes, page.path, core), Readability: page => readWithPeer(page.bytes, page.encoding) };
  return { pages: pages.length, rounds: interleave(pages, readers, rounds) };
}

/** Milliseconds for the same pages as HTML and as the text that they show, with the number of characters of both. */
export function measurePlain(all, rounds, core) {
  const pages = all.filter(page => page.raw !== '').map(({ bytes, path, raw, encoding }) => ({ bytes: bytes(), path, encoding, plain: Buffer.from(raw), length: raw.length }));
  const readers = { html: page => readAlone(page.bytes, page.path, core), text: page => readAlone(page.plain, 'page.txt', core) };
  return {
    visible: pages.reduce((sum, page) => sum + page.length, 0),
    source: pages.reduce((sum, page) => sum + new TextDecoder(page.encoding).decode(page.bytes).length, 0),
    rounds: interleave(pages, readers, rounds),
  };
}

/** Lets every reader read every page, in changing order, `rounds` times after one that does not count. */
function interleave(pages, readers, rounds) {
  const names = Object.keys(readers);
  return Array.from({ length: rounds + 1 }, () => {
    const sums = Object.fromEntries(names.map(name => [name, 0]));
    pages.forEach((page, at) => {
      for (const name of at % 2 === 0 ? names : names.toReversed()) {
        const start = performance.now();
        readers[name](page);
        sums[name] += performance.now() - start;
      }
    });
    return sums;
  }).slice(1);
}
