/** A hash of the units of `text`, 0 to 2³² − 1 (FNV-1a), to see whether it is the same as before. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
