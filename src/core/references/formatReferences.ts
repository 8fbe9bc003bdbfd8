import CSL from 'citeproc';
import type { CslItem } from '../cite/cslItem';
import type { Result } from '../document';
import { itemForStyle } from './itemForStyle';
import { markdownFormat, toMarkdown } from './markdownFormat';
import { readStyleSheet, type StyleError } from './styleSheet';

/** What is formatted, and how. */
export interface ReferenceRequest {
  /** In the order in which they are cited; each key once. */
  readonly items: readonly CslItem[];
  /** The XML of the style. */
  readonly style: string;
  /** BCP 47; wins over the language of the style, as `lang` does in pandoc. */
  readonly language?: string;
  readonly as: ReferenceForm;
}

/** `bare` is text without the numbers that stand in the margin of a list. */
export type ReferenceForm = 'markdown' | 'text' | 'bare';

export interface FormattedReference { readonly key: string; /** One line. */ readonly text: string }

CSL.Output.Formats['markdown'] = { ...CSL.Output.Formats['text'], ...markdownFormat };
CSL.debug = () => undefined;

/** Formats references by citeproc-js, in the order that the style asks. `localeOf` gives the XML of a locale, where there is one. */
export function formatReferences({ items, style, language, as }: ReferenceRequest, localeOf: (language: string) => string | undefined): Result<readonly FormattedReference[], StyleError> {
  const sheet = readStyleSheet(style);
  if (!sheet.ok) return sheet;
  // Under numbers of our own: citeproc-js keeps items in plain objects, where a key such as `constructor` is taken.
  const byId = new Map(items.map((item, at) => [`item${at}`, { item, given: { ...itemForStyle(item), id: `item${at}` } }]));
  try {
    const wanted = language === undefined ? undefined : /^[a-z]{2}-[A-Z]{2}$/.test(language) ? language : nearestLocale(language);
    const engine = new CSL.Engine({ retrieveLocale: each => localeOf(each) ?? localeOf(nearestLocale(each)), retrieveItem: id => byId.get(id)?.given }, style, wanted, wanted !== undefined);
    engine.setOutputFormat(as === 'bare' ? 'text' : as);
    engine.opt.development_extensions.wrap_url_and_doi = as === 'markdown';
    engine.updateItems([...byId.keys()]);
    const made = engine.makeBibliography();
    if (!made) return { ok: false, error: { kind: 'noBibliography' } };
    const [{ entry_ids: ids }, texts] = made;
    return { ok: true, value: texts.map((text, at) => ({ key: byId.get(ids[at]?.[0] ?? '')?.item.id ?? '', text: finished(text, as, sheet.value.form === 'numeric' ? at + 1 : undefined) })) };
  } catch (error) {
    return { ok: false, error: { kind: 'broken', detail: error instanceof Error ? error.message : String(error) } };
  }
}

/** For a language without a locale of its own: Chinese in either script, for all others English. */
function nearestLocale(language: string): string {
  if (!/^zh\b/i.test(language)) return 'en-US';
  return /hant|hk|mo|tw/i.test(language) ? 'zh-TW' : 'zh-CN';
}

/** `number` is that in the margin, of a style that has one. */
function finished(text: string, as: ReferenceForm, number: number | undefined): string {
  const line = text.replace(/\s+/g, ' ').trim();
  switch (as) {
    case 'markdown': return toMarkdown(line);
    case 'text': return line;
    case 'bare': return number === undefined ? line : line.replace(new RegExp(`^[[(]?${number}[\\])]?\\.?(?:\\s+|(?=\\p{Script=Han}))`, 'u'), '');
  }
}
