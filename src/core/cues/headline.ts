/** The parts of a printed headline, as ranges of the line it stands in. */
export interface HeadlineParts {
  readonly title: readonly [start: number, end: number];
  readonly series: readonly (readonly [start: number, end: number])[];
  readonly mediaTag?: readonly [start: number, end: number];
}

const MEDIA = /^(?:组图|视频|图|多图|高清|高清组图|高清图集|图集|图文|图解|音频|直播|现场|动图|漫画|海报|vlog|h5|video|photos?|gallery|附图|附视频|附全文|图片|快讯)$/i;
const TAG = /^\s*(?:\[([^[\]]{1,8})\]|\(([^()]{1,4})\)|(视频|组图|高清组图|高清图集|图集|多图|图解|音频|漫画)\s?[:|]\s?)\s*/;
const COLUMN = /^\s*【([^【】]{2,24})】\s*/;
const BAR = /^\s*([^|]{2,14}?)\s?\|\s?(?=[^|]{5,})/;
const SUFFIX = /\s*\(([^()]{1,28})\)\s*$/;
const READING_BAR = /^\s*(?:正在阅读|当前阅读|正在浏览|您正在阅读|(?:文章|新闻|公文)?标\s{0,6}题|题\s{0,6}目|(?:文件|信息)?名\s{0,6}称)\s?[:：]\s*/;
/** Bracketed endings that belong to the headline: 全文, 征求意见稿, 2024年版, 上. */
const PART_OF_TITLE = /(?:全文|稿|版|名单|详解|附.*|续|上|中|下|[一二三四五六七八九十\d]+|年|月|日|号|修订|试行|草案|更新|独家|转载|原创)$/;

/** Splits a normalised headline into title, series (【…】, `X|`, a slogan in brackets at its end) and media tag. */
export function readHeadline(line: string): HeadlineParts {
  let start = READING_BAR.exec(line)?.[0].length ?? 0;
  let end = line.trimEnd().length;
  const series: (readonly [number, number])[] = [];
  let mediaTag: readonly [number, number] | undefined;
  for (;;) {
    const rest = line.slice(start, end);
    const match = TAG.exec(rest) ?? COLUMN.exec(rest) ?? (series.length === 0 ? BAR.exec(rest) : null);
    const inner = match?.[1] ?? match?.[2] ?? match?.[3];
    if (!match || inner === undefined || rest.length - match[0].length < 4) break;
    const from = start + match[0].indexOf(inner);
    const isMedia = MEDIA.test(inner.trim());
    if (match[2] !== undefined && !isMedia) break;
    if (isMedia) mediaTag = [from, from + inner.length];
    else series.push([from, from + inner.length]);
    start += match[0].length;
  }
  const suffix = SUFFIX.exec(line.slice(start, end));
  const inner = suffix?.[1];
  if (suffix && inner !== undefined && suffix.index >= 6) {
    const from = start + suffix.index + suffix[0].indexOf('(') + 1;
    const isMedia = MEDIA.test(inner);
    const isSlogan = inner.length >= 6 && !PART_OF_TITLE.test(inner) && /[\u4e00-\u9fff]/.test(inner);
    if (isMedia) mediaTag ??= [from, from + inner.length];
    else if (isSlogan) series.push([from, from + inner.length]);
    if (isMedia || isSlogan) end = start + suffix.index;
  }
  while (start < end && /\s/.test(line[start] ?? '')) start++;
  while (end > start && /\s/.test(line[end - 1] ?? '')) end--;
  return { title: [start, end], series, ...(mediaTag && { mediaTag }) };
}

/** What two printings of one headline share: letters and digits of the title part only. */
export function headlineKey(line: string): string {
  const [start, end] = readHeadline(line).title;
  return letters(line.slice(start, end));
}

/** Letters and digits of a normalised text, lower case, everything else dropped. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
