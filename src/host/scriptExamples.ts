import type { ScriptTarget } from '../core/document';

/** How the same four words stand in each script: what tells 軟件 from 軟體 and 裏 from 裡 needs no translation. */
export const scriptExamples: Readonly<Record<Exclude<ScriptTarget, 'as-saved'>, string>> = {
  hans: '软件 硬盘 里 为',
  hant: '軟件 硬盤 裏 爲',
  tw: '軟件 硬盤 裡 為',
  twp: '軟體 硬碟 裡 為',
  hk: '軟件 硬盤 裏 為',
  hkp: '軟件 硬碟 裏 為',
  jp: '軟件 硬盤 裏 為',
};
