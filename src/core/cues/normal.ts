/** Gives the simplified form of one traditional character, or the character itself; must keep UTF-16 length 1. */
export type Simplify = (character: string) => string;

const ODD = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u3002\u3014\u3015\uff01-\uff5e\u4e28\u2502\u203a\u00bb\u2027\u30fb\uff65\ufe30\ufe55\u2010-\u2013\u2212]/;
const TRADITIONAL = /[\u3400-\u9fff]/g;

const FIXED: Readonly<Record<string, string>> = {
  '\u4e28': '|', '\u2502': '|', '\u203a': '>', '\u00bb': '>', '\u2027': '·', '\u30fb': '·', '\uff65': '·',
  '\ufe30': ':', '\ufe55': ':', '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2212': '-', '\u3002': '。', '\u3014': '[', '\u3015': ']',
};

function narrow(character: string): string {
  const fixed = FIXED[character];
  if (fixed !== undefined) return fixed;
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return ' ';
}

const ODD_ALL = new RegExp(ODD.source, 'g');

/**
 * The line as cues read it: half-width marks, plain spaces, one kind of bar and arrow, simplified characters.
 * Every UTF-16 unit keeps its place, so that an offset in it is one in `text`.
 */
export function normalLine(text: string, simplify?: Simplify): string {
  const narrowed = ODD.test(text) ? text.replace(ODD_ALL, narrow) : text;
  return simplify ? narrowed.replace(TRADITIONAL, simplify) : narrowed;
}
