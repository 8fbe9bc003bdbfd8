const tablesSeen = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** `text` in an encoding of one and two bytes (`gbk`, `big5`, `shift_jis`, `euc-jp`, `euc-kr`); `?` for what it lacks. */
export function encode(text: string, encoding: string): Uint8Array {
  const table = tablesSeen.get(encoding) ?? encoderTable(encoding);
  tablesSeen.set(encoding, table);
  return Uint8Array.from(Array.from(text, character => table.get(character) ?? [0x3f]).flat());
}

/** `text` as UTF-16 without a mark. */
export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}

/** What every byte and pair of bytes decodes to, turned round. */
function encoderTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const note = (...bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 0x100; byte += 1) note(byte);
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) note(lead, trail);
  return table;
}
