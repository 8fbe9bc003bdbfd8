import type { Field, Origin } from '../document';
import type { Claim } from '../cues/declared';
import { letters } from '../cues/headline';
import { hasFamilyName, isName } from '../cues/names';
import { normalLine } from '../cues/normal';
import { isSurname } from '../text/surnames';

const LATIN = /^\p{Lu}[\p{L}.'’-]*(?:\s(?:de|del|da|di|van|von|der|den|la|le|bin|al|el|ben|of|the|y|e)\b|\s\p{Lu}[\p{L}.'’-]*){1,4}$/u;
/** Words of offices, of outlets and of those who filled in a form. */
const OFFICE = /\b(?:staff|news|newsroom|press|bureau|team|desk|editors?|editorial|admin(?:istrator)?|times|post|media|magazine|agency|agencies|reporters?|correspondents?|online|network|tv|radio|daily|journal|department|contributors?|wire|service|services|writer|writers|author|guest|user|association|institute|university|center|centre|group|inc|ltd|llc|company|designer|by|and|blog|web|website|digital|international|today|weekly|gazette|herald|tribune|globe|chronicle)\b/i;
const CREDENTIAL = /^(?:ph\.?d|m\.?d|r\.?d|rdn|ms|ma|ba|bs|mba|mph|jd|esq|jr|sr|ii|iii|phd)\.?$/i;
/** `author` of meta tags is as often the owner of the site, and notes in scripts are nobody's promise. */
const TRUSTED: readonly Origin[] = ['linkedData', 'microdata', 'openGraph', 'meta', 'script'];
/** What stands for nobody in content systems, and buttons that are read as names. */
const NOBODY: ReadonlySet<string> = new Set(['佚名', '匿名', '未知', '不详', '网友', '网络', '管理员', '编辑', '责编', '本站', '本网', '原创', '转载', '综合', '投稿', '打印', '手机版', '评论', '字号', '收藏', '分享', '暂无', '无名', '无名氏', '小编', '发布者', '系统', '测试', '游客', '平台', '通讯员', '记者', '全文', '宣传部', '办公室', '单位']);

/** Whether a word read as a name stands for nobody. */
export function isNobody(name: string): boolean {
  return NOBODY.has(name);
}

/** Whether a printed name is that of a person, as far as its words tell: no office, no outlet. */
export function isPerson(name: string): boolean {
  return /[\u4e00-\u9fff]/.test(name) ? !isNobody(name) : !OFFICE.test(name);
}

/**
 * The people in what a page declares as its authors or editors: names parted at commas, 、 and `and`; no outlets, no offices, nobody whose
 * name is that of an outlet in `outlets`. They come from one place of the page, the best that has any.
 */
export function readPeople(claims: readonly Claim[], outlets: readonly string[]): readonly Field<string>[] {
  const known = outlets.map((outlet) => letters(normalLine(outlet))).filter((outlet) => outlet.length > 1);
  for (const origin of TRUSTED) {
    const people = new Map<string, Field<string>>();
    for (const { value, from } of claims) {
      if (from !== origin) continue;
      for (const name of namesIn(value)) if (!known.some((outlet) => outlet.includes(letters(name)))) people.set(name.toLowerCase(), { value: name, from });
    }
    if (people.size > 0) return [...people.values()];
  }
  return [];
}

/** `By Lin An, MD, and Fang Wen` → the two names; `林安 方文` likewise. */
function namesIn(text: string): readonly string[] {
  const normal = normalLine(text).replace(/^\s*(?:by|文|作者|记者|通讯员)\b\s?[:/]?\s*/i, '').trim();
  if (/[\u4e00-\u9fff]/.test(normal)) return hanNames(normal);
  if (!/[a-z]/i.test(normal) || /[@_|]|https?:|\.(?:com|org|net)\b/i.test(normal.split(',')[0] ?? '')) return [];
  const parts = normal.replace(/\s*\([^()]{0,60}\)/g, '').split(/\s*(?:[,;/&]|\band\b)\s*/);
  return parts.map((part) => part.trim()).filter((part) => LATIN.test(part) && !OFFICE.test(part) && !CREDENTIAL.test(part) && part.length <= 40);
}

/** What is said of a person before the name, in both scripts: 云州日报 stands apart, 本报记者 does not. */
const BEFORE_NAME = /^(?:本[报報]|本[网網])?(?:实习|實習|见习|見習|特[约約])?(?:记者|記者|通讯员|通訊員|作者|编辑|編輯|责编|責編|文)[:：]?(?=[\u4e00-\u9fff]{2})/;
const NO_NAME_END = /(?:報|網|記者|編輯|報導|報道|整理|綜合|頻道|處|會|組|廳|團|電|訊|..(?:新闻|新聞|财经|財經|在线|在線|传媒|傳媒|媒体|媒體|科技|发布|發布|观察|觀察|资讯|資訊|文化|体育|體育|健康|教育|视频|之声|头条|杂志|雜誌|周刊|週刊))$/;

function hanNames(text: string): readonly string[] {
  const joined = text.replace(/^([\u4e00-\u9fff])\s{1,4}([\u4e00-\u9fff])$/, '$1$2');
  const words = joined.split(/[\s,;、/|&\u2571]+/).map((word) => word.replace(BEFORE_NAME, ''));
  return words.filter((word) => (hasFamilyName(word) || (isName(word) && isSurname(word[0] ?? ''))) && !NO_NAME_END.test(word) && !isNobody(word));
}
