import { agencyDateline, bracketedByline, tailByline, tailEditor, type AgencyCue, type BylineCue } from './bylines';
import { readCredit, type CreditCue } from './credits';
import { findDates, type DateCue } from './dates';
import { findLabels, type LabelCue } from './labels';
import { isSpam } from './spam';
import * as words from './vocabulary';

/** What one line looks like, each by a rule of its own; a line can look like several things. */
export type CueName =
  | 'bullet' | 'counter' | 'separator' | 'url' | 'loneDate' | 'breadcrumb' | 'dateline' | 'sourceLine' | 'byline' | 'editor' | 'credit'
  | 'readingBar' | 'listHeading' | 'recommends' | 'share' | 'navigation' | 'menu' | 'widget' | 'mood' | 'comment' | 'advertisement' | 'licence'
  | 'disclaimer' | 'editorsNote' | 'guests' | 'caption' | 'spam' | 'agency' | 'titleTag' | 'ago' | 'datedItem' | 'neighbour' | 'controls' | 'consent' | 'record' | 'tags' | 'formerTitle';

export interface LineCues {
  readonly names: ReadonlySet<CueName>;
  readonly dates: readonly DateCue[];
  readonly labels: readonly LabelCue[];
  readonly credit?: CreditCue;
  /** Reporters, in an agency dateline or at the end of the line. */
  readonly byline?: BylineCue;
  /** Editors in brackets at the end of a paragraph, or named without a colon on a line of their own. */
  readonly editors?: BylineCue;
  readonly agency?: AgencyCue;
}

const BULLET = /^[•●▪■◆◇○★☆※►·]\s?|^[-*]\s/;
const BARE_BULLET = /^(?:[•●▪■◆◇○★☆※►·]|[-*](?=\s))\s*/;
const PLACE = /^(?:您?(?:当前|现在|目前)?(?:的)?(?:所在)?(?:位置|栏目|页面)|您?(?:现在|当前|目前|正)?(?:所处|所在|在)的?(?:位置|栏目))\s?(?:是|为)?\s?[:>]/;
const READING_BAR = /^(?:正在阅读|当前阅读|正在浏览|您正在阅读|文章标题)\s?[:：]/;
const AGO = /(?:^|[·•|,\s-])\s?(?:\d{1,3}|[一两几半])\s?(?:秒钟?|分钟|个?小时|天|日|周|个?星期|个?月|年)(?:以?前)|刚刚\s*$|(?:昨天|前天|今天)\s?\d{1,2}:\d{2}\s*$|\b\d{1,3}\s?(?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)\s?ago\b/i;
const SENTENCE = /(?:[。!?;…]|[a-z\d%)”"'][.])[”’"'」』)]?\s*$/;
const NONE: readonly [] = [];

/** A line without its bullet; the offset of what is left is `line.length - result.length`. */
export function withoutBullet(line: string): string {
  const text = line.trimStart();
  return text.replace(BARE_BULLET, '');
}

/** Whether a normalised line closes like a sentence. */
export function endsSentence(line: string): boolean {
  return SENTENCE.test(line);
}

/** Reads one normalised line by itself, `isItem` where its markup makes it one of a list; its cost does not grow with lines beyond a few hundred characters. */
export function readLine(normal: string, isItem = false): LineCues {
  const trimmed = normal.trim();
  const text = withoutBullet(trimmed).trimEnd();
  const names = new Set<CueName>();
  if (isItem || BULLET.test(trimmed)) names.add('bullet');
  const dates = trimmed.length <= 2000 ? findDates(normal) : NONE;
  const isShort = trimmed.length <= 240;
  const labels = isShort && /[:|]|发布于|发表于|更新/.test(normal) ? findLabels(normal) : NONE;
  const byline = bracketedByline(normal) ?? tailByline(normal);
  const agency = agencyDateline(normal);
  const editors = tailEditor(normal);
  const credit = readCredit(text);
  if (agency) names.add('agency');
  if (isShort) addStructure(names, normal, text, dates, labels, byline);
  if (editors?.start === 0) names.add('editor');
  if (credit && (!dates.some((date) => date.complete))) names.add('credit');
  addVocabulary(names, text);
  return { names, dates, labels, ...(credit && { credit: shifted(credit, normal.indexOf(text)) }), ...(byline && { byline }), ...(editors && { editors }), ...(agency && { agency }) };
}

function shifted(credit: CreditCue, by: number): CreditCue {
  return by === 0 ? credit : { role: credit.role, names: credit.names.map((name) => ({ text: name.text, start: name.start + by, end: name.end + by })) };
}

function addStructure(names: Set<CueName>, normal: string, text: string, dates: readonly DateCue[], labels: readonly LabelCue[], byline: BylineCue | undefined): void {
  if (/^[\d,.]+\s?(?:万|k)?\+?$/i.test(text) || /^\(\d+\)$/.test(text)) names.add('counter');
  if (!/[\p{L}\p{N}]/u.test(text)) names.add('separator');
  if (/^(?:https?:\/\/|www\.)\S+$/.test(text)) names.add('url');
  if (text.length <= 60 && !SENTENCE.test(text) && AGO.test(text)) names.add('ago');
  if (READING_BAR.test(text)) names.add('readingBar');
  if (/^\s*(?:[[【(][^\])】]{1,24}[\])】]|[^|]{2,14}\|)\S/.test(text)) names.add('titleTag');
  if (isBreadcrumb(text)) names.add('breadcrumb');
  const left = restOf(normal, dates, labels);
  const isProse = SENTENCE.test(text) && text.length > 40;
  const dated = dates.some((date) => date.complete);
  const labelled = labels.some((label) => label.kind !== 'other');
  if (dates.length > 0 && left <= 2 && labels.length === 0 && text.length <= 40) names.add('loneDate');
  if (!isProse && dated && (((labelled || dates.some((date) => date.hasTime)) && left <= 60) || left <= 8)) names.add('dateline');
  if (dated && text.length <= 50 && /(?:第\s?|日\s?)[A-Z]?\d{1,3}\s?版/.test(text) && !SENTENCE.test(text)) names.add('dateline');
  if (text.length <= 100 && /^[(【[]\s?(?:本文)?作者(?:单位|简介)?\s?[:为是系]/.test(text) && /[)\]】]$/.test(text)) names.add('byline');
  const edge = dates.find((date) => date.end >= normal.trimEnd().length - 2 || date.start <= normal.length - normal.trimStart().length + 3);
  if (edge && !names.has('loneDate') && labels.length === 0 && left >= 5 && text.length <= 80 && !SENTENCE.test(text)) names.add('datedItem');
  const first = labels[0];
  const opens = first !== undefined && normal.slice(0, first.start).replace(/[\s([【<]/g, '').length <= 8;
  if (!isProse && opens && labels.some((label) => label.kind === 'source') && text.length <= 100) names.add('sourceLine');
  if (!SENTENCE.test(text) && opens && labels.some((label) => label.kind === 'author') && text.length <= 80) names.add('byline');
  const leads = byline && normal.length - byline.end > 6 && SENTENCE.test(text);
  if (byline && byline.start <= 4 && text.length <= 60 && !leads) names.add('byline');
  if (!isProse && text.length <= 100 && labels.some((label) => label.kind === 'editor' && /(?:^|[)\]】\s|])[\s([【|:·]*$/.test(normal.slice(0, label.start)))) names.add('editor');
}

/** How many letters of a line stand outside its dates, labels and labelled values. */
function restOf(normal: string, dates: readonly DateCue[], labels: readonly LabelCue[]): number {
  const spans = [...dates.map((date) => [date.start, date.end] as const), ...labels.map((label) => [label.start, label.valueEnd] as const)].sort((a, b) => a[0] - b[0]);
  let at = 0, rest = 0;
  for (const [start, end] of spans) {
    if (start > at) rest += countLetters(normal.slice(at, start));
    at = Math.max(at, end);
  }
  return rest + countLetters(normal.slice(at));
}

const countLetters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function isBreadcrumb(text: string): boolean {
  if (PLACE.test(text)) return true;
  const parts = text.split(/\s?>+\s?|\s(?:\/|::|»)\s|\s-\s/).filter((part) => part.trim() !== '');
  if (!/>|\s(?:\/|::)\s/.test(text) || /\/a>/.test(text) || parts.length < 2 && !/^.{1,10}>\s?$/.test(text)) return false;
  const short = parts.every((part) => part.trim().length <= 14);
  const last = parts.at(-1)?.trim() ?? '';
  const many = parts.length >= 3 || /^(?:正文|详情|内容|文章|浏览文章|查看|阅读)/.test(last) || /^(?:网站)?(?:首页|主页|home)$/i.test(parts[0]?.trim() ?? '');
  const fromHome = parts.length >= 3 && /首页$|^home$/i.test(parts[0]?.trim() ?? '');
  const tail = parts.slice(0, -1).every((part) => part.trim().length <= 14) && (fromHome || /正文|内容|详情/.test(last));
  return parts.length <= 9 && (short || tail) && (many || (/[>]{1,2}/.test(text) && (parts[0]?.trim().length ?? 0) >= 2 && !/更多/.test(text) && !/>+\s?$/.test(text)));
}

function addVocabulary(names: Set<CueName>, text: string): void {
  const length = text.length;
  if (length === 0) return;
  if (length <= 40) {
    if (words.headsList(text)) names.add('listHeading');
    if (words.RECOMMENDS.test(text) && length <= 24) names.add('recommends');
    if (words.SHARE.test(text)) names.add('share');
    if (words.NAVIGATION.test(text)) names.add('navigation');
    if (words.WIDGET.test(text)) names.add('widget');
    if (words.MOOD.test(text)) names.add('mood');
    if (words.COMMENT.test(text)) names.add('comment');
  }
  if (length <= 60) {
    if (words.NEIGHBOUR.test(text)) names.add('neighbour');
    if (areControls(text)) names.add('controls');
    if (words.TAGS.test(text) && !SENTENCE.test(text)) names.add('tags');
  }
  if (length <= 240 && words.CONSENT.test(text)) names.add('consent');
  if (length <= 120 && words.RECORD.test(text) && !/。/.test(text)) names.add('record');
  if (length <= 120 && words.FORMER_TITLE.test(text)) names.add('formerTitle');
  if (length <= 80 && words.ADVERTISEMENT.test(text)) names.add('advertisement');
  if (length <= 400 && isMenu(text)) names.add('menu');
  const head = length <= 300 ? text : text.slice(0, 160);
  if (words.LICENCE.test(head)) names.add('licence');
  if (words.DISCLAIMER.test(head)) names.add('disclaimer');
  if (words.EDITORS_NOTE.test(head)) names.add('editorsNote');
  if (length <= 60 && words.GUESTS.test(text)) names.add('guests');
  if (words.CAPTION.test(head) || (length <= 120 && words.CAPTION_TAIL.test(text))) names.add('caption');
  if (length <= 1000 && isSpam(text)) names.add('spam');
}

/** Many short words in a row: a menu of links, parted by bars, dashes or spaces. */
function isMenu(text: string): boolean {
  const parts = text.split(/\s*\|\s*|\s+|-(?=[\u4e00-\u9fff])|·/).filter((part) => part !== '');
  if (parts.length < 4 || SENTENCE.test(text)) return false;
  const short = parts.filter((part) => part.length <= 6 && /[\u4e00-\u9fff]/.test(part)).length;
  return short / parts.length >= 0.75 && !/[,。;:]/.test(text);
}

/** Nothing but words of buttons, parted by brackets, bars, spaces or numbers of pages. */
function areControls(text: string): boolean {
  const parts = text.split(/[\s()[\]【】<>|/·,、]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => words.CONTROL.test(part) || (parts.length > 1 && /^\d{1,3}$/.test(part))) && !/^[\d\s]*$/.test(text);
}
