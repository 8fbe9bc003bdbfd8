/** Characters of the bytes 0x80–0x9F in windows-1252; what it leaves open is the control character of Latin-1. */
const marks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** `text` with the control characters that Latin-1 reads from 0x80–0x9F as the marks of windows-1252. */
export function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, mark => marks.charAt(mark.charCodeAt(0) - 0x80));
}

/** The byte that windows-1252 or Latin-1 reads as `unit`; -1 where there is none. */
export function windowsByte(unit: number): number {
  if (unit < 0x100) return unit;
  const index = marks.indexOf(String.fromCharCode(unit));
  return index < 0 ? -1 : 0x80 + index;
}
