import type { Expected, QuotationCase } from './case';

const found = (expected: Expected) => (name: string, note: string, ...sources: readonly string[]): QuotationCase => ({ name, note, sources, expected });
const elsewhere = found('quote-elsewhere');
const hidden = found('quote-hidden');
const notFound = found('quote-not-found');
const none = found('none');

/** Quotations of another source than the cited one. */
export const elsewhereCases: readonly QuotationCase[] = [
  elsewhere('the wrong key', '“主桥采用双塔斜拉结构，主跨640米”[@harbour]，规模不小。\n', 'harbour', 'bridge'),
  elsewhere('the wrong key among three', '“其中乡镇读者的借阅量占全市的23%”[@river]。\n', 'river', 'orchard', 'bookvan'),
  elsewhere('the wrong key, another script', '「省水文站發佈的數據顯示，截至9月底，青石河幹流連續有水天數達到214天」[@tram]。\n', 'tram', 'river'),
  elsewhere('the wrong key, block quotation', '据[@bookvan]：\n\n> 新品种刚推广时,多数农户并不相信。\n\n值得一读。\n', 'bookvan', 'orchard'),
  elsewhere('the wrong key, English', 'It is said that “wardens will count the nests every week” [@bridge].\n', 'bridge', 'lighthouse'),
  elsewhere('announced on the cited page, told in another', '“历时四年建设，全长7.8公里的白沙湾跨海大桥11月6日上午顺利合龙”[@harbour]。\n', 'harbour', 'bridge'),
  elsewhere('two keys, a third source holds it', '“这里的梨卖出了6.7亿元,户均增收1.8万元”[@harbour; @river]。\n', 'harbour', 'river', 'orchard'),
];

/** Quotations of what only surrounds the cited article. */
export const hiddenCases: readonly QuotationCase[] = [
  hidden('the announcement of another article', '“云岬市第二水厂扩建工程将于下月动工，建成后每天可以向东部新城多供水八万立方米”[@harbour]。\n', 'harbour', 'bridge'),
  hidden('an announcement whose article is not saved', '“历时四年建设，全长7.8公里的白沙湾跨海大桥11月6日上午顺利合龙”[@harbour]。\n', 'harbour'),
  hidden('part of an announcement', '“受较强冷空气影响，本周末沿海风力可达九级”[@harbour]，要当心。\n', 'harbour'),
  hidden('an announcement on a page of HTML', '“休渔期结束后的第一天，三百多艘渔船从白沙渔港出发”[@bridge]。\n', 'bridge'),
  hidden('an announcement under a list', '“农忙时节,外出打工的村民把土地交给服务队打理”[@orchard]。\n', 'orchard'),
  hidden('an announcement, block quotation', '报道[@bookvan]还说：\n\n> 今年的社区剧场面向六十岁以上的居民招募演员，无需表演经验\n\n很有意思。\n', 'bookvan'),
  hidden('an announcement in Traditional characters', '「二十家在地咖啡店輪流在老街擺攤」[@theatre]，十分熱鬧。\n', 'theatre'),
  hidden('an announcement in English', '“The morning ferry will leave half an hour earlier from the first week of November” [@lighthouse].\n', 'lighthouse'),
  hidden('the headline of an announcement', '“南澳渔场开捕首日满载而归”[@bridge]，这是当天的消息。\n', 'bridge'),
];

/** Quotations that stand nowhere. */
export const notFoundCases: readonly QuotationCase[] = [
  notFound('invented', '“全体职工一致决定把本年度奖金捐给灾区小学修缮校舍”[@harbour]。\n', 'harbour', 'bridge'),
  notFound('invented, about the same thing', '“过桥的司机纷纷停下来拍照留念，场面一度十分热闹”[@bridge]。\n', 'bridge', 'harbour'),
  notFound('another sentence about the same thing', '“泊位多了，等候进港的货轮就少了，码头上的人也清闲起来”[@harbour]。\n', 'harbour'),
  notFound('told in other words', '“河里断水的那些年，庄稼人索性在干透的河底栽了苞谷”[@river]。\n', 'river'),
  notFound('the same beginning, another sentence', '“杜若溪还有一位老同学，多年来默默资助山里的学生读完大学”[@bookvan]。\n', 'bookvan'),
  notFound('invented, block quotation', '报道[@orchard]说：\n\n> 梨膏作坊的师傅每天熬到深夜，灶火映红了整条巷子。\n\n画面感很强。\n', 'orchard'),
  notFound('invented, with an ellipsis', '“梨膏作坊的师傅每天熬到深夜……灶火映红了整条巷子”[@orchard]。\n', 'orchard'),
  notFound('invented, in Traditional characters', '「劇場後台堆滿了褪色的布景與無人認領的皮箱」[@theatre]。\n', 'theatre', 'tram'),
  notFound('invented, in English', '“The keeper’s daughter planted roses along the southern wall and sold them at the pier” [@lighthouse].\n', 'lighthouse'),
  notFound('English, told in other words', '“Sailors out of the village trust an old lamp more than their monitors” [@lighthouse].\n', 'lighthouse'),
];

/** What there is nothing to say about. */
export const unjudgedCases: readonly QuotationCase[] = [
  none('too short', '这种做法叫作“流动书车”[@bookvan]。\n', 'bookvan'),
  none('too short, not in the source', '有人称之为“奇迹工程”[@bridge]。\n', 'bridge'),
  none('too short, English', 'He calls it a “wonder” [@lighthouse].\n', 'lighthouse'),
  none('without a citation', '有人说过“每一根桩都留有检测记录”，出处不详。\n', 'harbour'),
  none('without a citation, in no source', '“月亮从水塔背后慢慢升了起来”，他写道。\n', 'harbour'),
  none('the citation stands in another paragraph', '他写道，“月亮从水塔背后慢慢升了起来”。\n\n港口的事见[@harbour]。\n', 'harbour'),
  none('the key has no source', '“每一根桩都留有检测记录”[@quarry]，出处待查。\n', 'harbour'),
  none('a block quotation without a citation', '有诗为证：\n\n> 月亮从水塔背后慢慢升了起来\n\n不知何人所作。\n', 'harbour'),
  none('code', '示例如下。\n\n```\n“月亮从水塔背后慢慢升了起来”[@harbour]\n```\n\n完。\n', 'harbour'),
];
