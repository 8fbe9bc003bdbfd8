import { classesOf, truthFieldsOf, type SeedTruth } from './seedTruth';

/** A page made from a seed, with its truth changed along. */
export interface Mutant {
  readonly name: string;
  readonly raw: string;
  /** Class of each non-blank line by number, as in the truth of the seeds. */
  readonly classes: ReadonlyMap<number, string>;
  /** For each field the values that are right. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** A generator of numbers in [0, 1) that a seed determines (mulberry32). */
export type Random = () => number;

export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Row { text: string; class: string }
interface Draft { rows: Row[]; fields: Record<string, readonly string[]>; readonly truth: SeedTruth; readonly random: Random; readonly done: string[] }

const pick = <T>(random: Random, list: readonly T[]): T => {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

const FAMILY = [...'林江安高何方石白田范金夏于毛白丁牛'], GIVEN = [...'文平山川海明春秋青月小大天雨和安子元一成家立志心可'];
const OUTLETS = ['北原日报', '江城晚报', '新川周刊', '东海新闻', '南岭卫视', '西川都市报', '河口通讯社', '海岸财经'];
const SITES = ['云州网', '江城在线', '北原网', '海岸网', '南岭网'];
const HEADLINES = [
  '山城公交夜班线延长运营时间', '老旧小区加装电梯,谁来出钱谁来管?', '一粒种子的二十年', '为什么今年的桃花开得这样早', '从渔村到港口:一座小城的三次转身', '中小学课后服务“加时”之后',
  '六成受访者愿意为安静付费', '古桥修缮 一砖一瓦皆有来处', '夜市经济升温 摊主盼“不打烊”', '社区食堂如何办得长久',
];
const SERIES = ['民生观察', '走进基层', '一线调研', '城市笔记'];
const GLOSS = '(?:\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}\\))?';
/** A pattern for words that may carry glosses. */
const glossed = (text: string): RegExp => new RegExp([...text].map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + GLOSS).join('\\s*'), 'g');

function replaceAll(draft: Draft, from: string, to: string, only: (row: Row) => boolean = () => true): void {
  const pattern = glossed(from);
  for (const row of draft.rows) if (only(row)) row.text = row.text.replace(pattern, to);
}

function setField(draft: Draft, name: string, change: (value: string) => string): void {
  draft.fields[name] = (draft.fields[name] ?? []).map(change);
}

function swapNames(draft: Draft): void {
  const { truth, random } = draft;
  const names = [...new Set([...truth.reporter, ...truth.editor, ...(truth.guests ?? []), ...truth.credits.flatMap((credit) => (/单位/.test(credit.role) ? [] : credit.names))])];
  const taken = new Set<string>();
  for (const name of names) {
    let fresh: string;
    do fresh = pick(random, FAMILY) + pick(random, GIVEN) + (random() < 0.7 ? pick(random, GIVEN) : ''); while (taken.has(fresh));
    taken.add(fresh);
    replaceAll(draft, name, fresh);
    for (const field of ['authors', 'editors', 'guests', 'credits']) setField(draft, field, (value) => value.split(name).join(fresh));
  }
}

function swapOutlet(draft: Draft): void {
  const { truth, random } = draft;
  const old = truth.publisher.claimed;
  const isSite = old === truth.host.name;
  const fresh = isSite || /讯|消息/.test(truth.publisher.claimed) ? pick(random, SITES) : pick(random, OUTLETS);
  if (isSite) {
    const stem = (name: string): string => name.replace(/(?:网|在线)$/, '');
    replaceAll(draft, stem(old), stem(fresh), (row) => row.class !== 'boiler.recommend' && row.class !== 'boiler.related');
    if (!fresh.endsWith('网')) replaceAll(draft, `${stem(fresh)}网`, fresh);
    setField(draft, 'credits', (value) => value.split(old).join(fresh));
    setField(draft, 'site', (value) => value.split(old).join(fresh));
    setField(draft, 'section', (value) => value.split(stem(old)).join(stem(fresh)));
  } else {
    replaceAll(draft, old, fresh, (row) => row.class === 'meta.dateline' || row.class === 'body.paragraph');
  }
  setField(draft, 'publisher', (value) => value.split(old).join(fresh));
}

interface DateForm { readonly print: (p: readonly string[]) => string; readonly value: (p: readonly string[]) => string }

const dayOf = (p: readonly string[]): string => `${p[0]}-${p[1]}-${p[2]}`;
const timeOf = (p: readonly string[]): string => `${dayOf(p)}T${p[3]}:${p[4]}`;
const bare = (text: string | undefined): string => String(Number(text));
const HAN = [...'〇一二三四五六七八九'];
const hanYear = (year: string | undefined): string => [...(year ?? '')].map((digit) => HAN[Number(digit)]).join('');
const hanNumber = (text: string | undefined): string => {
  const value = Number(text), tens = Math.floor(value / 10);
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 === 0 ? '' : HAN[value % 10]}`;
};
const DATES: readonly DateForm[] = [
  { print: (p) => `${p[0]}-${p[1]}-${p[2]} ${p[3]}:${p[4]}`, value: timeOf },
  { print: (p) => `${p[0]}-${p[1]}-${p[2]} ${p[3]}:${p[4]}:${p[5]}`, value: (p) => `${timeOf(p)}:${p[5]}` },
  { print: (p) => `${p[0]}-${p[1]}-${p[2]}${p[3]}:${p[4]}`, value: timeOf },
  { print: (p) => `${p[0]}/${p[1]}/${p[2]} ${p[3]}:${p[4]}`, value: timeOf },
  { print: (p) => `${p[0]}.${p[1]}.${p[2]}`, value: dayOf },
  { print: (p) => `${p[0]}年${bare(p[1])}月${bare(p[2])}日 ${p[3]}:${p[4]}`, value: timeOf },
  { print: (p) => `${p[0]}年${p[1]}月${p[2]}日${p[3]}:${p[4]}`, value: timeOf },
  { print: (p) => `${p[0]}年${bare(p[1])}月${bare(p[2])}日`, value: dayOf },
  { print: (p) => `${p[0]}年${bare(p[1])}月${bare(p[2])}日${bare(p[3])}时${p[4]}分`, value: timeOf },
  { print: (p) => `${p[3]}:${p[4]} ${p[0]}-${p[1]}-${p[2]}`, value: timeOf },
  { print: (p) => [...`${p[0]}-${p[1]}-${p[2]}`].map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join(''), value: dayOf },
  { print: (p) => `民国${Number(p[0]) - 1911}年${bare(p[1])}月${bare(p[2])}日`, value: dayOf },
  { print: (p) => `${hanYear(p[0])}年${hanNumber(p[1])}月${hanNumber(p[2])}日`, value: dayOf },
  { print: (p) => `${p[0]}-${p[1]}-${p[2]}T${p[3]}:${p[4]}:${p[5]}+08:00`, value: (p) => `${timeOf(p)}:${p[5]}` },
];

const SOURCE = ['来源', '稿源', '出处', '来自', '稿件来源', '文章来源', '信息来源'], TIME = ['时间', '发布时间', '日期', '发布日期', '发表时间', '发布', '发布于'];
const EDITOR = ['责编', '责任编辑', '编辑', '本文编辑', '网络编辑', '值班编辑'];

/** Prints the dateline anew: another date in another form, other labels, another order. */
function rewriteDateline(draft: Draft): void {
  const { random } = draft;
  const row = draft.rows.find((each) => each.class === 'meta.dateline');
  if (!row) return;
  const form = pick(random, DATES);
  const two = (limit: number, from = 0): string => String(from + Math.floor(random() * limit)).padStart(2, '0');
  const parts = [String(2016 + Math.floor(random() * 9)), two(12, 1), two(28, 1), two(24), two(60), two(60)];
  const date = form.print(parts), value = form.value(parts);
  const hasSource = /来源|來源/.test(row.text);
  const publisher = draft.fields['publisher']?.[0] ?? '';
  const timed = random() < 0.6 ? `${pick(random, TIME)}:${date}` : date;
  const sourced = `${pick(random, SOURCE)}:${publisher}`;
  const between = pick(random, ['  ', ' | ', '|', '    ', ' ']);
  row.text = !hasSource ? pick(random, [timed, `0次浏览     ${timed}    `])
    : pick(random, [`${sourced}${between}${timed}`, `${timed}${between}${sourced}`, `${timed}${between}${sourced}|点击量:180`, ...(/^\d{4}/.test(date) ? [`${sourced}${date}`] : [])]);
  draft.fields['published'] = [value];
}

function swapHeadline(draft: Draft): void {
  const { random } = draft;
  const title = pick(random, HEADLINES);
  const kind = pick(random, ['plain', 'column', 'bar', 'media', 'suffix'] as const);
  const series = kind === 'suffix' ? '扎根乡土·记录时代变迁' : pick(random, SERIES);
  const printed = { plain: title, column: `【${series}】${title}`, bar: `${series}丨${title}`, media: `[视频]${title}`, suffix: `${title}(${series})` }[kind];
  for (const row of draft.rows) {
    if (row.class === 'meta.title' || row.class === 'boiler.alt') row.text = printed;
    else if (row.class === 'meta.title_repeat') row.text = /^\s*正在/.test(row.text) ? `正在阅读:${printed}` : printed;
  }
  draft.fields['title'] = [title];
  draft.fields['series'] = [kind === 'plain' || kind === 'media' ? '' : series];
  draft.fields['mediaTag'] = [kind === 'media' ? '视频' : ''];
}

function swapEditorLabel(draft: Draft): void {
  const { random } = draft;
  for (const row of draft.rows) {
    if (row.class !== 'meta.editor') continue;
    const name = draft.fields['editors']?.[0] ?? '';
    const label = pick(random, EDITOR);
    row.text = pick(random, [`[ ${label}:${name} ]`, `(${label}:${name})`, `${label}:${name}`, `【${label}:${name}】`, `[${label}： ${name}]`]);
  }
}

const drop = (draft: Draft, ...classes: readonly string[]): void => { draft.rows = draft.rows.filter((row) => !classes.includes(row.class)); };

function dropShare(draft: Draft): void { drop(draft, 'boiler.share', 'boiler.nav', 'boiler.spam'); }

function dropRelated(draft: Draft): void {
  drop(draft, 'boiler.related', 'boiler.recommend', 'boiler.section');
  draft.rows = draft.rows.filter((row, index) => row.class !== 'boiler.widget' || index < draft.rows.findIndex((each) => each.class === 'body.paragraph'));
  draft.fields['capturedNotBefore'] = draft.fields['published'] ?? [''];
  openSite(draft);
}

/** Without breadcrumb or widgets a page may not say whose it is. */
function openSite(draft: Draft): void { draft.fields['site'] = [...(draft.fields['site'] ?? []), '']; }

function dropBreadcrumb(draft: Draft): void {
  drop(draft, 'meta.breadcrumb');
  draft.fields['section'] = [''];
  draft.fields['site'] = draft.truth.file.startsWith('004') ? [''] : draft.fields['site'] ?? [''];
  openSite(draft);
}

function dropDateline(draft: Draft): void {
  drop(draft, 'meta.dateline');
  const inLead = /^00[03]/.test(draft.truth.file);
  draft.fields['published'] = [''];
  draft.fields['publisher'] = inLead ? draft.fields['publisher'] ?? [''] : [''];
  draft.fields['capturedNotBefore'] = draft.rows.some((row) => /^(?:boiler\.related|boiler\.recommend)$/.test(row.class)) ? [draft.truth.captured_not_before] : [''];
  openSite(draft);
}

function moveRelated(draft: Draft): void {
  const isMoved = (row: Row): boolean => row.class === 'boiler.related' || row.class === 'boiler.recommend' || (row.class === 'boiler.section');
  const moved = draft.rows.filter(isMoved), rest = draft.rows.filter((row) => !isMoved(row));
  const at = Math.max(0, rest.findIndex((row) => row.class === 'meta.breadcrumb' || row.class === 'meta.title'));
  draft.rows = [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

function moveCredits(draft: Draft): void {
  const moved = draft.rows.filter((row) => row.class === 'meta.credit'), rest = draft.rows.filter((row) => row.class !== 'meta.credit');
  const at = rest.findIndex((row) => row.class.startsWith('body.'));
  draft.rows = [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
function widen(draft: Draft): void {
  if (draft.truth.file.startsWith('004')) return;
  for (const row of draft.rows) row.text = row.text.replace(/(?<=[\u4e00-\u9fff”》])[,:;?!(]|[)](?![a-z])|[(](?=[\u4e00-\u9fff])/g, (mark) => WIDE[mark] ?? mark);
}

function outdent(draft: Draft): void { for (const row of draft.rows) row.text = row.text.trim(); }

const CHANGES: Readonly<Record<string, (draft: Draft) => void>> = {
  swapNames, swapOutlet, swapHeadline, rewriteDateline, swapEditorLabel, dropShare, dropRelated, dropBreadcrumb, dropDateline, moveRelated, moveCredits, widen, outdent,
};

/** Makes mutant `number` of a seed: two or more changes, in a fixed order, chosen by the number alone. */
export function mutate(seedRaw: string, truth: SeedTruth, number: number): Mutant {
  const random = mulberry32(number * 7919 + 17);
  const classes = classesOf(seedRaw, truth.lines);
  const rows = seedRaw.split('\n').map((text, index) => ({ text, class: classes.get(index + 1) ?? '' })).filter((row) => row.class !== '');
  const fields = Object.fromEntries(Object.entries(truthFieldsOf(truth)).map(([name, value]) => [name, [value] as readonly string[]]));
  const draft: Draft = { rows, fields, truth, random, done: [] };
  if (truth.file.startsWith('001')) openSite(draft);
  while (draft.done.length < 2) {
    for (const [name, change] of Object.entries(CHANGES)) {
      if (draft.done.includes(name) || random() > 0.3) continue;
      change(draft);
      draft.done.push(name);
    }
  }
  const newest = (captured: string): string => ([captured, draft.fields['published']?.[0] ?? ''].sort().at(-1) ?? '');
  setField(draft, 'capturedNotBefore', (value) => (draft.done.includes('dropRelated') ? draft.fields['published']?.[0] ?? '' : newest(/^00[4]/.test(truth.file) ? '' : value)));
  return printed(draft, `${truth.file.slice(0, 3)} #${number} ${draft.done.join(' ')}`);
}

/** The rows as a file: single or double spaced, with LF or CRLF. */
function printed({ rows, fields, random }: Draft, name: string): Mutant {
  const ending = random() < 0.2 ? '\r\n' : '\n';
  const step = random() < 0.3 ? 1 : 2;
  const classes = new Map(rows.map((row, index) => [index * step + 1, row.class]));
  return { name, raw: rows.map((row) => row.text).join(ending.repeat(step)), classes, fields };
}
