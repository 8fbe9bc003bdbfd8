import type { ScriptTarget } from '../document';
import type { Tables } from '../text/tables';

/** What a character of Simplified text may become, by that character; first what it becomes where nothing decides. */
export type Choices = ReadonlyMap<string, readonly string[]>;

export type TraditionalTarget = Exclude<ScriptTarget, 'as-saved' | 'hans' | 'jp'>;

interface ChoiceTable { readonly choices: Readonly<Record<string, string>>; readonly dictionaries: Readonly<Record<'TWVariants' | 'HKVariants', string>> }

interface Seen { readonly forms: ReadonlyMap<string, string>; readonly choices: Map<TraditionalTarget, Choices> }

const seen = new WeakMap<Tables, Seen>();

/** The choices in the forms of `target`, made once. */
export function choicesFor(target: TraditionalTarget, tables: Tables): Choices {
  const { choices } = seenOf(tables);
  const known = choices.get(target);
  if (known) return known;
  const table = tables.get<ChoiceTable>('traditional');
  const forms = new Map(target === 'hant' ? [] : variants(table.dictionaries[target.startsWith('tw') ? 'TWVariants' : 'HKVariants']));
  const made = new Map(Object.entries(table.choices).map(([from, characters]) => [from, [...new Set(Array.from(characters, each => forms.get(each) ?? each))]]));
  choices.set(target, made);
  return made;
}

/** A character in OpenCC's own form, whichever region's it was. */
export function standardForm(character: string, tables: Tables): string {
  return seenOf(tables).forms.get(character) ?? character;
}

function seenOf(tables: Tables): Seen {
  const known = seen.get(tables);
  if (known) return known;
  const { TWVariants, HKVariants } = tables.get<ChoiceTable>('traditional').dictionaries;
  const made = { forms: new Map([TWVariants, HKVariants].flatMap(variants).map(([standard, regional]) => [regional, standard])), choices: new Map<TraditionalTarget, Choices>() };
  seen.set(tables, made);
  return made;
}

function variants(dictionary: string): [standard: string, regional: string][] {
  return dictionary.split('|').map(entry => entry.split(' ')).map(([standard = '', regional = '']) => [standard, regional]);
}
