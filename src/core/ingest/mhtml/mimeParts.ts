/** One part of a MIME message: its type in lower case, its headers, and its body as it was encoded. */
export interface MimePart { readonly type: string; readonly head: Uint8Array; readonly body: Uint8Array }

const LINE_FEED = 0x0a, RETURN = 0x0d, HYPHEN = 0x2d;
const HEADER = /^(?:content-[a-z-]+|mime-version|x-[a-z-]+)[ \t]*:/i;
/** RFC 2046 allows 70 characters; programs write more. */
const LONGEST_BOUNDARY = 200;
const LONGEST_HEAD = 65536;

/**
 * The leaves of a message in their order, nested ones too; a message without parts is its own. Boundaries are known by the header that follows them,
 * so that one which is misquoted, or a file that ends early, costs nothing. Pictures, the bulk of a saved page, are passed over unread.
 */
export function cutParts(bytes: Uint8Array): readonly MimePart[] {
  const parts: MimePart[] = [];
  const open = new Set<string>();
  let start = 0;
  for (const line of hyphenLines(bytes)) {
    const text = latin(bytes, line.start, Math.min(line.end, line.start + LONGEST_BOUNDARY)).trimEnd();
    const isEnd = text.endsWith('--') && open.has(text.slice(0, -2));
    if (!isEnd && !open.has(text) && !HEADER.test(latin(bytes, line.end + 1, line.end + 40))) continue;
    if (!isEnd) open.add(text);
    if (start < line.start) parts.push(toPart(bytes.subarray(start, line.start)));
    start = line.end + 1;
  }
  if (start < bytes.length) parts.push(toPart(bytes.subarray(start)));
  return parts.filter(({ type, body }) => body.length > 0 && !type.startsWith('multipart/'));
}

/** The headers of a message, up to its first empty line. */
export function headOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, headLength(bytes));
}

/** Lines that begin with two hyphens, without their line feed. */
function* hyphenLines(bytes: Uint8Array): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    if (bytes[start] === HYPHEN && bytes[start + 1] === HYPHEN) yield { start, end };
    start = end + 1;
  }
}

function toPart(bytes: Uint8Array): MimePart {
  const length = headLength(bytes);
  const head = bytes.subarray(0, length);
  const [, type = ''] = /^content-type[ \t]*:\s*([^\s;]+)/im.exec(latin(head, 0, length)) ?? [];
  return { type: type.toLowerCase(), head, body: bytes.subarray(length) };
}

/** How many bytes the headers take with the empty line behind them. */
function headLength(bytes: Uint8Array): number {
  for (let start = 0; start < Math.min(bytes.length, LONGEST_HEAD);) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) return bytes.length;
    if (end === start || (end === start + 1 && bytes[start] === RETURN)) return end + 1;
    start = end + 1;
  }
  return Math.min(bytes.length, LONGEST_HEAD);
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(start, end));
}
