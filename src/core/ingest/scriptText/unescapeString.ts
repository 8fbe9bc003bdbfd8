const ESCAPE = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r\n|[\s\S]))/gi;
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '', '\r': '', '\r\n': '', '\u2028': '', '\u2029': '' };

/** The inside of a string literal of JavaScript or JSON with its escapes resolved; an escape that is none stands for its character. */
export function unescapeString(text: string): string {
  return text.replace(ESCAPE, (_, point?: string, unit?: string, byte?: string, other?: string) => {
    if (other !== undefined) return CONTROLS[other] ?? other;
    const code = parseInt(point ?? unit ?? byte ?? '', 16);
    return code > 0x10ffff ? '\ufffd' : point === undefined ? String.fromCharCode(code) : String.fromCodePoint(code);
  });
}
