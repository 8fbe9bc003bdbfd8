import { hasFamilyName, isName, splitNames, type Word } from './names';

/** Reporters named in running text; offsets count in the normalised line. */
export interface BylineCue { readonly names: readonly Word[]; readonly start: number; readonly end: number }

/** An agency dateline at the head of a paragraph: `江城社北京5月9日电`, `江城网消息(晚间新闻):`. */
export interface AgencyCue { readonly outlet: Word; readonly end: number; readonly strong: boolean }

const BRACKETED = /\((?:[\u4e00-\u9fff]{0,10}?)(?:实习|见习|特约|全媒体|融媒体)?(?:记者|通讯员)\s?:?\s{0,3}([^()]{2,60})\)/;
const TAIL = /(?:^|[。!?”"'》)\s])\(?\s?(?:[\u4e00-\u9fff]{0,10}(?:报|社|网|台|刊))?(?:驻[\u4e00-\u9fff]{1,6})?(?:实习|见习|特约|全媒体|融媒体|首席|高级)?记者\s?[:|/]?\s{0,3}([\u4e00-\u9fff·•、,\s]{2,48}?)\s?(?:报道|采写|文)?\)?\s?$/;
const HEAD = /^\s{0,8}(?:[\u4e00-\u9fff]{0,10}(?:报|社|网|台|刊))?(?:实习|见习|特约|全媒体|融媒体|首席|高级)?记者\s?[:|/]?\s{0,3}([\u4e00-\u9fff·•、,\s]{2,40})$/;
const ENGLISH = /^\s{0,4}By\s+([A-Z][\p{L}.'-]+(?:\s[A-Z][\p{L}.'-]+){1,3}(?:(?:,|\s(?:and|&))\s[A-Z][\p{L}.'-]+(?:\s[A-Z][\p{L}.'-]+){1,3}){0,3})\s*(?:,.{0,40}|\|.{0,60})?$/u;
const OUTLET = '[\\u4e00-\\u9fffA-Za-z0-9·]{1,12}?(?:社|报|网|台|日报|晚报|时报|通讯|新闻|在线|客户端|周刊|杂志|卫视|视讯|财经|频道)';
const AGENCY = new RegExp(`^\\s{0,8}[(【\\[]?(${OUTLET})(?:[\\u4e00-\\u9fff]{2,6})?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(消息|讯|电)\\s?[\\])】]?\\s{0,2}(\\([^()]{1,40}\\))?\\s{0,2}([:|]?)`);
const DATED = new RegExp(`^\\s{0,8}(${OUTLET})(?:[\\u4e00-\\u9fff]{2,8})?\\d{1,2}月\\d{1,2}日(?:电|讯)`);

function cue(line: string, match: RegExpExecArray | null, accept: (word: string) => boolean): BylineCue | undefined {
  const list = match?.[1];
  if (!match || list === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(list);
  const cut = list.search(/摄|报道|通讯员|实习生/);
  const names = splitNames(line, start, start + (cut < 0 ? list.length : cut));
  if (names.length === 0 || names.length > 8 || !names.every((name) => accept(name.text))) return undefined;
  return { names, start: match.index, end: match.index + match[0].length };
}

/** Reporters in the brackets of an agency dateline, near the head of a paragraph. */
export function bracketedByline(line: string): BylineCue | undefined {
  const head = line.slice(0, 120);
  return head.includes('记者') && !/记者[^)]{0,24}摄\)/.test(head) ? cue(line, BRACKETED.exec(head), isName) : undefined;
}

/** `本报记者 林安石` at the end of a paragraph, or alone on a line; `By Jane Miller` alone on a line. */
export function tailByline(line: string): BylineCue | undefined {
  if (line.length <= 160 && /^\s{0,4}By\s/.test(line)) return englishByline(line);
  const from = Math.max(0, line.length - 80);
  const tail = line.slice(from);
  if (!tail.includes('记者') || /摄\)?\s*$/.test(tail)) return undefined;
  const alone = line.length <= 60 ? cue(line, HEAD.exec(line), hasFamilyName) : undefined;
  if (alone) return alone;
  const match = TAIL.exec(tail);
  if (match) match.index += from;
  return cue(line, match, hasFamilyName);
}

function englishByline(line: string): BylineCue | undefined {
  const list = ENGLISH.exec(line)?.[1];
  if (list === undefined) return undefined;
  const start = line.indexOf(list);
  const names = [...list.matchAll(/[^,&\s][^,&]*?(?=\s*(?:,|&|\sand\s|$))/g)].map((match) => ({ text: match[0].replace(/^and\s/, ''), at: start + match.index + (match[0].startsWith('and ') ? 4 : 0) }));
  return { names: names.map(({ text, at }) => ({ text, start: at, end: at + text.length })), start: 0, end: start + list.length };
}

/** The outlet in an agency dateline; `strong` where a colon, a bracket or a dated 电 makes it certain. */
export function agencyDateline(line: string): AgencyCue | undefined {
  const head = line.slice(0, 80);
  const dated = DATED.exec(head);
  const match = dated ?? AGENCY.exec(head);
  const outlet = match?.[1];
  if (!match || outlet === undefined) return undefined;
  const start = match[0].indexOf(outlet);
  const strong = dated !== null || match[3] !== undefined || match[4] === ':';
  return { outlet: { text: outlet, start, end: start + outlet.length }, end: match[0].length, strong };
}
