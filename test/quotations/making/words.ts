import { Converter } from 'opencc-js';

/** To Traditional characters, without regional words. */
export const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 't' });
/** To Simplified characters. */
export const toSimplified: (text: string) => string = Converter({ from: 't', to: 'cn' });

const bothScripts = (words: readonly string[]): readonly string[] => [...new Set([...words, ...words.map(toTraditional)])];

/** Characters that stand for numbers. */
export const numerals: ReadonlySet<string> = new Set(bothScripts([...'〇零一二三四五六七八九十百千万亿两几半双数多余成倍廿第']));

/** Characters that stand behind numbers. */
export const units: ReadonlySet<string> = new Set(bothScripts([...'年月日号时分秒天周个名位家座条台栋间亩公里米尺吨斤克升元角美币点度层次场人岁眼册段项批种组级辆棵根片口只头艘步线张类所件世纪代']));

/** Characters that deny, or may. */
export const negations: ReadonlySet<string> = new Set(bothScripts([...'不没未无非勿别莫否毋休难免禁止拒绝失缺']));

/** Words beside which a name stands. */
export const titles: readonly string[] = bothScripts([
  '主任', '局长', '教授', '馆长', '院长', '院士', '县长', '站长', '团长', '博士', '记者', '研究员', '工程师', '建筑师', '书记', '部长', '市长',
  '秘书长', '司机', '装卸工', '青年', '先生', '太太',
]);

/** Titles beside which a changed name is beyond doubt one. */
export const plainTitles: readonly string[] = bothScripts([
  '主任', '局长', '教授', '馆长', '院长', '院士', '县长', '站长', '团长', '博士', '记者', '研究员', '总工程师', '书记', '部长',
]);

/** Verbs before which a word or negation may be put. */
export const verbs: readonly string[] = bothScripts([
  '提高', '增长', '增加', '减少', '表示', '完成', '提供', '推动', '推进', '加快', '形成', '支持', '打造', '恢复', '下降', '实现', '提升', '构建',
  '突破', '缩短', '停靠', '采用', '使用', '建起', '取得', '培育', '带动', '开展', '加强', '服务', '聚焦', '满足', '设置', '解决',
]);

/** Words to put before a verb. */
export const adverbs: readonly string[] = ['逐步', '积极', '有效', '全面', '深入', '主动', '认真', '努力', '稳妥', '切实'];

/** Characters of given names. */
export const givenNames: readonly string[] = [...'华强伟建春文海林峰志勇敏静丽芳'];

/** English words that count, measure or deny, or belong to those that do. */
export const englishKept: ReadonlySet<string> = new Set((
  'one two three four five six seven eight nine ten half first last every more than most least percent million thousand miles months metres crowns ' +
  'pieces nights steps winters boats october march august sundays week year years not never nothing nobody none neither without such everyone ' +
  'doesn cannot mr dr said'
).split(' '));

/** Whether a character is Chinese. */
export const isHan = (character: string): boolean => /^\p{Script=Han}$/u.test(character);
