/** What follows a number and says of what: measure words and units as texts of the press use them, folded; longer ones first. */
const UNITS = [
  '个百分点 百分点 平方公里 平方千米 平方米 立方米 千瓦时 千瓦小时 摄氏度 公里 千米 厘米 毫米 微米 纳米 英里 英尺 海里 公顷 公斤 千克 毫克 毫升 小时 分钟 秒钟 星期 礼拜 个月 季度 世纪 年代',
  '美元 欧元 日元 英镑 港元 港币 新台币 台币 人民币 卢布 韩元 元 角 块钱 块 分钱 千瓦 兆瓦 吉瓦 瓦 伏 安培 赫兹 兆赫 字节 比特 马力 倍 成 折 股 届 次 场 轮 期 批 级 楼 号 路 年 月 日 天 周 夜 岁 时 点 秒 度 米 里 亩 吨 克 升 斤 两',
  '% ‰ ° ℃ 个 名 位 人 户 家 座 条 项 件 台 辆 架 艘 只 头 匹 棵 株 本 册 部 篇 张 份 所 间 层 幢 栋 处 片 根 支 枝 颗 粒 滴 杯 瓶 箱 种 类 组 套 对 双 排 句 页 字 声 门 口 顶 步 代 分 段 道 列 幅 封 尾 朵 桌 桶 碗 盒 袋 包 罐 盘 串 班 队 圈',
  'percentagepoints percentagepoint percentage percent percent kilometres kilometers kilometre kilometer metres meters metre meter miles mile feet foot inches inch acres acre hectares hectare tonnes tonne tons ton kilograms kilogram grams gram pounds pound ounces ounce litres liters litre liter gallons gallon',
  'dollars dollar euros euro yuan yen cents cent years year months month weeks week days day hours hour minutes minute seconds people men women children times km kg cm mm nm gw mw kw kwh gb tb mb ha',
].join(' ').split(' ').sort((one, other) => other.length - one.length);

/** The same unit by two names. */
const SAME_UNITS: Readonly<Record<string, string>> = {
  千米: '公里', 平方千米: '平方公里', 千克: '公斤', 百分点: '个百分点', 千瓦小时: '千瓦时', 摄氏度: '℃', 港币: '港元', 台币: '新台币', 秒钟: '秒', 礼拜: '星期', 周: '星期',
  percent: '%', percentage: '%', kilometres: 'km', kilometers: 'km', kilometre: 'km', kilometer: 'km', kilograms: 'kg', kilogram: 'kg',
};

/** A unit by the name it is compared by; a plural counts as its singular. */
export function unitName(written: string): string {
  const word = written.replace(/\s+/g, ''), known = SAME_UNITS[word];
  return known ?? (/^[a-z]{3,}s$/.test(word) ? word.slice(0, -1) : word);
}

export const unitPattern = UNITS.map(unit => (/^[a-z]+$/.test(unit) ? `${unit.replace('percentagepoint', 'percentage points?')}(?![a-z])` : unit)).join('|');

const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
DIGITS.set('〇', 0).set('两', 2);
const POWERS = new Map([['十', 1], ['百', 2], ['千', 3], ['万', 4], ['亿', 8], ['兆', 12]]);

/** Value of a Chinese numeral: 一百二十万, 二〇二三, 十五; 半 is a half. */
export function numeralValue(written: string): number {
  if (written === '半') return 0.5;
  if (/^[零〇一二三四五六七八九两]{2,}$/.test(written)) return Number([...written].map(digit => DIGITS.get(digit) ?? 0).join(''));
  let total = 0, section = 0, digit: number | undefined;
  for (const character of written) {
    const power = POWERS.get(character);
    if (power === undefined) digit = DIGITS.get(character) ?? 0;
    else if (power < 4) { section += (digit ?? 1) * 10 ** power; digit = undefined; }
    else {
      total = (total + section + (digit ?? (total + section > 0 ? 0 : 1))) * 10 ** power;
      section = 0;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}

const WORDS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const SCALES: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, dozen: 12 };

export const englishNumberPattern = `(?:${[...TENS.map(ten => `${ten}(?:[- ](?:${WORDS.slice(0, 9).join('|')}))?`), ...WORDS.slice(1).reverse(), ...ORDINALS].join('|')})`;
export const englishScalePattern = Object.keys(SCALES).join('|');

export function englishValue(written: string): number {
  return written.split(/[- ]/).reduce((sum, word) => sum + (WORDS.includes(word) ? WORDS.indexOf(word) + 1 : TENS.includes(word) ? (TENS.indexOf(word) + 2) * 10 : ORDINALS.indexOf(word) + 3), 0);
}

/** By how much 万, 亿, million and the like multiply. */
export const scaleValue = (written: string): number => SCALES[written] ?? (written === '' ? 1 : [...written].reduce((product, each) => product * 10 ** (POWERS.get(each) ?? 0), 1));
