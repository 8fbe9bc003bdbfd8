import type { CslItem, CslName } from '../cite/cslItem';
import { readDate, readNames } from '../cite/readItem';
import { dateVariables, nameVariables } from './variables';

const names: ReadonlySet<string> = new Set(nameVariables), dates: ReadonlySet<string> = new Set(dateVariables);

/**
 * An item as a style may take it: each variable of its kind, and nothing that is no variable. A Chinese name is given as a family name,
 * because citeproc-js takes literal names for those of institutions and joins them otherwise than persons.
 */
export function itemForStyle(item: CslItem): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(item).flatMap(([field, value]): [string, unknown][] => {
    if (field === 'language' && !LANGUAGE.test(String(value))) return [];
    const kept = names.has(field) ? readNames(value)?.map(asPerson) : dates.has(field) ? readDate(value) : asText(value);
    return kept === undefined ? [] : [[field, kept]];
  }));
}

/** citeproc-js looks a language up by its code, and stumbles over words that every object has. */
const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i;

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);

const CHINESE = /^[\p{Script=Han}·・]+$/u;

const asPerson = (name: CslName): CslName => (name.literal !== undefined && CHINESE.test(name.literal) ? { family: name.literal } : name);
