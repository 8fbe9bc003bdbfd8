/** The ways in which people write an ISO 8601 date of any precision, a line each, for searching: `2025-06-04`, `20250604`, `2025/06/04`, `2025年6月4日`. */
export function writtenDates(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const spoken = month ? `${year}年${Number(month)}月${day && `${Number(day)}日`}` : year && `${year}年`;
  return `${iso}\n${year}${month}${day}\n${year}/${month}/${day}\n${spoken}`;
}
