import { hasFamilyName, splitNames, type Word } from './names';

/** `【林安石/江城报道】`, `(林安石报道)`, `记者林安石/江城报道` at the head of a paragraph; `/` may be a slanting line. */
const REPORTED = /^\s{0,8}[[【(]?\s?(?:[\u4e00-\u9fff]{0,6}记者|文\/|撰文|特派员)?\s?([\u4e00-\u9fff]{2,4}(?:[、,]\s?[\u4e00-\u9fff]{2,4}){0,4})\s?(?:[/\u2571]\s?(?:[\u4e00-\u9fff、]{2,8}?))?(?:(?:连线|综合|专题|独家|采访)?[报報][道导導]|专电|\d{1,2}日电)\s?(?:[\])】]|$)/;
/** `(林安石 编辑)` at the end. */
const EDITED = /[([【]\s?([\u4e00-\u9fff]{2,4})\s(?:责任)?编辑\s?[)\]】]\s*$/;
/** `记者 林安石 通讯员 方文 江城报道`, alone on a line. */
const LISTED = /^\s{0,8}(?:[\u4e00-\u9fff]{0,8}(?:报|社|网|台|刊))?[\u4e00-\u9fff]{0,4}(?:记者|通讯员)\s{0,3}[:]?\s{0,3}([\u4e00-\u9fff、,\s]{2,40})$/;

function named(line: string, match: RegExpExecArray | null): readonly Word[] {
  const list = match?.[1];
  if (!match || list === undefined) return [];
  const start = match.index + match[0].indexOf(list);
  const words = splitNames(line, start, start + list.length).filter(({ text }) => !/^(?:本报|本网)?(?:实习|见习)?(?:记者|通讯员|实习生)$/.test(text));
  const stop = words.findIndex(({ text }) => !hasFamilyName(text));
  return stop < 0 ? words : stop === words.length - 1 && /(?:[报報][道导導]|摄影|文|图)$/.test(words[stop]?.text ?? '') ? words.slice(0, stop) : [];
}

/** Reporters in the forms that name no office, or several, in a normalised line; offsets count in the line. */
export function reportersOf(line: string): readonly Word[] {
  const head = line.slice(0, 60);
  const reported = /[报報][道导導]|电/.test(head) ? named(line, REPORTED.exec(head)) : [];
  return reported.length > 0 || line.length > 60 || !/记者|通讯员/.test(head) ? reported : named(line, LISTED.exec(line));
}

/** Editors named before their office at the end of a normalised line. */
export function closingEditors(line: string): readonly Word[] {
  const from = Math.max(0, line.length - 20);
  const match = line.includes('编辑', from) ? EDITED.exec(line.slice(from)) : null;
  if (match) match.index += from;
  return named(line, match);
}
