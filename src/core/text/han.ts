/** Whether the UTF-16 unit is a Chinese character; 丨 (U+4E28) is not, as pages use it as a bar between words. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff && unit !== 0x4e28)
    || (unit >= 0x3400 && unit <= 0x4dbf)
    || (unit >= 0xd840 && unit <= 0xd888)
    || (unit >= 0xf900 && unit <= 0xfaff)
    || unit === 0x3007;
}

/** Whether the UTF-16 unit is hiragana or katakana. */
export function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb;
}

/** Whether the UTF-16 unit is a hangul syllable. */
export function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

/** Whether the UTF-16 unit is Han, kana or punctuation of Chinese and Japanese, full-width forms included. */
export function isCjk(unit: number): boolean {
  return isHan(unit) || isKana(unit) || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xff60);
}

/** How many UTF-16 units of `text` satisfy `belongs`. */
export function countUnits(text: string, belongs: (unit: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) if (belongs(text.charCodeAt(index))) count += 1;
  return count;
}
