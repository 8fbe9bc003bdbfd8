import type { Box } from './analysis';

/** What the id, classes, role or tag of a box say that it holds. */
export const boxSorts = ['article', 'comment', 'related', 'navigation', 'footer', 'side', 'advertisement', 'share', 'facts', 'caption', 'form', 'summary', 'title', 'tags'] as const;

export type BoxSort = typeof boxSorts[number];

/** Words of web pages' templates, in English, in pinyin and in their common short forms. */
const WORDS: Readonly<Record<BoxSort, RegExp>> = {
  article: /articl|artical|artib|content|entry|post(?!er)|story|text|body|main|detail|zhengwen|neirong|wenzhang|arc(?:hive)?\b|rich_media|markdown|prose/,
  comment: /comment|disqus|repl[iy]|pinglun|discuss|gentie|cmt|message|liuyan|guestbook/,
  related: /relat|recommend|similar|xiangguan|tuijian|more|hot|rank|popular|trending|latest|also|next|prev|paihang|interest|teaser|most|guess|read-?on|newslist|list/,
  navigation: /nav|menu|crumb|head(?!line)|logo|position|location|weizhi|daohang|channel|toolbar|topbar|sitemap|skip/,
  footer: /foot|copyright|bottom|legal|statement|shengming|declare|disclaim|banquan|icp/,
  side: /side|aside|right|left|widget|column|rail|complementary|sticky|float/,
  advertisement: /(?:^|[^a-z])(?:ad|ads|adv|gg|gg\d)(?:[^a-z]|$)|advert|banner|sponsor|promo|guanggao|marketing|affiliate/,
  share: /share|social|fenxiang|qr-?code|ewm|erweima|print|follow|like|bdsharebuttonbox|fontsize|zoom/,
  facts: /meta|info|source|author|byline|date|time|editor|publish|pub_|laiyuan|zuozhe|credit|zebian|bianji|contributor|bio\b|profile/,
  caption: /caption|figure|photo|img|image|pic|gallery|video|player|media(?!_)|slide|credit|tushuo/,
  form: /subscri|newsletter|log-?in|regist|form|search|vote|survey|paywall|signup|sign-up|cookie|consent|modal|popup|dialog|alert|error|notice|tip/,
  summary: /summary|abstract|intro|lead|descri|standfirst|dek\b|sub-?title|sub-?head|zhaiyao|daodu|excerpt|daoyu/,
  title: /title|headline|biaoti|h1/,
  tags: /\btags?\b|tag-|tag_|keyword|topic|categor|label|biaoqian|guanjianci/,
};

const TAGS: Readonly<Record<string, BoxSort>> = {
  article: 'article', main: 'article', nav: 'navigation', header: 'navigation', footer: 'footer', aside: 'side', form: 'form', figure: 'caption', figcaption: 'caption', button: 'form', dialog: 'form',
};

/** Bit n is set where the box is of sort n of `boxSorts`. */
export function sortsOf({ tag, names }: Box): number {
  const own = TAGS[tag];
  let bits = own === undefined ? 0 : 1 << boxSorts.indexOf(own);
  if (names !== '') boxSorts.forEach((sort, at) => { if (WORDS[sort].test(names)) bits |= 1 << at; });
  return bits;
}
