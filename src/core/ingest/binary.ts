/** First bytes of common files that are no text; the rest of them show by their control characters. */
const magicNumbers: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x47, 0x49, 0x46, 0x38, 0x37, 0x61], [0x47, 0x49, 0x46, 0x38, 0x39, 0x61], // gif
  [0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06], // zip, and with it docx, epub, odt
  [0x25, 0x50, 0x44, 0x46, 0x2d], // pdf
  [0x1f, 0x8b], [0xfd, 0x37, 0x7a, 0x58], [0x28, 0xb5, 0x2f, 0xfd], // gzip, xz, zstd
  [0x37, 0x7a, 0xbc, 0xaf], [0x52, 0x61, 0x72, 0x21, 0x1a], // 7z, rar
  [0xd0, 0xcf, 0x11, 0xe0], // the older Office formats
  [0x7f, 0x45, 0x4c, 0x46], [0x4d, 0x5a, 0x90], [0x00, 0x61, 0x73, 0x6d], // programs
];

/** Bytes that are looked at: enough to know a file by, few enough to cost nothing on a large one. */
const sampleLength = 16384;

/** Share of control characters that text does not reach; random bytes hold a tenth. */
const controlShare = 0.01;

/** Whether the bytes are a file of a known kind that is no text. */
export function hasMagicNumber(bytes: Uint8Array): boolean {
  return magicNumbers.some(magic => magic.every((byte, index) => bytes[index] === byte));
}

/** Whether bytes in an encoding that keeps ASCII hold more control characters than text does. */
export function isFullOfControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleLength);
  let controls = 0;
  for (const byte of sample) if (isControl(byte)) controls += 1;
  return controls > Math.max(2, sample.length * controlShare);
}

function isControl(byte: number): boolean {
  const isLayout = byte >= 0x08 && byte <= 0x0d;
  return (byte < 0x20 && !isLayout && byte !== 0x1b) || byte === 0x7f;
}
