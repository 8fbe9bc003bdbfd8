import type { Region, Script, ScriptTarget, Writing } from '../document';
import { conversionFor } from '../script/convert';

const converted: Readonly<Record<Exclude<ScriptTarget, 'as-saved'>, string>> = {
  hans: 'zh-Hans', hant: 'zh-Hant', tw: 'zh-Hant-TW', twp: 'zh-Hant-TW', hk: 'zh-Hant-HK', hkp: 'zh-Hant-HK', jp: 'ja',
};

/** Wording of the mainland changes no glyph, so it asks for no font. */
const traditional: Readonly<Record<Region, string>> = { TW: 'zh-Hant-TW', HK: 'zh-Hant-HK', CN: 'zh-Hant' };

/** BCP 47 tag of a text once shown in `target`, a mixed one part by part; `language` is that of a text without a script of its own. */
export function shownLanguage(writing: Writing, language: string, target: ScriptTarget): string {
  const isConverted = writing.script === 'mixed' || conversionFor(writing, target) !== 'nothing';
  if (target !== 'as-saved' && writing.script !== 'none' && isConverted) return converted[target];
  return savedLanguage(writing, language);
}

function savedLanguage({ script, region }: Writing, language: string): string {
  if (script === 'Hant' && region) return traditional[region];
  const tags: Readonly<Record<Script, string>> = { Hans: 'zh-Hans', Hant: 'zh-Hant', mixed: 'zh', Jpan: 'ja', none: language };
  return tags[script];
}
