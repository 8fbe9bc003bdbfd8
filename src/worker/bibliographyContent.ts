import type { FileContent } from './citingPort';

/** Undefined for bytes that are not UTF-8. A byte order mark stays: places count from the beginning of the file. */
export function textOf(content: FileContent): string | undefined {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** A text as `like` came, as text or bytes; text where there was nothing. */
export const contentLike = (like: FileContent | undefined, text: string): FileContent => (typeof like === 'object' ? new TextEncoder().encode(text) : text);
