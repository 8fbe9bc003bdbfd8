import type { CslItem, CslName } from '../cite/cslItem';
import { isChinese } from '../cite/itemWords';
import type { ScriptTarget, Writing } from '../document';
import { nameVariables } from './variables';

/** Converts a text that is written in one way. */
export type ConvertText = (text: string, writing: Writing) => string;

/** What is no running text: codes, numbers, addresses. */
const UNTOUCHED: ReadonlySet<string> = new Set(['id', 'type', 'URL', 'DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'page', 'language', 'custom', 'call-number']);

const names: ReadonlySet<string> = new Set(nameVariables);

/** A Chinese item with all its words in another script; any other as it is. */
export function itemInScript(item: CslItem, script: ScriptTarget, convert: ConvertText): CslItem {
  if (script === 'as-saved' || !isChinese(item)) return item;
  const writing: Writing = { script: /^zh-(?:TW|HK|MO|Hant)/i.test(item.language ?? '') ? 'Hant' : /^zh-(?:CN|SG|Hans)/i.test(item.language ?? '') ? 'Hans' : 'mixed' };
  const change = (field: string, value: unknown): unknown => {
    if (UNTOUCHED.has(field)) return value;
    if (typeof value === 'string') return convert(value, writing);
    return names.has(field) && Array.isArray(value) ? value.map((name: CslName) => changedName(name, text => convert(text, writing))) : value;
  };
  const changed = Object.fromEntries(Object.entries(item).map(([field, value]: [string, unknown]) => [field, change(field, value)]));
  return { ...item, ...changed, language: script === 'hans' ? 'zh-CN' : script === 'hk' || script === 'hkp' ? 'zh-HK' : 'zh-TW' };
}

const changedName = (name: CslName, convert: (text: string) => string): CslName =>
  Object.fromEntries(Object.entries(name).map(([part, text]: [string, unknown]) => [part, typeof text === 'string' ? convert(text) : text]));
