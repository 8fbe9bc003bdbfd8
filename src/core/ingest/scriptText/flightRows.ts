import type { Composite, Entry } from './literals';
import { readLiterals } from './literals';

/** Long words that a stream names and its records refer to as `$name`. */
export interface FlightRows { readonly records: readonly Composite[]; readonly texts: ReadonlyMap<string, string> }

/** The strings that one script pushes to a stream of React server components: `self.__next_f.push([1,"…"])`. */
export function flightChunks(script: Composite): readonly string[] {
  return script.entries.flatMap(({ value }) => {
    if (typeof value === 'string' || !value.isList) return [];
    const [kind, chunk]: readonly (Entry | undefined)[] = value.entries;
    return kind?.value === '1' && typeof chunk?.value === 'string' ? [chunk.value] : [];
  });
}

/** The rows of such a stream, `name:JSON` a line or `name:Tlength,text` with the length in hexadecimal bytes of UTF-8. */
export function readFlightRows(stream: string): FlightRows {
  const records: Composite[] = [], texts = new Map<string, string>();
  const row = /([0-9a-f]{0,8}):(?:T([0-9a-f]{1,7}),)?/gy;
  while (row.lastIndex < stream.length) {
    const from = row.lastIndex;
    const [head = '', name = '', length] = row.exec(stream) ?? [];
    const start = from + head.length;
    const end = length === undefined ? lineEnd(stream, start) : afterBytes(stream, start, parseInt(length, 16));
    if (length !== undefined) texts.set(name, stream.slice(start, end));
    else if (head !== '') records.push(readLiterals(stream.slice(start, end), true));
    row.lastIndex = length === undefined ? end + 1 : end;
  }
  return { records, texts };
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** Where `bytes` bytes of UTF-8 end that begin at `start`. */
function afterBytes(text: string, start: number, bytes: number): number {
  let at = start;
  for (let left = bytes; left > 0 && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    left -= unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return at;
}
