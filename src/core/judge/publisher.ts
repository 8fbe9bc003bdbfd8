import type { Field } from '../document';
import type { LabelCue } from '../cues/labels';
import { fieldAt, isElsewhere, type Page } from './page';

const OUTLET_END = /(?:社|报|网|台|日报|晚报|时报|早报|商报|新闻|在线|客户端|周刊|杂志|卫视|通讯|资讯|传媒|融媒体?|视讯|之声|频道|头条|出版社|信息港|门户)$/;
const NAME_END = /(?:社|报|网|台|周刊|杂志|卫视|客户端)$/;
const NOTHING: ReadonlySet<string> = new Set(['本站', '本网', '本报', '本报讯', '本刊', '本台', '本社', '本网站', '网络', '互联网', '未知', '原创', '转载', '其他', '其它', '无', '网友', '佚名', '不详', '综合', '网络整理', '本站原创', '来源', '见文末']);

/** The outlet as the page claims it: the value of a 来源 label at headline or foot, else a name beside the date, else the agency that the lead begins with. */
export function findPublisher(page: Page): Field<string> | undefined {
  return labelled(page) ?? agency(page) ?? besideDate(page);
}

function labelled(page: Page): Field<string> | undefined {
  let best: { readonly field: Field<string>; readonly score: number } | undefined;
  page.lines.forEach((line, index) => {
    if (isElsewhere(page, index) || line.cues.names.has('disclaimer')) return;
    for (const label of line.cues.labels) {
      if (label.kind !== 'source') continue;
      const end = valueEnd(page, index, label);
      const value = line.normal.slice(label.valueStart, end);
      if (!isOutlet(value)) continue;
      const score = placeScore(page, index) + (OUTLET_END.test(value) ? 2 : 0) + (line.cues.dates.length > 0 ? 2 : 0) - (/资料|图|素材/.test(label.word) ? 4 : 0);
      if (score > 0 && (!best || score > best.score)) best = { field: fieldAt(page, index, label.valueStart, end, 'dateline'), score };
    }
  });
  return best?.field;
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
    const cue = page.lines[index]?.cues.agency;
    if (cue?.strong && !NOTHING.has(cue.outlet.text)) return fieldAt(page, index, cue.outlet.start, cue.outlet.end, 'lead');
  }
  return undefined;
}

/** The name of an outlet in a dateline that labels nothing: `2012-01-12 17:48 江城晚报`. */
function besideDate(page: Page): Field<string> | undefined {
  for (const [index, line] of page.lines.entries()) {
    if (page.verdicts[index]?.reason !== 'dateline' || line.cues.dates.length === 0 || line.normal.length > 60) continue;
    for (const word of line.normal.matchAll(/[\u4e00-\u9fff]{2,12}/g)) {
      if (NAME_END.test(word[0]) && word[0].length >= 3 && !NOTHING.has(word[0])) return fieldAt(page, index, word.index, word.index + word[0].length, 'dateline');
    }
  }
  return undefined;
}
