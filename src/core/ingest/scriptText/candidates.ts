import type { Composite, Entry } from './literals';
import { readProse, type Prose } from './prose';

/** Prose that may be the article, the record that holds it, and how far its name speaks for it, 0 to 1. */
export interface Candidate { readonly prose: Prose; readonly holder: Composite; readonly trust: number }

const BODY = /content|body|text|html|paragraph|article|story|detail|blocks|正文|内容/i;
const OTHER = /comment|repl(?:y|ies)|copyright|agreement|policy|privacy|disclaim|recommend|relat(?:ed|ive)|template|footer|header|locale|i18n|messages|translation|contract|notice|faq|profile|bio$|cookie|consent|gdpr|alert|评论|推荐/i;
const SUMMARY = /summary|abstract|digest|desc|intro|excerpt|brief|seo|keyword|lead|摘要|简介/i;
/** Keys of the words in a tree of nodes, as editors keep an article. */
const WORDS = /^(?:text|content|contents|value|html|data|children|paragraphs?|\d+)$/i;
const TITLE = /title|headline/i;
const SHORTEST = 60;
const HIGHEST_ANCESTOR = 8;

/** All prose in `composites`, where holders come before what they hold: single strings, and lists of paragraphs under the name of a body. */
export function findCandidates(composites: readonly Composite[]): readonly Candidate[] {
  const gathered = new Set<Composite>();
  return composites.flatMap((composite) => {
    if (composite.isList) return isBodyList(composite) && !gathered.has(composite) ? candidate(gather(composite, gathered), composite.key, composite) : [];
    return composite.entries.flatMap(({ key, value }) => (typeof value === 'string' && value.length >= SHORTEST ? candidate(readProse(value), key, composite) : []));
  });
}

function candidate(prose: Prose | undefined, key: string, holder: Composite): readonly Candidate[] {
  return prose ? [{ prose, holder, trust: trustOf(key, holder) }] : [];
}

/** What the name of a text says of it, and the names of what holds it. */
function trustOf(key: string, holder: Composite): number {
  const own = /^\d*$/.test(key) ? holder.key : key;
  let trust = OTHER.test(own) ? 0.1 : SUMMARY.test(own) || own === '' ? 0.3 : BODY.test(own) ? 1 : 0.5;
  let above: Composite | undefined = holder;
  for (let height = 0; above && height < HIGHEST_ANCESTOR; height++, above = above.parent) if (OTHER.test(above.key)) trust = Math.min(trust, 0.2);
  return trust;
}

/** A list of paragraphs, not of pages: most of its items have no title of their own. */
function isBodyList({ key, entries }: Composite): boolean {
  const titled = entries.filter(({ value }) => typeof value !== 'string' && value.entries.some((entry) => TITLE.test(entry.key))).length;
  return BODY.test(key) && titled * 3 <= entries.length;
}

/** The items of a list as paragraphs: as lines, or as markup where one of them is marked up. */
function gather(list: Composite, gathered: Set<Composite>): Prose | undefined {
  const paragraphs = list.entries.map((entry) => wordsOf(entry, gathered)).filter((text) => text.trim() !== '');
  const whole = readProse(paragraphs.join('\n'));
  if (!whole?.isHtml) return whole;
  return { ...whole, text: paragraphs.map((text) => `<p>${/<[a-z/]/i.test(text) ? text : text.replace(/</g, '&lt;')}</p>`).join('\n') };
}

/** The words in an item in their order, without recursion. */
function wordsOf(item: Entry, gathered: Set<Composite>): string {
  const waiting: Entry[] = [item];
  let text = '';
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { key, value, isNumber } = next;
    if (typeof value === 'string') { if (!isNumber && (next === item || WORDS.test(key))) text += value; continue; }
    gathered.add(value);
    for (let at = value.entries.length - 1; at >= 0; at--) { const entry = value.entries[at]; if (entry) waiting.push(entry); }
  }
  return text;
}
