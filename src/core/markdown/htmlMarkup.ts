import { matchEnd } from './inlines';

/** A tag, comment or declaration of HTML. */
export interface Tag { readonly kind: 'open' | 'close' | 'comment' | 'other'; readonly name: string; readonly end: number; readonly isBlock: boolean; readonly isEmpty: boolean }

/** Elements that pandoc takes for blocks. */
const BLOCKS: ReadonlySet<string> = new Set((
  'address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 ' +
  'head header hgroup hr html isindex legend li main menu meta nav noframes noscript ol optgroup option output p pre section summary table tbody td textarea tfoot th thead title tr ul ' +
  'applet area script style').split(' '));

/** Elements whose text is no markdown. */
const VERBATIM: ReadonlySet<string> = new Set(['pre', 'style', 'script', 'textarea']);
/** Elements that are blocks where one begins and inlines elsewhere. */
const EITHER: ReadonlySet<string> = new Set('audio applet button iframe embed del ins progress map area noscript object script svg video'.split(' '));

const TAG = /<(\/?)([a-z][a-z0-9:-]*)((?:\s+[a-z_:][^\s"'<>/=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/iy;

/** The tag or comment at `at`; undefined for an angle bracket that opens none. */
export function tagAt(text: string, at: number, limit: number): Tag | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close < 0 || close + 3 > limit ? undefined : { kind: 'comment', name: '', end: close + 3, isBlock: true, isEmpty: true };
  }
  const other = matchEnd(/<(?:![A-Za-z][^<>]*|\?[^<>]*\?)>/y, text, at);
  if (other !== undefined) return other > limit ? undefined : { kind: 'other', name: '', end: other, isBlock: true, isEmpty: true };
  TAG.lastIndex = at;
  const hit = TAG.exec(text);
  if (!hit || TAG.lastIndex > limit) return undefined;
  const name = (hit[2] ?? '').toLowerCase();
  return { kind: hit[1] ? 'close' : 'open', name, end: TAG.lastIndex, isBlock: BLOCKS.has(name) || EITHER.has(name), isEmpty: hit[4] === '/' };
}

/** Whether a tag may stand within a line of text. */
export const isInlineTag = ({ kind, name, isBlock }: Tag): boolean => kind === 'comment' || kind === 'other' || !isBlock || EITHER.has(name);

/** Whether an element holds no markdown; its end then closes it. */
export const isVerbatimTag = ({ kind, name }: Tag): boolean => kind === 'open' && VERBATIM.has(name);

/** Offset behind the closing tag of `name` at or behind `at`. */
export function closingTagEnd(text: string, at: number, limit: number, name: string): number | undefined {
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = at;
  return close.test(text) && close.lastIndex <= limit ? close.lastIndex : undefined;
}

/** Whether the closing tag of `name` stands at `at`. */
export const closesElement = (text: string, at: number, name: string): boolean => {
  if (text[at] !== '<' || text[at + 1] !== '/') return false;
  const tag = tagAt(text, at, text.length);
  return tag?.kind === 'close' && tag.name === name;
};
