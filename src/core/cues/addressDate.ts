const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec';
const PATH = /^(?:https?:\/\/)?[^/?#]*(\/[^?#]{0,400})/i;
/** `/2023/0512/`, `/20230512/`, `/202305/12/`, `/2023-05/12/`, `t20230512_`, `/2023_05_12`; no digit around it. */
const DIGITS = /(?<!\d)((?:19[89]|20\d)\d)[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;
const SEGMENTS = /\/((?:19[89]|20\d)\d)\/(\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\/(\d{1,2})(?=\/)/i;

/** The day that the path of an address names, `2023-05-12`; undefined where it names none. */
export function readAddressDate(url: string): string | undefined {
  const path = PATH.exec(url)?.[1] ?? '';
  const [, year, month, day] = SEGMENTS.exec(path) ?? DIGITS.exec(path) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.split(' ').indexOf(month.toLowerCase()) + 1;
  const isDay = number >= 1 && number <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
