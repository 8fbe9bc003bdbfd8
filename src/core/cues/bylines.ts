import { hasFamilyName, isName, splitNames, type Word } from './names';
import { withoutCity } from './places';

/** Reporters named in running text; offsets count in the normalised line. */
export interface BylineCue { readonly names: readonly Word[]; readonly start: number; readonly end: number }

/** An agency dateline at the head of a paragraph: `江城社北京5月9日电`, `江城网消息(晚间新闻):`. */
export interface AgencyCue { readonly outlet: Word; readonly end: number; readonly strong: boolean }

const KIND = '(?:实习|见习|特约|特派|全媒体|融媒体|首席|高级|驻[\\u4e00-\\u9fff]{1,6}?)?';
const WHO = `${KIND}(?:记者|评论员|通讯员|特派员)`;
const BRACKETED = new RegExp(`[([【](?:[\\u4e00-\\u9fff]{0,10}?)${WHO}\\s?[:/]?\\s{0,3}([^()[\\]【】]{2,60})[)\\]】]`);
const TAIL = new RegExp(`(?:^|[。!?”"'》)\\s])\\(?\\s?(?:[\\u4e00-\\u9fff]{0,10}(?:报|社|网|台|刊))?${WHO}\\s?[:|/]?\\s{0,3}([\\u4e00-\\u9fff·•、,\\s]{2,48}?)\\s?(?:报道|采写|文)?\\)?\\s?$`);
const HEAD = new RegExp(`^[\\s■●◆▲]{0,8}(?:[\\u4e00-\\u9fff]{0,10}(?:报|社|网|台|刊))?${WHO}\\s?[:|/]?\\s{0,3}([\\u4e00-\\u9fff·•、,\\s]{2,40}(?:/[\\u4e00-\\u9fff]{2,8})?)$`);
/** `文/林安 图/方文`, `采访、撰文 林安  摄影 方文`, alone or at the end of a paragraph. */
const WRITTEN = /(?:^|[(。!?”」\s])(?:(?:采访|采写|撰文|撰稿|执笔|文字|供稿|文)(?:[、/&](?:采访|采写|撰文|撰稿|执笔|文字|文|图))?)(?:\s?[/:|]\s?|\s{1,2})([\u4e00-\u9fff·]{2,8}(?:[、,\s]{1,2}[\u4e00-\u9fff·]{2,4}){0,4}?)(?=\s{0,4}(?:\)|$|(?:图|摄影|摄|编辑|责编|审核|校对|图片|制图|视频)))/;
const AUTHOR_TAIL = /[([【]\s?(?:本文)?作者\s?[:为是系]?\s{0,2}([\u4e00-\u9fff·、]{2,20}?)(?:[,\s;](?:系|为|是|单位)?[^()]{0,60})?[)\]】]\s*$/;
const ENGLISH_NAME = "[A-Z][\\p{L}.'’-]+(?:\\s[A-Z][\\p{L}.'’-]+){1,3}";
const ENGLISH_NAMES = `(${ENGLISH_NAME}(?:(?:,|\\s(?:and|&))\\s${ENGLISH_NAME}){0,3})`;
const ENGLISH = new RegExp(`^\\s{0,4}(?:By|Written by|Words by)\\s+${ENGLISH_NAMES}\\s*(?:,.{0,40}|\\|.{0,60}|on\\s.{0,30})?$`, 'u');
const POSTED = new RegExp(`^\\s{0,4}(?:Posted|Published|Updated)\\b.{0,40}\\bby\\s+${ENGLISH_NAMES}\\s*$`, 'u');
const STAFF = new RegExp(`^\\s{0,4}(${ENGLISH_NAME}),\\s(?:the\\s|our\\s|[A-Z][a-z]+\\s){0,3}(?:[Ww]riter|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Cc]ontributor)\\s*$`, 'u');
/** `By 白露 on 2022年6月30日`. */
const BY_HAN = /^\s{0,4}By\s+([\u4e00-\u9fff·]{2,8})(?=\s|$)/;
/** `江城晚报讯 记者林安石报道:`. */
const REPORTS = /^\s{0,8}(?:[\u4e00-\u9fff]{2,10}(?:讯|消息|电)\s{0,3})?(?:[\u4e00-\u9fff]{0,6}(?:报|社|网|台|刊))?记者\s?([\u4e00-\u9fff、\s]{2,24}?)\s?报[道导]\s?:/;
/** `编辑 林安石 责编 方文` and nothing else. */
const EDITORS = /^\s*(?:(?:责任|网络|值班|执行)?(?:编辑|责编)\s{1,4}[\u4e00-\u9fff]{2,4}\s*){1,3}$/;
const EDITOR_TAIL = /[([【]\s?(?:责任|网络|值班)?(?:编辑|责编)\s?[:/|]\s?([\u4e00-\u9fff·、,\s/]{2,40}?)\s?[)\]】]\s?\d{0,8}\s*$/;
const OUTLET = '[\\u4e00-\\u9fffA-Za-z0-9·]{1,12}?(?:社|报|网|台|日报|晚报|时报|通讯|新闻|在线|客户端|周刊|杂志|卫视|视讯|财经|频道)';
const AGENCY = new RegExp(`^\\s{0,8}[(【\\[]?(${OUTLET})(?:[\\u4e00-\\u9fff]{2,6})?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(消息|讯|电)\\s?[\\])】]?\\s{0,2}(\\([^()]{1,40}\\))?\\s{0,2}([:|]?)`);
/** `(江城社记者林安石台北3日电)`: who sends is before 记者. */
const SENT = /^\s{0,8}[([【]\s?([\u4e00-\u9fff]{1,10}?(?:社|报|网|台|刊|新闻|日报|晚报))(?:特派|特约|实习|驻[\u4e00-\u9fff]{1,6}?)?记者[^()[\]【】]{2,40}?(?:电|讯|报[道导])\s?[)\]】]/;
/** `《江城晨报》专讯`. */
const QUOTED = /^\s{0,8}[《〈「【[(]\s?([\u4e00-\u9fff]{2,10})\s?[》〉」】\])]\s?(?:专讯|专电|讯|消息|报[道导])/;
const DATED = new RegExp(`^\\s{0,8}(${OUTLET})(?:[\\u4e00-\\u9fff]{2,8})?\\d{1,2}月\\d{1,2}日(?:电|讯)`);

/** What closes the brackets of a dateline: a place, the day, 电 or 报道. */
const DISPATCH = /^(.*?)(?:(?:\d{1,2}月)?\d{1,2}日)?(?:(?:综合|摄影|连线|现场)?报[道导]|专?电|讯)$/;

/** The names of a dateline's brackets without the place behind them: `林安石台北3日电`, `林安石/江城报道`. */
function withoutPlace(list: string): string {
  const inner = DISPATCH.exec(list.trimEnd())?.[1];
  if (inner === undefined) return list;
  if (/\/[^/]*$/.test(inner)) return inner.replace(/\s?\/[^/]*$/, '');
  if (/\s[^\s、]{2,}$/.test(inner)) return inner.replace(/\s[^\s、]{2,}$/, '');
  const [, before = '', last = ''] = /^(.*[、,])?([^、,]*)$/.exec(inner) ?? [];
  return before + withoutCity(last);
}

function cue(line: string, match: RegExpExecArray | null, accept: (word: string) => boolean): BylineCue | undefined {
  const list = match?.[1];
  if (!match || list === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(list);
  const plain = withoutPlace(list);
  const cut = plain.search(/摄|报道|实习生/);
  const names = splitNames(line, start, start + (cut < 0 ? plain.length : cut)).flatMap(withoutOffice);
  if (names.length === 0 || names.length > 8 || !names.every((name) => accept(name.text))) return undefined;
  return { names, start: match.index, end: match.index + match[0].length };
}

/** Names without the office before or between them; an office alone is none. */
function withoutOffice(word: Word): readonly Word[] {
  const glued = /.(?=(?:记者|通讯员).)/.exec(word.text);
  if (glued && word.end - word.start === word.text.length) {
    const at = glued.index + 1, split = word.start + at;
    return [{ text: word.text.slice(0, at), start: word.start, end: split }, { text: word.text.slice(at), start: split, end: word.end }].flatMap(withoutOffice);
  }
  const office = /^(?:本报|本网|本刊|实习|见习|特约)?(?:记者|通讯员):?/.exec(word.text)?.[0].length ?? 0;
  return office === word.text.length ? [] : [{ text: word.text.slice(office), start: word.start + office, end: word.end }];
}

/** Reporters in the brackets of an agency dateline, near the head of a paragraph. */
export function bracketedByline(line: string): BylineCue | undefined {
  const head = line.slice(0, 120);
  const reports = head.includes('记者') ? cue(line, REPORTS.exec(head), hasFamilyName) : undefined;
  if (reports) return reports;
  return /记者|通讯员|评论员/.test(head) && !/记者[^)]{0,24}摄\)/.test(head) ? cue(line, BRACKETED.exec(head), isName) : undefined;
}

/** `本报记者 林安石`, `(通讯员 林安石)` or `文/林安石` at the end of a paragraph or alone on a line; `By Jane Miller` alone on a line. */
export function tailByline(line: string): BylineCue | undefined {
  if (line.length <= 160 && /[A-Z]/.test(line)) { const english = englishByline(line); if (english) return english; }
  const from = Math.max(0, line.length - 80);
  const tail = line.slice(from);
  const shifted = (match: RegExpExecArray | null): RegExpExecArray | null => { if (match) match.index += from; return match; };
  if (/作者/.test(tail)) { const author = cue(line, shifted(AUTHOR_TAIL.exec(tail)), hasFamilyName); if (author) return author; }
  if (/文|采写|撰稿|执笔|供稿/.test(tail)) { const written = cue(line, shifted(WRITTEN.exec(tail)), hasFamilyName); if (written) return written; }
  if (!/记者|通讯员|评论员/.test(tail) || /摄\)?\s*$/.test(tail)) return undefined;
  const alone = line.length <= 60 ? cue(line, HEAD.exec(line), hasFamilyName) : undefined;
  return alone ?? cue(line, shifted(TAIL.exec(tail)), hasFamilyName);
}

/** `(编辑:林安石)1120803` at the end of a paragraph, or `编辑 林安石 责编 方文` on a line of their own. */
export function tailEditor(line: string): BylineCue | undefined {
  if (line.length <= 40 && EDITORS.test(line)) return { names: splitNames(line).filter(({ text }) => !/编辑|责编/.test(text)), start: 0, end: line.length };
  const from = Math.max(0, line.length - 60);
  const match = EDITOR_TAIL.exec(line.slice(from));
  if (match) match.index += from;
  return match && match.index >= 10 ? cue(line, match, isName) : undefined;
}

function englishByline(line: string): BylineCue | undefined {
  const han = BY_HAN.exec(line)?.[1];
  if (han !== undefined) return { names: splitNames(line, line.indexOf(han), line.indexOf(han) + han.length), start: 0, end: line.indexOf(han) + han.length };
  const list = (ENGLISH.exec(line) ?? STAFF.exec(line) ?? POSTED.exec(line))?.[1];
  if (list === undefined) return undefined;
  const start = line.indexOf(list);
  const names = [...list.matchAll(/[^,&\s][^,&]*?(?=\s*(?:,|&|\sand\s|$))/g)].map((match) => ({ text: match[0].replace(/^and\s/, ''), at: start + match.index + (match[0].startsWith('and ') ? 4 : 0) }));
  return { names: names.map(({ text, at }) => ({ text, start: at, end: at + text.length })), start: 0, end: start + list.length };
}

/** The outlet in an agency dateline; `strong` where a colon, a bracket or a dated 电 makes it certain. */
export function agencyDateline(line: string): AgencyCue | undefined {
  const head = line.slice(0, 80);
  const sent = SENT.exec(head) ?? QUOTED.exec(head);
  const sender = sent?.[1];
  if (sent && sender !== undefined) { const start = sent[0].indexOf(sender); return { outlet: { text: sender, start, end: start + sender.length }, end: sent[0].length, strong: true }; }
  const dated = DATED.exec(head);
  const match = dated ?? AGENCY.exec(head);
  const outlet = match?.[1];
  if (!match || outlet === undefined) return undefined;
  const start = match[0].indexOf(outlet);
  const strong = dated !== null || /^\s{0,3}记者/.test(head.slice(match[0].length)) || match[3] !== undefined || match[4] === ':';
  return { outlet: { text: outlet, start, end: start + outlet.length }, end: match[0].length, strong };
}
