/**
 * A date as a writer types it, as local ISO 8601 to the precision given: `2025-6-4 14:44`, `2025/06/04`, `2025年6月4日`, `2025`.
 * Undefined where it is no date of the calendar.
 */
export function readDate(text: string): string | undefined {
  const match = /^(\d{4})(?:\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})\s?日?(?:[T\s]\s?(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?)?|月)?|年)?$/.exec(text.trim());
  if (!match) return undefined;
  const [year = 0, month, day, hour, minute, second] = match.slice(1).map(part => (part === undefined ? undefined : Number(part)));
  if (!isInCalendar(year, month, day) || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = [String(year), ...[month, day].filter(part => part !== undefined).map(two)].join('-');
  return hour === undefined ? date : `${date}T${[hour, minute, second].filter(part => part !== undefined).map(two).join(':')}`;
}

function isInCalendar(year: number, month = 1, day = 1): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The values of a list as a writer types it, parted by ; or 、, each once. */
export function readList(text: string): readonly string[] {
  return [...new Set(text.split(/[;；、\n]/).map(part => part.trim()).filter(part => part !== ''))];
}

/** Whether a text is an address on the web; nothing else is opened or cited. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+\.[^\s/?#]+\S*$/i.test(text.trim());
}
