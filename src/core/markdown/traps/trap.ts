import type { Edit, Span } from '../../document';

/** What pandoc reads otherwise than it was meant; each is explained by the host and can be switched off. */
export const trapKinds = [
  /** `据报道@key`, `[参见@key]`: no citation behind a letter. */
  'glued',
  /** `@key指出`: the key does not end before Chinese characters. */
  'swallowed',
  /** `[@a；@b]`: only `;` parts keys, and every part needs one. */
  'separator',
  /** `＠key`, `【@key】`: the signs of a citation are narrow ones. */
  'fullWidth',
  /** `[@key](p. 3)`, `[@a][@b]`: taken for a link. */
  'link',
  /** `[@key]: …` at the start of a line: pandoc sees a citation, the preview and other programs a definition that they hide. */
  'definition',
  /** `[@key, 第3段]`: read as a page, which GB/T 7714 leaves out. */
  'locator',
  /** `[@key` or `@key]`. */
  'unclosed',
  /** `[@ key]`. */
  'spaced',
] as const;
export type TrapKind = typeof trapKinds[number];

/** One way out: what is written in place of the trap's span, and the edits that do it. */
export interface TrapFix { readonly written: string; readonly edits: readonly Edit[] }

export interface Trap {
  readonly kind: TrapKind;
  /** What the writer sees marked; all edits lie inside it. */
  readonly span: Span;
  /** The key that was meant. */
  readonly key: string;
  /** The likeliest first. */
  readonly fixes: readonly TrapFix[];
}

/** Something that is a trap once one of `keys` is known, or at once where `sure` names the key; never while the key `unless` is known. */
export interface Suspect {
  readonly keys: readonly string[];
  readonly sure?: string | undefined;
  readonly unless?: string;
  trap(key: string): Trap;
}

/** A trap whose fixes are told by their edits alone. */
export function makeTrap(kind: TrapKind, text: string, span: Span, key: string, ways: readonly (readonly Edit[])[]): Trap {
  return { kind, span, key, fixes: ways.map(edits => ({ written: withEdits(text, span, edits), edits })) };
}

function withEdits(text: string, span: Span, edits: readonly Edit[]): string {
  let written = '', at = span.start;
  for (const edit of edits) {
    written += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return written + text.slice(at, span.end);
}

/** `text` in place of what stands from `start` to `end`. */
export const replace = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });
