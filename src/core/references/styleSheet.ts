import type { Result } from '../document';

/** What a style says of itself. */
export interface StyleSheet {
  readonly title: string;
  /** How it cites: by numbers, by author and date, in notes. */
  readonly form: 'numeric' | 'author-date' | 'author' | 'label' | 'note' | undefined;
  /** BCP 47; the language its terms are in, whatever that of the reader. */
  readonly language: string | undefined;
}

/** Why references cannot be formatted by a style. */
export type StyleError =
  /** The text is no style of the Citation Style Language. */
  | { readonly kind: 'noStyle' }
  /** It stands for another style, by the address of that. */
  | { readonly kind: 'dependent'; readonly on: string }
  /** It formats citations only. */
  | { readonly kind: 'noBibliography' }
  /** The formatter stumbled over it. */
  | { readonly kind: 'broken'; readonly detail: string }
  /** It took longer than anybody waits. */
  | { readonly kind: 'endless' };

/** Larger than any style there is, in characters. */
const MOST = 1_000_000;

/** Reads what a `.csl` file says of itself. */
export function readStyleSheet(xml: string): Result<StyleSheet, StyleError> {
  const root = xml.length > MOST ? undefined : /<style\b([^<>]*)>/.exec(xml);
  if (!root || !/xmlns\s*=\s*["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/.test(root[1] ?? '')) return { ok: false, error: { kind: 'noStyle' } };
  const info = between(xml, '<info', '</info>'), parent = /<link\b(?=[^<>]{0,1000}\brel\s*=\s*["']independent-parent["'])[^<>]{0,1000}\bhref\s*=\s*["']([^"'<]*)["']/.exec(info);
  if (parent) return { ok: false, error: { kind: 'dependent', on: entities(parent[1] ?? '') } };
  if (!/<bibliography\b/.test(xml)) return { ok: false, error: { kind: 'noBibliography' } };
  const open = unclosed(xml);
  if (open !== undefined) return { ok: false, error: { kind: 'broken', detail: `<${open}>` } };
  const form = forms.find(each => each === attribute(info, 'citation-format'));
  return { ok: true, value: { title: entities(/<title\b[^<>]*>([^<]*)</.exec(info)?.[1] ?? '').trim(), form, language: attribute(root[1] ?? '', 'default-locale') } };
}

/** No tag goes over the next one, so that each is looked at once. */
const TAG = /<(\/?)([\w:.-]+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;

/** The first element that is not closed, or closed without being open, as citeproc-js guesses where pandoc refuses. */
function unclosed(xml: string): string | undefined {
  const open: string[] = [], text = withoutSections(withoutSections(xml, '<!--', '-->'), '<![CDATA[', ']]>');
  for (const [tag, slash, name] of text.matchAll(TAG)) {
    if (name === undefined || (slash === '' && tag.endsWith('/>'))) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return name;
  }
  return open.pop();
}

/** A text without its comments or the like; one that has no end goes to the end. */
function withoutSections(xml: string, from: string, to: string): string {
  const parts: string[] = [];
  for (let done = 0; done < xml.length;) {
    const start = xml.indexOf(from, done), end = start < 0 ? -1 : xml.indexOf(to, start);
    parts.push(xml.slice(done, start < 0 ? xml.length : start));
    done = end < 0 ? xml.length : end + to.length;
  }
  return parts.join('');
}

const forms = ['numeric', 'author-date', 'author', 'label', 'note'] as const;

const attribute = (text: string, name: string): string | undefined => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(text)?.[1];

function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from), end = start < 0 ? -1 : text.indexOf(to, start);
  return end < 0 ? '' : text.slice(start, end);
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: '\'' };

const entities = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => NAMED[name] ?? whole);
