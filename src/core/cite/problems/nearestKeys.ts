/** Keys that are offered in place of an unknown one. */
const MOST = 3;

/** A beginning shorter than this tells nothing. */
const SHORTEST_BEGINNING = 4;

/** The keys that were most likely meant by `wrong`, the likeliest first: few slips away, or longer or shorter by an ending. */
export function nearestKeys(wrong: string, keys: Iterable<string>): readonly string[] {
  const asked = wrong.toLowerCase(), allowed = allowedIn(asked);
  const found: { readonly key: string; readonly distance: number }[] = [];
  for (const key of keys) {
    const distance = distanceTo(asked, key.toLowerCase(), allowed);
    if (distance !== undefined && key !== wrong) found.push({ key, distance });
  }
  found.sort((one, other) => one.distance - other.distance || shared(asked, other.key) - shared(asked, one.key) || compare(one.key, other.key));
  return [...new Set(found.map(({ key }) => key))].slice(0, MOST);
}

/** Names shorter than this are too near to each other. */
const SHORTEST_NEAR = 6;

/** Whether `wrong` may be a slip of one of the keys: a letter or two of many. */
export function isNearKey(wrong: string, keys: Iterable<string>): boolean {
  const asked = wrong.toLowerCase(), allowed = allowedIn(asked);
  if (asked.length < SHORTEST_NEAR) return false;
  for (const key of keys) if (Math.abs(asked.length - key.length) <= allowed && slipsBetween(asked, key.toLowerCase(), allowed) !== undefined) return true;
  return false;
}

const allowedIn = (asked: string): number => Math.min(3, Math.max(1, Math.floor(asked.length / 4)));

/** Slips between the two; a common beginning counts as more than any allowed number of slips. */
function distanceTo(asked: string, key: string, allowed: number): number | undefined {
  const slips = Math.abs(asked.length - key.length) > allowed ? undefined : slipsBetween(asked, key, allowed);
  if (slips !== undefined) return slips;
  const length = Math.min(asked.length, key.length);
  const isBeginning = length >= SHORTEST_BEGINNING && (key.startsWith(asked) || asked.startsWith(key));
  return isBeginning ? allowed + 1 + Math.abs(asked.length - key.length) / 100 : undefined;
}

/** Letters changed, added, left out or swapped with their neighbour (optimal string alignment); undefined above `allowed`. */
function slipsBetween(one: string, other: string, allowed: number): number | undefined {
  let before: number[] = [], last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const changed = (last[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1);
      const least = Math.min(changed, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1] ? (before[at - 2] ?? 0) + 1 : least;
      next.push(Math.min(least, swapped));
    }
    if (Math.min(...next) > allowed) return undefined;
    before = last;
    last = next;
  }
  const slips = last[other.length] ?? 0;
  return slips <= allowed ? slips : undefined;
}

function shared(asked: string, key: string): number {
  let length = 0;
  while (length < asked.length && asked[length] === key[length]?.toLowerCase()) length++;
  return length;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
