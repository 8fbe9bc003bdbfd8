// Trains the line models of src/core/judge from labelled pages: model.json for text, treeModel.json for pages that have a tree.
//
//   node --import tsx scripts/train.mjs --corpus DIR
//
// DIR holds text-*.jsonl, one page a line, {host, lines[], body[], title[]}, and folders of saved pages with a manifest.jsonl, one page
// a line, {url, file, truth: {text}}. Hosts of test/heldOutHosts.json are refused, whatever DIR holds. The same pages give the same file byte for byte.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { boost } from './boost.mjs';
import { findFeeds, withoutFeeds } from '../src/core/judge/feeds.ts';
import { decode } from '../src/core/ingest/decode.ts';
import { parseHtml } from '../src/core/ingest/parseHtml.ts';
import { featureNames, featuresOf, treeFeatureNames } from '../src/core/judge/features.ts';
import { placesOf } from '../src/core/judge/places.ts';
import { treeOf } from '../src/core/judge/pageTree.ts';
import { measure } from '../src/core/judge/measures.ts';
import { normalLine } from '../src/core/cues/normal.ts';
import { readLine } from '../src/core/cues/lineCues.ts';
import { foldTable } from '../src/core/text/foldTable.ts';
import { lazyTables } from '../src/core/text/tables.ts';


const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tables = lazyTables((name) => readFileSync(join(root, 'dist/tables', `${name}.json`), 'utf8'));
const textShape = { trees: 180, depth: 5, rate: 0.08, minimum: 6, ridge: 4, share: 0.35, pages: 0.7 };
export const treeShape = { ...textShape, minimum: 3, share: 0.3 };

/** Features that tell one page from another rather than one line: of a few hundred saved pages, trees would learn them by heart. */
const OF_A_PAGE = new Set(['pageLatin', 'pageLines', 'pageProse', 'pageFrame', 'pageIndent', 'pageLinked', 'hasDateline']);

/** FNV-1a, 32 bit, of the text in UTF-8. */
export function fnv(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

const heldOut = new Set(JSON.parse(readFileSync(join(root, 'test/heldOutHosts.json'), 'utf8')).hosts);
const isOpen = (host) => !heldOut.has(host) && fnv(host) % 5 !== 0;
const rowsOf = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

/** Pages of every text set in `corpus` but those of held-out hosts. */
export function readPages(corpus) {
  const files = readdirSync(corpus).filter((name) => /^text-.*\.jsonl$/.test(name)).sort();
  return files.flatMap((name) => rowsOf(join(corpus, name)).map((page) => ({ set: name, ...page }))).filter((page) => isOpen(page.host));
}

/** Saved HTML pages of every set in `corpus` but those of held-out hosts, their lines labelled by the words they share with the truth. */
export function readHtmlPages(corpus) {
  const sets = readdirSync(corpus).filter((name) => existsSync(join(corpus, name, 'manifest.jsonl'))).sort();
  return sets.flatMap((set) => rowsOf(join(corpus, set, 'manifest.jsonl')).flatMap((row) => {
    const { host } = new URL(row.url);
    if (!isOpen(host) || !row.truth.text) return [];
    const decoded = decode(readFileSync(join(corpus, set, row.file)), tables);
    if (!decoded.ok) return [];
    const { raw, blocks, boxes, declared } = parseHtml(decoded.value.raw);
    const texts = blocks.map(({ span }) => raw.slice(span.start, span.end));
    const body = label(texts, row.truth.text);
    return [{ set, id: `${set}/${row.id}`, host, texts, blocks, tree: treeOf({ boxes, declared }), body, truth: row.truth }];
  }));
}

const TOKEN = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\p{P}\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/gu;
const tokensOf = (text) => text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];

/** A line is body when most of its runs of four tokens stand in the truth; a shorter one when it is a line of the truth. */
function label(texts, truth) {
  const runs = new Set(), whole = new Set(truth.split('\n').map((line) => tokensOf(line).join(' ')));
  const all = tokensOf(truth);
  for (let at = 0; at + 4 <= all.length; at++) runs.add(all.slice(at, at + 4).join(' '));
  return texts.map((text) => {
    const tokens = tokensOf(text);
    if (tokens.length < 6) return whole.has(tokens.join(' '));
    let hits = 0;
    for (let at = 0; at + 4 <= tokens.length; at++) hits += runs.has(tokens.slice(at, at + 4).join(' ')) ? 1 : 0;
    return hits >= 0.6 * (tokens.length - 3);
  });
}

/** The lines of a page as the reader sees them; a row may tell the share of its links and how it is set. */
export function toLines(rows, { indented = true } = {}) {
  return rows.map((row) => {
    const { text, linked = 0, kind = 'paragraph', place } = typeof row === 'string' ? { text: row } : row;
    const normal = normalLine(text.trim(), simplify);
    const stands = indented && (row.indented ?? /^(?:[\u3000\u2003]|[ \u00a0]{2}|\t)/.test(text));
    return { span: { start: 0, end: 0 }, lines: null, kind, indented: stands, linked, text: text.trim(), normal, cues: readLine(normal, kind === 'listItem'), ...(place && { place }) };
  });
}

const units = foldTable(tables).units;
const simplify = (character) => { const to = units[character.charCodeAt(0)]; return to && to <= 0xffff ? String.fromCharCode(to) : character; };

/** An HTML page as it is, and as the text it would have been copied as. */
function htmlVariants(page) {
  const rows = page.texts.map((text, index) => ({ text, body: page.body[index], linked: page.blocks[index].linked, kind: page.blocks[index].kind, indented: page.blocks[index].indented }));
  const plain = rows.map(({ text, body, kind }) => ({ text: kind === 'listItem' ? `• ${text}` : text, body }));
  return /^text/.test(page.set) || page.texts.some((text) => /[\u4e00-\u9fff]{8}/.test(text)) ? [{ rows, indented: true, weight: 0.7 }] : [{ rows, indented: true, weight: 0.7 }, { rows: plain, indented: false, weight: 0.5 }];
}

/** A page as saved, without indentation, cut close around its body, and its body alone: writers save all of these. */
function variants(page) {
  if (page.texts) return htmlVariants(page);
  const body = page.body.map(Boolean), first = body.indexOf(true), last = body.lastIndexOf(true);
  const rows = page.lines.map((text, index) => ({ text, body: body[index] })).filter((row) => row.text.trim() !== '');
  const cut = (from, to) => page.lines.slice(from, to).map((text, index) => ({ text, body: body[from + index] })).filter((row) => row.text.trim() !== '');
  const seed = fnv(`${page.id}`);
  const out = [{ rows, indented: true, weight: 1 }, { rows, indented: false, weight: 0.6 }];
  if (first < 0) return out;
  const head = Math.max(0, first - (seed % 7)), tail = Math.min(page.lines.length, last + 1 + ((seed >> 4) % 9));
  out.push({ rows: cut(head, tail), indented: seed % 2 === 0, weight: 0.6 });
  out.push({ rows: [...cut(last + 1, Math.min(page.lines.length, last + 40)), ...cut(Math.max(0, first - 30), last + 1)], indented: seed % 2 === 0, weight: 0.3 });
  out.push({ rows: cut(first, last + 1).filter((row) => row.body), indented: seed % 2 === 1, weight: 0.4 });
  return out;
}

/** A saved page as its tree has it. */
export const asTree = (page) => [{ rows: page.texts.map((text, index) => ({ text, body: page.body[index], ...page.blocks[index] })), tree: page.tree, indented: true, weight: 1 }];

/** Feature columns, labels and weights of `pages`; every page weighs about the same, long lines more than short ones. */
export function toRows(pages, expand, names) {
  const columns = names.map(() => []), labels = [], weights = [], groups = [], out = new Float32Array(names.length);
  const hosts = new Map();
  for (const page of pages) hosts.set(page.host, (hosts.get(page.host) ?? 0) + 1);
  pages.forEach((page, group) => {
    for (const { rows: all, tree, indented, weight } of expand(page)) {
      const everything = toLines(all, { indented });
      const kept = withoutFeeds(everything, findFeeds(everything, measure(everything)));
      const lines = kept.map((index) => everything[index]), rows = kept.map((index) => all[index]);
      const m = measure(lines), fill = featuresOf(lines, m, tree && placesOf(lines, tree, m));
      const weigh = rows.map((_, index) => 1 + Math.min(12, m.letters[index] / 12));
      const total = weigh.reduce((sum, value) => sum + value, 0);
      rows.forEach((row, index) => {
        fill(index, out);
        out.forEach((value, feature) => columns[feature].push(value));
        labels.push(row.body ? 1 : 0);
        weights.push((weight * weigh[index] * 120) / (total + 60) / Math.sqrt(hosts.get(page.host)));
        groups.push(group);
      });
    }
  });
  return { columns: columns.map((column) => Float32Array.from(column)), labels: Uint8Array.from(labels), weights: Float64Array.from(weights), groups: Uint32Array.from(groups) };
}

const short = (value) => Number(value.toPrecision(4));

/** Trees as nested arrays: [feature, cut, low, high] or a number. */
const pack = (node) => ('value' in node ? short(node.value) : [node.feature, short(node.cut), pack(node.low), pack(node.high)]);

/** Learns the model of pages that have no tree, or with `asTree` of those that have one. */
export function train(pages, expand, shape) {
  const names = expand === asTree ? treeFeatureNames : featureNames;
  const { columns, labels, weights, groups } = toRows(pages, expand, names);
  const asked = columns.map((column, feature) => (expand === asTree && OF_A_PAGE.has(names[feature]) ? new Float32Array(column.length) : column));
  const { bias, trees } = boost(asked, labels, weights, groups, shape);
  return { features: names, bias: short(bias), trees: trees.map(pack) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
  if (!values.corpus) { console.error('usage: node --import tsx scripts/train.mjs --corpus DIR'); process.exit(2); }
  const saved = readHtmlPages(values.corpus);
  const models = { model: train([...readPages(values.corpus), ...saved], variants, textShape), treeModel: train(saved, asTree, treeShape) };
  for (const [name, model] of Object.entries(models)) writeFileSync(join(root, `src/core/judge/${name}.json`), `${JSON.stringify(model)}\n`);
  console.log(Object.entries(models).map(([name, { trees }]) => `${name}: ${trees.length} trees`).join(', '));
}
