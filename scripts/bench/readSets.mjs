import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { root } from '../run.mjs';

const rowsOf = file => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));

/**
 * The sets of labelled pages in a folder, and the seeds: {name, format, pages}. A page is {id, path, host, at, bytes(), truth}, its truth
 * {text, optional?, title?, date?, publisher?}; `at` is its place among all pages of its set.
 */
export function readSets(corpus) {
  const names = readdirSync(corpus).sort();
  const html = names.filter(name => existsSync(join(corpus, name, 'manifest.jsonl'))).map(name => readHtmlSet(corpus, name));
  const text = names.filter(name => /^text-.*\.jsonl$/.test(name)).map(name => readTextSet(corpus, name));
  return [...html, ...text, readSeeds()];
}

function readHtmlSet(corpus, name) {
  const pages = rowsOf(join(corpus, name, 'manifest.jsonl')).map(({ url, file, truth }, at) => {
    const path = isAbsolute(file) ? file : join(corpus, name, file);
    return { id: `${url}  ${file}`, path, host: new URL(url).host, at, bytes: () => readFileSync(path), truth: { ...truth, publisher: truth.source } };
  });
  return { name, format: 'html', pages };
}

/** Pages that come as lines, {host, lines[], body[], title[], date}, stand two line ends apart, as copied pages do. */
function readTextSet(corpus, file) {
  const pages = rowsOf(join(corpus, file)).map(({ host, lines, body, title = [], date }, at) => {
    const path = `${host}/${String(at).padStart(3, '0')}.txt`;
    const truth = { text: lines.filter((_, line) => body[line]).join('\n'), optional: title.map(line => lines[line]).join('\n'), date };
    return { id: path, path, host, at, bytes: () => Buffer.from(`${lines.join('\n\n')}\n`), truth };
  });
  return { name: file.replace(/\.jsonl$/, ''), format: 'text', pages };
}

function readSeeds() {
  const { seeds } = JSON.parse(readFileSync(join(root, 'test/seed-truth.json'), 'utf8'));
  const pages = seeds.map((seed, at) => {
    const path = join(root, 'seeds', seed.file);
    return { id: seed.file, path, host: seed.file, at, isSeed: true, bytes: () => readFileSync(path), truth: seedTruth(seed, readFileSync(path, 'utf8').split('\n')) };
  });
  return { name: 'seeds', format: 'text', pages };
}

const PINYIN = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/g;

/** The text of a seed without its damage: what was repaired with certainty, and no reading behind a character. */
function seedTruth({ title, lines, repairs, published, publisher }, raw) {
  const mended = raw.map((line, at) => repairs.filter(each => each.line === at + 1 && (each.confidence ?? 'certain') === 'certain').reduce((text, each) => text.replace(each.raw, each.fixed), line).replace(PINYIN, ''));
  const textOf = isWanted => lines.filter(each => isWanted(each.class)).flatMap(({ from, to }) => mended.slice(from - 1, to)).join('\n');
  return {
    text: textOf(name => name.startsWith('body.')), optional: textOf(name => name.startsWith('meta.title')),
    title, date: published.value.slice(0, 10), publisher: publisher.claimed,
  };
}
