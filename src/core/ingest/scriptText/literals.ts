import { unescapeString } from './unescapeString';

/** A record or a list that is written out in a script. Entries of a list have their place as key; `count` is the number of commas so far. */
export interface Composite {
  readonly isList: boolean;
  readonly key: string;
  readonly parent: Composite | undefined;
  readonly entries: Entry[];
  count: number;
}

/** What stands behind a key, or behind the name of a variable; words and numbers as text, numbers as they are written. */
export interface Entry { readonly key: string; value: string | Composite; readonly isNumber: boolean }

const QUOTES = '"\'`';
/** Behind one of these a slash begins a regular expression, behind anything else it divides. */
const BEFORE_EXPRESSION = /[(,=:[!&|?{};+\-*%<>~^]/;
/** No expression written by hand is longer; what seems so is a division. */
const LONGEST_EXPRESSION = 500;

/**
 * The strings, numbers, records and lists written out in a script or in JSON, under the names and keys they are given there, within `holder`
 * where another literal holds the source. Nothing runs: code around them is passed over. Every character is read once, so broken and hostile
 * scripts cost no more than others.
 */
export function readLiterals(source: string, isJson: boolean, holder?: { readonly key: string; readonly parent: Composite }): Composite {
  return new LiteralReader(source, isJson, { isList: false, key: holder?.key ?? '', parent: holder?.parent, entries: [], count: 0 }).read();
}

/** Reads one source from its start to its end. */
class LiteralReader {
  private open: Composite;
  private at = 0;
  /** The name or key that waits for its value. */
  private key = '';
  /** The last name in code. */
  private word = '';
  /** The string that a `+` would lengthen, and the one of the statement before, which `+=` may lengthen. */
  private last: Entry | undefined;
  private previous: Entry | undefined;
  private joins = false;
  /** The last character of code that was no space. */
  private before = '(';
  private noExpressionUntil = 0;

  constructor(private readonly source: string, private readonly isJson: boolean, private readonly root: Composite) {
    this.open = root;
  }

  read(): Composite {
    while (this.at < this.source.length) {
      const character = this.source.charAt(this.at);
      if (character <= ' ') this.at++;
      else if (QUOTES.includes(character)) this.readString(character);
      else if (isWordUnit(character.charCodeAt(0))) this.readWord();
      else if (character === '/' && !this.isJson) this.passSlash();
      else this.readMark(character);
    }
    return this.root;
  }

  private readMark(mark: string): void {
    this.at++;
    if (mark === '{' || mark === '[') this.enter(mark === '[');
    else if (mark === '}' || mark === ']') this.leave(mark === ']');
    else if (mark === ',' || mark === ';') this.separate(mark === ',');
    else if (mark === ':' || mark === '=') this.assign(mark);
    this.joins = mark === '+' ? this.joinsNext() : mark === '=' && this.before === '+' && this.joins;
    this.before = mark;
  }

  /** Whether a string that follows the plus read last lengthens another: `'a' + 'b'`, `html += 'b'`. */
  private joinsNext(): boolean {
    if (this.source[this.at] === '=' && this.last?.key !== this.word) this.last = this.previous?.key === this.word ? this.previous : undefined;
    return this.last !== undefined;
  }

  private enter(isList: boolean): void {
    const made: Composite = { isList, key: this.nextKey(), parent: this.open, entries: [], count: 0 };
    this.open.entries.push({ key: made.key, value: made, isNumber: false });
    this.open = made;
    this.key = '';
    this.last = undefined;
  }

  /** Ends the record or list that is open; a bracket that closes nothing is code that was misread. */
  private leave(isList: boolean): void {
    this.key = '';
    this.last = undefined;
    const { parent, entries, isList: wasList } = this.open;
    if (this.open === this.root || !parent || wasList !== isList) return;
    if (entries.length === 0 && !this.isJson) parent.entries.pop();
    this.open = parent;
  }

  private separate(isComma: boolean): void {
    if (isComma) this.open.count++;
    this.key = '';
    this.previous = isComma ? undefined : this.last;
    this.last = undefined;
  }

  /** `==` and `=>` give nothing a name. */
  private assign(mark: string): void {
    const next = this.source[this.at];
    if (mark === '=' && (next === '=' || next === '>' || /[=!<>]/.test(this.before))) return;
    this.key = this.word;
  }

  private nextKey(): string {
    return this.open.isList ? String(this.open.count) : this.key;
  }

  private add(value: string, isNumber: boolean): void {
    this.last = { key: this.nextKey(), value, isNumber };
    this.open.entries.push(this.last);
  }

  private readWord(): void {
    const start = this.at;
    while (this.at < this.source.length && isWordUnit(this.source.charCodeAt(this.at))) this.at++;
    this.word = this.source.slice(start, this.at);
    if (/^\d/.test(this.word) && (this.key !== '' || this.open.isList)) this.add(this.word, true);
    this.before = /^(?:return|typeof|case|in)$/.test(this.word) ? '(' : 'a';
    this.joins = false;
  }

  /** A string is a key where a colon follows; else a value, lengthening the one before where a plus stands between. */
  private readString(quote: string): void {
    const text = this.takeString(quote);
    if (text === undefined) return;
    if (!this.open.isList && this.key === '' && this.isBeforeColon()) this.word = text;
    else if (this.joins && typeof this.last?.value === 'string') this.last.value += text;
    else this.add(text, false);
    this.before = 'a';
    this.joins = false;
  }

  /** The string that begins here. One that never ends is kept where the script was cut off, and else no string. */
  private takeString(quote: string): string | undefined {
    const { source } = this;
    const runsOn = quote === '`' || this.isJson;
    const start = ++this.at;
    let hasEscapes = false;
    for (; this.at < source.length; this.at++) {
      const unit = source.charCodeAt(this.at);
      if (unit === 0x5c) { hasEscapes = true; this.at++; }
      else if (unit === quote.charCodeAt(0)) break;
      else if ((unit === 0x0a || unit === 0x0d) && !runsOn) return undefined;
    }
    const text = source.slice(start, this.at++);
    return hasEscapes ? unescapeString(text) : text;
  }

  private isBeforeColon(): boolean {
    let next = this.at;
    while (next < this.at + 20 && this.source.charAt(next) <= ' ' && next < this.source.length) next++;
    return this.source[next] === ':';
  }

  /** Passes over a comment, a regular expression or a sign of division. */
  private passSlash(): void {
    const next = this.source[this.at + 1];
    if (next === '/') this.passTo('\n');
    else if (next === '*') this.passTo('*/');
    else if (BEFORE_EXPRESSION.test(this.before) && this.at >= this.noExpressionUntil) this.passExpression();
    else this.at++;
  }

  private passTo(end: string): void {
    const found = this.source.indexOf(end, this.at + 2);
    this.at = found < 0 ? this.source.length : found + end.length;
  }

  private passExpression(): void {
    let inClass = false, at = this.at + 1;
    for (; at < this.at + LONGEST_EXPRESSION; at++) {
      const character = this.source[at];
      if (character === undefined || character === '\n') break;
      if (character === '\\') at++;
      else if (character === '[') inClass = true;
      else if (character === ']') inClass = false;
      else if (character === '/' && !inClass) { this.at = at + 1; this.before = 'a'; return; }
    }
    this.noExpressionUntil = at;
    this.at++;
  }
}

/** Letters, digits, `_`, `$`, and all beyond ASCII: names may be Chinese. */
function isWordUnit(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || unit === 0x24 || unit >= 0xc0;
}
