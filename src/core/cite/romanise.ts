/** Pinyin initials of Han text, other characters dropped: `人民日报` gives `rmrb`. */
export type Romanise = (han: string) => string;

/** Loads pinyin-pro (its readings are right where a collator's are not); a dynamic import, so that it is read only when a Chinese outlet asks. */
export async function loadRomanise(): Promise<Romanise> {
  const { pinyin } = await import('pinyin-pro');
  return han => pinyin(han, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join('').toLowerCase().replace(/[^a-z]/g, '');
}
