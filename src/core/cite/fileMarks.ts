/** What names a file across renames and edits. */
export interface FileMark {
  /** Where it stands, as `placeOf` and `placeOfAddress` write it. */
  readonly place: string;
  /** Hex SHA-256 of its bytes; empty where it is not known. */
  readonly hash: string;
}

/** An address of a file, such as `file:///a/%E7.txt`, in a form in which two of the same place are equal. */
export function placeOfAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The place of `path`, which is relative to the folder of the file `address` and goes by `/`. */
export function placeOf(path: string, address: string): string {
  const parts = placeOfAddress(address).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') { if (parts.length > 3) parts.pop(); } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Things that stand for files, to be found again where a file was renamed or edited. */
export class MarkedFiles<T> {
  private readonly places = new Map<string, { readonly hash: string; readonly value: T }>();
  private readonly hashes = new Map<string, T>();

  /** The first of a place, and of a content, stays. */
  add({ place, hash }: FileMark, value: T): void {
    if (!this.places.has(place)) this.places.set(place, { hash, value });
    if (hash !== '' && !this.hashes.has(hash)) this.hashes.set(hash, value);
  }

  /** What has the place and the content, else the content (renamed), else the place (edited). */
  find({ place, hash }: FileMark): T | undefined {
    const placed = this.places.get(place);
    if (placed && hash !== '' && placed.hash === hash) return placed.value;
    return (hash === '' ? undefined : this.hashes.get(hash)) ?? placed?.value;
  }
}
