/** GBK both ways: what two bytes say, and which two bytes say it. */
export interface Gbk {
  /** UTF-16 unit of a pair of bytes; 0 where they are no character or a private one. */
  unit(lead: number, trail: number): number;
  /** `lead * 256 + trail` of a UTF-16 unit; 0 where it has no two bytes. */
  bytes(unit: number): number;
}

let made: Gbk | undefined;

/** The tables of GBK, asked of the platform's decoder the first time. */
export function gbk(): Gbk {
  made ??= makeGbk();
  return made;
}

/** Bytes of a unit in GBK; a full-width form that was narrowed when the page was captured has those of its full width. */
export function bytesOfNarrowed(unit: number, codes: Gbk): number {
  const isNarrowed = unit > 0x20 && unit < 0x7f && /[;:,!.()0-9A-Za-z]/.test(String.fromCharCode(unit));
  return isNarrowed ? 0xa380 + unit : codes.bytes(unit);
}

/** The second byte that is a character by itself, ASCII or the sign that GBK has for 0x80; 0 where there is none. */
export function closingByte(unit: number): number {
  if (unit === 0x20ac) return 0x80;
  return unit >= 0x40 && unit <= 0x7e ? unit : 0;
}

const firstLead = 0x81;
const lastLead = 0xfe;
const firstTrail = 0x40;
const lastTrail = 0xfe;

function makeGbk(): Gbk {
  const units = new Uint16Array(0x10000);
  const pairs = new Uint16Array(0x10000);
  for (let lead = firstLead; lead <= lastLead; lead += 1) {
    for (const [trail, unit] of decodeRow('gbk', lead)) {
      if (!isPrivate(unit)) units[lead * 256 + trail] = unit;
      if (pairs[unit] === 0) pairs[unit] = lead * 256 + trail;
    }
  }
  return {
    unit: (lead, trail) => units[(lead << 8) | trail] ?? 0,
    bytes: unit => pairs[unit] ?? 0,
  };
}

/** The characters of one lead byte, by trail byte; each is decoded with a line end behind it, which keeps the row in step. */
function decodeRow(encoding: string, lead: number): readonly (readonly [trail: number, unit: number])[] {
  const bytes: number[] = [];
  for (let trail = firstTrail; trail <= lastTrail; trail += 1) bytes.push(lead, trail, 0x0a);
  const lines = new TextDecoder(encoding).decode(Uint8Array.from(bytes)).split('\n');
  return lines.slice(0, lastTrail - firstTrail + 1).flatMap((line, index) =>
    line.length === 1 && line !== '\ufffd' ? [[firstTrail + index, line.charCodeAt(0)] as const] : []);
}

function isPrivate(unit: number): boolean {
  return unit >= 0xe000 && unit <= 0xf8ff;
}

let rareFlags: Uint8Array | undefined;

/**
 * Marks the UTF-16 units outside the first levels of GB 2312 and of Big5, 3,755 and 5,401 characters that make up nearly all of any text,
 * with 1: damaged text is full of them, and of private ones that GBK leaves to its users.
 */
export function rareUnits(): Uint8Array {
  rareFlags ??= makeRareFlags();
  return rareFlags;
}

function makeRareFlags(): Uint8Array {
  const flags = new Uint8Array(0x10000);
  flags.fill(1, 0x4e00, 0xa000).fill(1, 0xe000, 0xf900);
  for (const [encoding, first, last] of [['gbk', 0xb0, 0xd7], ['big5', 0xa4, 0xc6]] as const) {
    for (let lead = first; lead <= last; lead += 1) {
      for (const [trail, unit] of decodeRow(encoding, lead)) if (encoding === 'big5' || trail >= 0xa1) flags[unit] = 0;
    }
  }
  flags[0x4e28] = 0; // 丨 stands for a bar
  return flags;
}
