/** Bytes of the sample that is decoded in every way: measured as enough to tell 3,499 of 3,506 pages. */
const sampleLength = 16384;
/** Less is a headline or a line, which may be in UTF-16 and wants its pairs kept. */
const shortText = 512;
/** A sample of a longer file is taken at so many places: the top of a page may be of another hand than the rest. */
const places = 4;
/** Longest stretch of ASCII that is kept: menus and programs tell nothing of an encoding. */
const longestAscii = 32;

/**
 * The part of a file that tells its encoding: a short text as it stands; of others what stands beyond ASCII, from all over the file, without
 * comments, scripts and styles, which may be in an encoding of their own.
 */
export function charsetSample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= shortText || (bytes.length <= sampleLength && !bytes.includes(0x3c))) return bytes;
  const shown = denseParts(bytes, shownParts(bytes));
  const dense = shown.length > 0 ? shown : denseParts(bytes, [[0, bytes.length]]);
  if (dense.length <= sampleLength) return dense;
  const size = sampleLength / places;
  return joined(Array.from({ length: places }, (_, place) => {
    const start = lineStart(dense, Math.floor((dense.length - size) * place / (places - 1)));
    return dense.subarray(start, start + size);
  }));
}

type Range = readonly [from: number, to: number];

/** What stands outside comments, scripts and styles. */
function shownParts(bytes: Uint8Array): readonly Range[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const parts: Range[] = [];
  let from = 0;
  for (const { 0: opening, index } of text.matchAll(/<!--|<script\b|<style\b/gi)) {
    if (index < from) continue;
    const closing = opening === '<!--' ? '-->' : '</';
    const end = text.indexOf(closing, index);
    if (end < 0) break;
    parts.push([from, index]);
    from = end + closing.length;
  }
  return [...parts, [from, bytes.length]];
}

/** The parts without their longer stretches of ASCII. */
function denseParts(bytes: Uint8Array, parts: readonly Range[]): Uint8Array {
  const kept: Uint8Array[] = [];
  for (const [from, to] of parts) {
    let start = -1, last = -1;
    for (let at = from; at < to; at++) {
      if ((bytes[at] ?? 0) < 0x80) continue;
      if (start >= 0 && at - last > longestAscii) { kept.push(bytes.subarray(start, last + 2)); start = at; }
      if (start < 0) start = at;
      last = at;
    }
    if (start >= 0) kept.push(bytes.subarray(start, Math.min(to, last + 2)));
  }
  return joined(kept);
}

/** A place at or after `at` where no character is cut: behind a space, a line feed or a `<`, which end no pair of bytes. */
function lineStart(bytes: Uint8Array, at: number): number {
  if (at === 0) return 0;
  for (let next = at; next < at + 400; next++) if (bytes[next] === 0x0a || bytes[next] === 0x20 || bytes[next] === 0x3c) return next + 1;
  return at;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}
