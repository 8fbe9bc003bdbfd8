/** Neighbouring units of a text that make one print. */
const GRAM = 5;

/** Prints of which one is kept: two texts that share `GRAM + WINDOW - 1` units share a print. */
const WINDOW = 4;

/** Texts shorter than this have no print that is sure to be kept elsewhere. */
export const SHORTEST_PRINTED = GRAM + WINDOW - 1;

/**
 * Prints of a text by which others that share words with it are found: of each four neighbouring runs of five UTF-16 units the least hash
 * (winnowing, Schleimer, Wilkerson and Aiken 2003). All prints of a part that stands in another text are among the prints of that text.
 */
export function fingerprints(text: string): Uint32Array {
  const count = text.length - GRAM + 1;
  if (count < WINDOW) return new Uint32Array(0);
  const hashes = new Uint32Array(count), kept = new Uint32Array(count);
  for (let at = 0; at < count; at++) hashes[at] = hashAt(text, at);
  let length = 0, last = -1;
  for (let start = 0; start + WINDOW <= count; start++) {
    let least = start;
    for (let at = start + 1; at < start + WINDOW; at++) if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
    if (least === last) continue;
    last = least;
    kept[length++] = hashes[least] ?? 0;
  }
  return kept.slice(0, length);
}

/** FNV-1a over units, its bits mixed once more (finalizer of MurmurHash3), as the least hash has to be any. */
function hashAt(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + GRAM; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
