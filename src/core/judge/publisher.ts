import type { Field, Origin } from '../document';
import type { LabelCue } from '../cues/labels';
import { fieldAt, isElsewhere, type Page } from './page';

const OUTLET_END = /(?:社|报|网|台|日报|晚报|时报|早报|商报|新闻|在线|客户端|周刊|杂志|卫视|通讯|资讯|传媒|融媒体?|视讯|之声|频道|头条|出版社|信息港|门户)$/;
const NAME_END = /(?:社|报|网|网站|台|周刊|杂志|卫视|客户端)$/;
/** Ends of names that are words of their own, so that something must stand before them. */
const WORD_END = /..(?:新闻|财经|在线|传媒|发布|之声|视频|融媒体?|媒体|科技|日报|政府|观察|头条)$/;
const NOTHING: ReadonlySet<string> = new Set(['本站', '本网', '本报', '本报讯', '本刊', '本台', '本社', '本网站', '网络', '互联网', '未知', '原创', '转载', '其他', '其它', '无', '网友', '佚名', '不详', '综合', '网络整理', '本站原创', '来源', '见文末', '资料图', '资料图片', '图片', '微信', '微博', '作者', '投稿', '作者投稿', '自媒体', '用户投稿', '原创作品', '个人', 'News agencies', 'Agencies', 'Staff']);

/**
 * The outlet as the page claims it: the value of a 来源 label at headline or foot, else what it says it was taken from, else the agency that
 * the lead begins with, else a name beside the date or between headline and date.
 */
export function findPublisher(page: Page): Field<string> | undefined {
  return labelled(page) ?? unlabelled(page) ?? sourceInBrackets(page) ?? agency(page) ?? besideDate(page) ?? belowHeadline(page);
}

function labelled(page: Page): Field<string> | undefined {
  let best: { readonly field: Field<string>; readonly score: number } | undefined;
  page.lines.forEach((line, index) => {
    if (isElsewhere(page, index) || line.cues.names.has('disclaimer')) return;
    for (const label of line.cues.labels) {
      if (label.kind !== 'source' || OF_A_PART.test(line.normal.slice(0, label.start))) continue;
      const end = valueEnd(page, index, label);
      const value = line.normal.slice(label.valueStart, end);
      if (!isOutlet(withoutQuotes(value))) continue;
      const score = placeScore(page, index) + (OUTLET_END.test(value) ? 2 : 0) + (line.cues.dates.length > 0 ? 2 : 0) - (/资料|图|素材/.test(label.word) ? 4 : 0);
      if (score > 0 && (!best || score > best.score)) best = { field: outletAt(page, index, label.valueStart, end, 'dateline'), score };
    }
  });
  return best?.field;
}

/** Before the word for a source: that of a paragraph, of a picture, of a number. */
const OF_A_PART = /(?:本段|图片?|题图|封面|部分|数据|素材|视频)\s?$/;

/** A name without the marks of a title around it: 《江城晚报》. */
function withoutQuotes(value: string): string {
  return /^\s*[《“"「『]([^《》“”"「」『』]+)[》”"」』]\s*$/.exec(value)?.[1] ?? value;
}

function outletAt(page: Page, index: number, start: number, end: number, from: Origin): Field<string> {
  const printed = page.lines[index]?.text.slice(start, end) ?? '', inner = withoutQuotes(printed);
  const shift = printed.indexOf(inner);
  return fieldAt(page, index, start + shift, start + shift + inner.length, from);
}

const TAKEN_FROM = /^[\s([【]{0,4}(?:本文|文章|稿件|原文|内容)?\s?(?:来源于|来源自|源自|转载自|转载于|转自|摘自|选自|原载于?|首发于)\s?[:]?\s{0,3}([^\s,。;:()[\]【】]{2,24})/;

/** `本文来源于江城统计局 2024-05-11`, without a colon, at headline or foot. */
function unlabelled(page: Page): Field<string> | undefined {
  for (const [index, line] of page.lines.entries()) {
    if (line.normal.length > 80 || isElsewhere(page, index) || !(placeScore(page, index) >= 3 || opensBody(page, index))) continue;
    const match = TAKEN_FROM.exec(line.normal), value = match?.[1];
    if (!match || value === undefined || !isOutlet(withoutQuotes(value))) continue;
    const start = match[0].length - value.length, end = Math.min(match[0].length, ...line.cues.dates.map((date) => date.start).filter((at) => at >= start));
    if (end - start >= 2) return outletAt(page, index, start, end, 'dateline');
  }
  return undefined;
}

/** Whether a line is a short one among the first of the body. */
function opensBody({ lines, headline, first }: Page, index: number): boolean {
  return index > (headline?.index ?? first) && index <= first + 2 && (lines[index]?.normal.trim().length ?? 0) <= 30;
}

const IN_BRACKETS = /[([【]\s?(?:文章|稿件|信息|新闻|内容|本文)?(?:来源|稿源|转自|转载自|原载|摘自|据)\s?[:]?\s{0,3}([^()[\]【】:]{2,30}?)(?:\s(?:记者|作者|编辑)[^()[\]【】]{0,20})?\s?[)\]】]\s*$/;

/** `(来源:江城晚报)` at the end of one of the last paragraphs, whatever its length. */
function sourceInBrackets(page: Page): Field<string> | undefined {
  for (let index = page.last, seen = 0; index >= page.first && index >= 0 && seen < 3; index--) {
    if (page.verdicts[index]?.role !== 'body') continue;
    seen++;
    const { normal = '' } = page.lines[index] ?? {};
    const from = Math.max(0, normal.length - 60);
    const match = IN_BRACKETS.exec(normal.slice(from)), value = match?.[1]?.trim();
    if (!match || value === undefined || !isOutlet(withoutQuotes(value)) || !(OUTLET_END.test(withoutQuotes(value)) || /来源|稿源/.test(match[0]))) continue;
    const start = from + match.index + match[0].indexOf(value);
    return outletAt(page, index, start, start + value.length, 'byline');
  }
  return undefined;
}

function placeScore(page: Page, index: number): number {
  const reason = page.verdicts[index]?.reason;
  const title = page.headline?.index ?? -1;
  if (reason === 'dateline' || reason === 'byline') return 6;
  if (index > title && title >= 0 && index <= Math.max(title + 4, page.first)) return 5;
  if (page.last >= 0 && index > page.last && index <= page.last + 5) return 3;
  if (page.verdicts[index]?.role === 'body') return (page.measures.prose[index] ?? 0) > 0 ? -4 : 1;
  return page.first >= 0 && index < page.first ? 2 : -2;
}

/** A value ends before a date, and at white space unless Latin words go on. */
function valueEnd(page: Page, index: number, label: LabelCue): number {
  const line = page.lines[index];
  const date = line?.cues.dates.find(({ start }) => start >= label.valueStart);
  let end = Math.min(label.valueEnd, date?.start ?? Infinity);
  const value = line?.normal.slice(label.valueStart, end) ?? '';
  const space = value.search(/\s+(?![A-Za-z&])|(?<![A-Za-z&])\s+/);
  if (space > 0) end = label.valueStart + space;
  const bracket = value.search(/[([]/);
  if (bracket > 1 && label.valueStart + bracket < end) end = label.valueStart + bracket;
  while (end > label.valueStart && /[\s,;|/·:\-([]/.test(line?.normal[end - 1] ?? '')) end--;
  return end;
}

function isOutlet(value: string): boolean {
  return value.length >= 2 && value.length <= 40 && !NOTHING.has(value) && !/^[X\d\s]+$/i.test(value) && !/[。;!?]|XXX|https?:/.test(value) && /[\p{L}]/u.test(value);
}

/** `【江城人2012年1月11日讯】`, `[江城财讯]`. */
const SENT_BY = /^\s{0,8}[[【(](?:([\u4e00-\u9fff]{2,8}?)(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:讯|电|消息)|(?!本)([\u4e00-\u9fff]{2,6}(?:社|报|网|财讯|在线|客户端)))\s?[\])】]/;

/** `江城网消息(晚间新闻):`: only at the head of one of the first paragraphs, and only in its certain forms. */
function agency(page: Page): Field<string> | undefined {
  const above = page.headline ? Math.max(0, page.headline.index - 2) : page.first;
  for (let index = above; index < page.first; index++) {
    const line = page.lines[index];
    if (line?.cues.agency?.strong && line.normal.length <= 24 && !NOTHING.has(line.cues.agency.outlet.text) && page.verdicts[index]?.reason !== 'title') return fieldAt(page, index, line.cues.agency.outlet.start, line.cues.agency.outlet.end, 'lead');
  }
  for (let index = Math.max(0, page.first), seen = 0; index <= page.last && seen < 3; index++) {
    if (page.verdicts[index]?.role !== 'body') continue;
    seen++;
    const line = page.lines[index], cue = line?.cues.agency;
    if (cue?.strong && !NOTHING.has(cue.outlet.text)) return fieldAt(page, index, cue.outlet.start, cue.outlet.end, 'lead');
    const sent = SENT_BY.exec(line?.normal.slice(0, 40) ?? ''), name = sent?.[1] ?? sent?.[2];
    if (sent && name !== undefined && !NOTHING.has(name)) return fieldAt(page, index, sent[0].indexOf(name), sent[0].indexOf(name) + name.length, 'lead');
  }
  return undefined;
}

const CHANNEL = /^(?:早间|午间|晚间|夜间|整点|国内|国际|社会|滚动|行业|娱乐|体育|财经|科技|即时|最新|综合|热点|公司|市场|今日|本地|地方|时政|军事|教育|汽车|房产|健康|图片|视频|头条|焦点|突发|产业|宏观|金融|互联网|手机|相关|首页|政府|文化|旅游|民生|法治|港澳|台湾|两岸|要闻|重点|热门|推荐|独家|新闻|经济|信息)(?:新闻|财经|视频|发布|科技|观察|头条|在线)$/;

/** `江城晚报`, but not `下载客户端`. */
function isNameOfOutlet(word: string): boolean {
  return (NAME_END.test(word) || WORD_END.test(word)) && !NOTHING.has(word) && !CHANNEL.test(word) && !/^(?:下载|打开|关注|登录|进入|返回|访问|关于|更多|手机|查看|收藏)/.test(word);
}

/** The name of an outlet in a dateline that labels nothing: `2012-01-12 17:48 江城晚报`. */
function besideDate(page: Page): Field<string> | undefined {
  for (const [index, line] of page.lines.entries()) {
    if (page.verdicts[index]?.reason !== 'dateline' || line.cues.dates.length === 0 || line.normal.length > 60) continue;
    for (const word of line.normal.matchAll(/[\u4e00-\u9fff]{2,12}/g)) {
      if (!isNameOfOutlet(word[0]) || word[0].length < 3) continue;
      const number = /[A-Za-z0-9]{1,6}$/.exec(line.normal.slice(0, word.index))?.[0] ?? '';
      const start = line.cues.dates.some(({ end }) => end > word.index - number.length && end <= word.index) ? word.index : word.index - number.length;
      return fieldAt(page, index, start, word.index + word[0].length, 'dateline');
    }
  }
  return undefined;
}

/** `江城晚报` on a line of its own between the headline and the date. */
function belowHeadline(page: Page): Field<string> | undefined {
  const title = page.headline?.index;
  if (title === undefined) return undefined;
  for (let index = title + 1; index <= title + 3; index++) {
    const line = page.lines[index], text = line?.normal.trim() ?? '';
    if (line && line.cues.dates.some(({ complete }) => complete)) return undefined;
    if (!line || !/^[\u4e00-\u9fff]{2,10}$/.test(text) || !isNameOfOutlet(text)) continue;
    const dated = page.lines.slice(index + 1, index + 4).some((next) => next.cues.dates.some(({ complete }) => complete));
    if (dated) return fieldAt(page, index, 0, line.normal.length, 'dateline');
  }
  return undefined;
}
