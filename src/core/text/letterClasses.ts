import { isHan, isHangul, isKana } from './han';
import { scriptSets } from './scriptSets';
import type { Tables } from './tables';

/** What a UTF-16 unit is to somebody who tells languages and scripts apart; `astral` leads a Han character beyond U+FFFF. */
export const letterClass = { other: 0, latin: 1, hangul: 2, kana: 3, han: 4, simplified: 5, traditional: 6, astral: 7 } as const;

/** How many letters of each kind a text has; `han` counts all Han characters, those that only one script writes too. */
export interface LetterCounts {
  readonly latin: number;
  readonly hangul: number;
  readonly kana: number;
  readonly han: number;
  readonly simplified: number;
  readonly traditional: number;
}

const classesSeen = new WeakMap<Tables, Uint8Array>();
let plainClasses: Uint8Array | undefined;

/** Counts the letters of `text` in one pass; without tables no Han character is told to be of one script. */
export function countLetters(text: string, tables?: Tables): LetterCounts {
  const counts = new Uint32Array(8);
  const classes = tables ? scriptClasses(tables) : plainLetterClasses();
  for (let index = 0; index < text.length; index += 1) {
    const kind = classes[text.charCodeAt(index)] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [, latin = 0, hangul = 0, kana = 0, han = 0, simplified = 0, traditional = 0, astral = 0] = counts;
  const beyond = tables && astral > 0 ? countAstral(text, tables) : { simplified: 0, traditional: 0 };
  return {
    latin, hangul, kana,
    han: han + simplified + traditional + astral,
    simplified: simplified + beyond.simplified,
    traditional: traditional + beyond.traditional,
  };
}

/** Characters of two units are rare, so a text that has some is read once more for them. */
function countAstral(text: string, tables: Tables): { simplified: number; traditional: number } {
  const sets = scriptSets(tables);
  const counts = { simplified: 0, traditional: 0 };
  for (const character of text.match(/[\ud840-\ud888][\udc00-\udfff]/g) ?? []) {
    const point = character.codePointAt(0) ?? 0;
    if (sets.simplified.has(point)) counts.simplified += 1;
    else if (sets.traditional.has(point)) counts.traditional += 1;
  }
  return counts;
}

function scriptClasses(tables: Tables): Uint8Array {
  const known = classesSeen.get(tables);
  if (known) return known;
  const { simplified, traditional } = scriptSets(tables);
  const made = plainLetterClasses().slice();
  const tell = (points: ReadonlySet<number>, kind: number): void => {
    for (const point of points) if (point <= 0xffff && made[point] === letterClass.han) made[point] = kind;
  };
  tell(simplified, letterClass.simplified);
  tell(traditional, letterClass.traditional);
  classesSeen.set(tables, made);
  return made;
}

function plainLetterClasses(): Uint8Array {
  return plainClasses ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(unit));
}

function classOf(unit: number): number {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a ? letterClass.latin : letterClass.other;
  if (isHan(unit)) return unit >= 0xd840 && unit <= 0xd888 ? letterClass.astral : letterClass.han;
  if (isKana(unit)) return letterClass.kana;
  return isHangul(unit) ? letterClass.hangul : letterClass.other;
}
