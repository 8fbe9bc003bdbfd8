import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classesOf, seedTruth, type SeedTruth } from '../seedTruth';

/** A saved page that notes quote, taken apart by hand. */
export interface QuotationSource {
  readonly name: string;
  /** The page's path. */
  readonly file: string;
  /** The paragraphs and captions of the article, as they stand in the file but for the indent. */
  readonly body: readonly string[];
  /** Sentences of the page that announce other articles. */
  readonly hidden: readonly string[];
  /** Everyone named in the metadata or the article. */
  readonly people: readonly string[];
}

const pages = join(__dirname, 'pages');
const seeds = join(__dirname, '..', '..', 'seeds');
const trimmed = (texts: readonly string[]): readonly string[] => texts.map(text => text.trim()).filter(text => text !== '');

/** The part of a text between two words that stand in it. */
function between(text: string, before: string, behind: string): string {
  const from = text.indexOf(before);
  const until = text.indexOf(behind, from);
  if (from < 0 || until < 0) throw new Error(`no ${before} or ${behind}`);
  return text.slice(from + before.length, until);
}

/** Sorts a plain page: the article stands between its dateline and the editor, sentences below the share line announce others. */
function plainSource(name: string, dateline: string, editor: string, people: readonly string[]): QuotationSource {
  const file = join(pages, `${name}.txt`);
  const text = readFileSync(file, 'utf8');
  const body = trimmed(between(text, dateline, editor).split('\n'));
  const below = trimmed(text.slice(text.indexOf('分享')).split('\n').slice(1));
  return { name, file, body, hidden: below.filter(line => line.endsWith('。')), people };
}

const paragraphs = (html: string): readonly string[] => trimmed([...html.matchAll(/<p>(.*?)<\/p>/g)].map(match => match[1] ?? ''));

/** Sorts a page of HTML by its elements. */
function htmlSource(name: string, people: readonly string[]): QuotationSource {
  const file = join(pages, `${name}.html`);
  const html = readFileSync(file, 'utf8');
  return { name, file, body: paragraphs(between(html, '<article>', '</article>')), hidden: paragraphs(between(html, '<aside', '</aside>')), people };
}

/** The pages made for the cases. */
export const quotationSources: readonly QuotationSource[] = [
  plainSource('harbour', '记者 顾南舟', '（责任编辑', ['顾南舟', '许听澜', '陆怀川', '沈砚秋', '冯满仓', '林予白']),
  htmlSource('bridge', ['温知许', '罗晓棠', '裴长庚', '叶青禾', '石守田']),
  plainSource('orchard', '记者 柳闻笛', '责任编辑', ['柳闻笛', '石小溪', '段晓禾', '邢伯年', '乔小满']),
  plainSource('bookvan', '记者 宋以宁', '（编辑', ['宋以宁', '董清晏', '杜若溪', '曹广田', '康明远']),
  plainSource('river', '记者：方屿', '责任编辑', ['方屿', '祁望', '罗见山', '褚云澄', '韩桂枝']),
  plainSource('theatre', '記者 賴映雪', '責任編輯', ['賴映雪', '連雨喬', '紀存仁', '江望舒', '裴時雨']),
  plainSource('tram', '記者 康若谷', '責任編輯', ['康若谷', '簡書白', '黎正言', '石敏行']),
  htmlSource('lighthouse', ['Nora Whitcombe', 'Whitcombe', 'Aldous Penhale', 'Penhale', 'Ines Marlowe', 'Marlowe', 'Tobias Rudge', 'Rudge']),
];

/** Those whom the seeds name in their text. */
const namedInSeeds: readonly string[] = ['习近平', '张继红', '程和平', '刘铁岩', '尹力', '李萌', '靳伟', '王昊男', '李汶键'];
const damaged = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)|\ufffd|120日/u;
const bodyClasses: readonly string[] = ['body.paragraph', 'body.caption', 'body.editors_note'];

function seedSource(truth: SeedTruth): QuotationSource {
  const file = join(seeds, truth.file);
  const raw = readFileSync(file, 'utf8');
  const classes = classesOf(raw, truth.lines);
  const ofClasses = (wanted: readonly string[]): readonly string[] =>
    trimmed(raw.split('\n').filter((_, index) => wanted.includes(classes.get(index + 1) ?? '')));
  const people = [...truth.reporter, ...truth.editor, ...(truth.guests ?? []), ...truth.credits.flatMap(({ names }) => names), ...namedInSeeds];
  const hidden = ofClasses(['boiler.related', 'boiler.recommend']).filter(line => line.length >= 20 && !/^\d{4}-/.test(line) && !line.startsWith('•'));
  return { name: `seed${truth.file.slice(0, 3)}`, file, body: ofClasses(bodyClasses).filter(line => line.length >= 20 && !damaged.test(line)), hidden, people: [...new Set(people)] };
}

/** The five seeds in the same shape, without their damaged paragraphs (no paragraph of the fifth is whole). */
export const seedSources: readonly QuotationSource[] = seedTruth.map(seedSource);
