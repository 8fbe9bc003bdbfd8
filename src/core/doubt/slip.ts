import type { Doubt } from '../document';
import type { Day } from './calendar';

/** What slips are measured by: the day the page says it is of, and the language of its text. */
export interface PageFacts { readonly day?: Day; readonly language: string }

/** Finds one kind of slip in a text, sorted and disjoint; spans count in `text`. */
export type FindSlips = (text: string, page: PageFacts) => readonly Doubt[];

/** Another calendar than the Gregorian is spoken of: its months have other lengths. */
export const speaksOfOtherCalendar = (text: string): boolean => /[农農阴陰旧舊夏古藏佛回朗民]历|[农農陰舊夏古藏佛回朗民]曆|历法|曆法|[闰閏][月年\d一二三四五六七八九十]|[正冬腊臘]月/.test(text);

/** A date that stands alone in quotation marks is spoken of, or is the name of a work. */
export const standsQuoted = (text: string, start: number, end: number): boolean =>
  /[《〈“‘「『"']/.test(text.charAt(start - 1)) && /[》〉”’」』"']/.test(text.charAt(end));
