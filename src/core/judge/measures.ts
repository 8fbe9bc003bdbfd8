import type { Line } from '../cues/analysis';
import { endsSentence, type CueName } from '../cues/lineCues';

/** What is counted in each line, in columns; the ground that features and rules stand on. */
export interface Measures {
  readonly count: number;
  /** Letters and digits; a Chinese character is one, three letters of an alphabet are one. */
  readonly letters: Float32Array;
  /** Letters of lines that read like running text, 0 for others. */
  readonly prose: Float32Array;
  /** Share of little words (的 了 是, the of and) among the words, scaled to about 0–1. */
  readonly little: Float32Array;
  readonly sentence: Uint8Array;
  readonly commas: Float32Array;
  readonly digits: Float32Array;
  readonly latin: Float32Array;
  readonly spaces: Float32Array;
  /** 1 where the line looks like a part of a page's frame: menus, sharing, counters. */
  readonly frame: Uint8Array;
  readonly short: Uint8Array;
  /** How often the same text stands on the page, itself included. */
  readonly repeats: Uint8Array;
}

const FRAME: readonly CueName[] = ['share', 'navigation', 'menu', 'widget', 'mood', 'counter', 'separator', 'comment', 'advertisement', 'listHeading', 'url', 'licence', 'spam'];
const LITTLE_HAN = /[的了是在和与为将对以其这有就也都而及并从但被把着让等我他她们你]/g;
const LITTLE_LATIN = /\b(?:the|of|and|to|a|in|is|that|for|with|was|are|this|from|by|it|on|as|be|at|his|her|have|has|had|not)\b/gi;
const MAX = 4000;

/** Counts every line once; linear in the text. */
export function measure(lines: readonly Line[]): Measures {
  const count = lines.length;
  const floats = (): Float32Array => new Float32Array(count);
  const bytes = (): Uint8Array => new Uint8Array(count);
  const m = {
    count, letters: floats(), prose: floats(), little: floats(), sentence: bytes(), commas: floats(), digits: floats(), latin: floats(),
    spaces: floats(), frame: bytes(), short: bytes(), repeats: bytes(),
  };
  const seen = new Map<string, number>();
  for (const line of lines) seen.set(line.normal, (seen.get(line.normal) ?? 0) + 1);
  lines.forEach((line, index) => {
    const text = line.normal.length > MAX ? line.normal.slice(0, MAX) : line.normal;
    const counts = countCharacters(text);
    const scale = line.normal.length / Math.max(1, text.length);
    const letters = (counts.han + counts.latin / 3 + counts.digits / 2) * scale;
    m.letters[index] = letters;
    m.commas[index] = counts.commas;
    m.digits[index] = counts.digits / Math.max(1, text.length);
    m.latin[index] = counts.latin / Math.max(1, text.length);
    m.spaces[index] = counts.spaces / Math.max(1, text.length);
    m.sentence[index] = endsSentence(line.normal) ? 1 : 0;
    m.little[index] = Math.min(1, littleWords(text, counts.latin > counts.han) / Math.max(6, letters) * 8);
    m.frame[index] = FRAME.some((name) => line.cues.names.has(name)) && letters < 60 ? 1 : 0;
    m.short[index] = letters < 14 ? 1 : 0;
    m.repeats[index] = Math.min(255, seen.get(line.normal) ?? 1);
    m.prose[index] = isProse(letters, m.sentence[index] === 1, counts.commas, m.little[index] ?? 0) ? letters : 0;
  });
  return m;
}

function isProse(letters: number, sentence: boolean, commas: number, little: number): boolean {
  if (sentence) return letters >= 12 && (little > 0 || commas > 0 || letters >= 24);
  return letters >= 36 && commas > 0 && little > 0;
}

function littleWords(text: string, isLatin: boolean): number {
  return text.match(isLatin ? LITTLE_LATIN : LITTLE_HAN)?.length ?? 0;
}

interface Counts { han: number; latin: number; digits: number; commas: number; spaces: number }

function countCharacters(text: string): Counts {
  const counts: Counts = { han: 0, latin: 0, digits: 0, commas: 0, spaces: 0 };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3040 && code <= 0x9fff) counts.han++;
    else if (code === 0x20) counts.spaces++;
    else if (code === 0x2c || code === 0x3001) counts.commas++;
    else if (code >= 0x30 && code <= 0x39) counts.digits++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f)) counts.latin++;
    else if (code >= 0xac00 && code <= 0xd7a3) counts.han++;
    else if (code >= 0x370 && code <= 0x1fff) counts.latin++;
  }
  return counts;
}
