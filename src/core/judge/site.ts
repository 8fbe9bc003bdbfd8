import type { Field } from '../document';
import { letters } from '../cues/headline';
import { fieldAt, type Page } from './page';

const HOME = /^(?:网站)?(?:首页|主页|home|正文|内容|详情|当前位置)$/i;
const BODY_WORD = /^(?:正文|内容|详情|文章|浏览文章|查看|阅读|文章内容|新闻详情|详细内容)$/;
/** `您当前的位置:` and other words before the first part. */
const PLACE = /^[^>]{1,14}?[:]\s*/;
const SITE_END = /(?:网|网站|报|在线|之家|门户|信息港|电视台|广播|融媒|通讯社|社区|论坛|\.(?:com|cn|net|org))$/i;

interface Crumb { readonly index: number; readonly start: number; readonly end: number; readonly text: string }

/** The parts of the breadcrumb, home page and 正文 and a repeated headline left out. */
function crumbs(page: Page): readonly Crumb[] {
  const index = page.verdicts.findIndex((verdict) => verdict.reason === 'breadcrumb');
  const line = page.lines[index];
  if (!line) return [];
  const from = PLACE.exec(line.normal)?.[0].length ?? 0;
  const title = page.headline?.key ?? '';
  const parts = line.normal.includes('>') ? /[^>]+/g : /[^/|]+/g;
  return [...line.normal.slice(from).matchAll(parts)].flatMap((match) => {
    const text = match[0].replace(/(?:^|\s)(?:正文|内容|详情|内文)(?:\s.*)?$|\s{2,}\S.*$/, '').replace(/^[\s-]+|[\s-]+$/g, '').replace(/(?<=.)首页$/, '');
    const start = from + match.index + match[0].indexOf(text);
    const isTitle = text.length > 7 && resembles(letters(text), title);
    return text === '' || HOME.test(match[0].trim()) || BODY_WORD.test(text) || isTitle || text.length > 20 ? [] : [{ index, start, end: start + text.length, text }];
  });
}

/** Whether most pairs of characters of `part` stand in the headline. */
function resembles(part: string, title: string): boolean {
  let hits = 0;
  for (let at = 0; at + 2 <= part.length; at++) if (title.includes(part.slice(at, at + 2))) hits++;
  return part.length > 2 && hits >= 0.6 * (part.length - 1);
}

/** Whether the first part of a breadcrumb names a site: it stands where the home page stands and is called like one. */
function namesSite(page: Page, crumb: Crumb | undefined): boolean {
  if (!crumb) return false;
  const line = page.lines[crumb.index]?.normal ?? '';
  const before = line.slice(PLACE.exec(line)?.[0].length ?? 0, crumb.start);
  return !/首页|主页|home/i.test(before) && SITE_END.test(crumb.text.replace(/(?:首页|主页)$/, ''));
}

/** The channels of the breadcrumb, without home page, site and 正文. */
export function findSection(page: Page): readonly Field<string>[] {
  const parts = crumbs(page);
  const channels = namesSite(page, parts[0]) ? parts.slice(1) : parts;
  return channels.map(({ index, start, end }) => fieldAt(page, index, start, end, 'breadcrumb'));
}

/**
 * The site that the page was saved from: the head of the breadcrumb, `关于某某网` in the frame, or the claimed outlet when
 * it is a site whose name also heads words of the frame. Undefined where the page is unclear about it.
 */
export function findSite(page: Page, publisher: Field<string> | undefined): Field<string> | undefined {
  const [head] = crumbs(page);
  if (head && namesSite(page, head)) {
    const name = head.text.replace(/(?:首页|主页)$/, '');
    return fieldAt(page, head.index, head.start, head.start + name.length, 'breadcrumb');
  }
  return aboutSite(page) ?? holderOfRights(page, publisher) ?? masthead(page, publisher) ?? ownOutlet(page, publisher);
}

const RIGHTS = /(?:©|copyright|\(c\)|版权所有)[\s©:(c)]*(?:by\s)?(?:(?:19|20)\d\d(?:\s?[-~]\s?(?:(?:19|20)\d\d|present))?)?[,.\s]*([\u4e00-\u9fff]{2,12}|[A-Z][\w'’&-]*(?:\s(?:of\s|the\s|&\s)?[A-Z][\w'’&-]*){0,4})(?=\s*(?:$|[.,|(-]|all rights|版权|保留|inc\b))/i;
const RIGHTS_AFTER = /^\s*([\u4e00-\u9fff]{2,10}?)(?:网站)?版权所有/;
const FIRM = /公司|有限|集团|政府|委员会|\b(?:inc|ltd|llc|corp(?:oration)?|company|group|limited|holdings|gmbh|media|all|rights|copyright)\b|保留|所有|权利|^(?:本[网站报社刊]|版权)/i;

/** `© 2022 The Island Times` in the frame, where that is no firm, and is called like a site or printed at the head of the page or as its source. */
function holderOfRights(page: Page, publisher: Field<string> | undefined): Field<string> | undefined {
  for (const [index, line] of page.lines.entries()) {
    if (page.verdicts[index]?.reason !== 'licence' || line.normal.length > 200) continue;
    const match = RIGHTS_AFTER.exec(line.normal) ?? RIGHTS.exec(line.normal);
    const name = match?.[1];
    if (!match || name === undefined || FIRM.test(name)) continue;
    const isKnown = SITE_END.test(name) || publisher?.value === line.text.slice(line.normal.indexOf(name), line.normal.indexOf(name) + name.length) || (page.analysis.language === 'en' && /^[A-Z]\w*(?:\s\S+)+$/.test(name)) || headOf(page).some(({ part }) => part === name);
    const start = match.index + match[0].lastIndexOf(name);
    if (isKnown) return fieldAt(page, index, start, start + name.length, 'page');
  }
  return undefined;
}

/** First parts of the lines above headline and body: `江城网 | 新闻` → `江城网`. */
function headOf(page: Page): readonly { readonly index: number; readonly start: number; readonly part: string }[] {
  const end = Math.min(6, page.headline?.index ?? page.first);
  return page.lines.slice(0, Math.max(0, end)).flatMap((line, index) => {
    const part = /[^\s|>/·_-]{2,16}/.exec(line.normal);
    return part && line.normal.length <= 30 && page.verdicts[index]?.role !== 'body' ? [{ index, start: part.index, part: part[0] }] : [];
  });
}

/** A line at the head of the page that begins with the outlet the page comes from; an outlet's account stands on the site of somebody else. */
function masthead(page: Page, publisher: Field<string> | undefined): Field<string> | undefined {
  const isAccount = page.lines.some(({ normal }, index) => index < page.first && /官方[账帐]?号/.test(normal));
  const found = !isAccount && publisher && headOf(page).find(({ index, start }) => page.lines[index]?.text.startsWith(publisher.value, start) && page.lines[index]?.text.slice(start).search(/[\s|>/·_-]|$/) === publisher.value.length);
  return found ? fieldAt(page, found.index, found.start, found.start + found.part.length, 'page') : undefined;
}

function aboutSite(page: Page): Field<string> | undefined {
  for (const [index, line] of page.lines.entries()) {
    if (page.verdicts[index]?.role === 'body' || line.normal.length > 200) continue;
    const match = /(?:关于|欢迎(?:访问|来到))\s?([\u4e00-\u9fff]{2,10}(?:网|在线))(?=\s|\||$|-)/.exec(line.normal);
    if (match?.[1] !== undefined) return fieldAt(page, index, match.index + match[0].length - match[1].length, match.index + match[0].length, 'page');
  }
  return undefined;
}

/** 江城网 as source, and 江城… in a breadcrumb or a widget: the page is the outlet's own. */
function ownOutlet(page: Page, publisher: Field<string> | undefined): Field<string> | undefined {
  const stem = /^([\u4e00-\u9fff]{2,6})(?:网|在线)$/.exec(publisher?.value ?? '')?.[1];
  if (!publisher || stem === undefined) return undefined;
  for (const [index, line] of page.lines.entries()) {
    const reason = page.verdicts[index]?.reason;
    if (reason !== 'breadcrumb' && reason !== 'widget' && reason !== 'sectionHeading' && reason !== 'recurring') continue;
    const at = line.text.search(new RegExp(`(?:^|[>|\\s])${stem}`));
    if (at >= 0) return { value: publisher.value, from: reason === 'breadcrumb' ? 'breadcrumb' : 'page', span: fieldAt(page, index, 0, line.text.length, 'page').span ?? line.span };
  }
  return undefined;
}
