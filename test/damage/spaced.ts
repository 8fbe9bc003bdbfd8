import type { RandomSource } from '../unit/random';
import { assemble } from './damaged';
import type { DamageText, Piece } from './damaged';

/** The spaces that pages set words apart with. */
const spaces = [' ', ' ', '\u00a0', '\u3000', '  '];

/** A clause of three or more Chinese characters between marks, set letter by letter, in a line or as one of its own. */
export const letterSpaced: DamageText = (clean, random) => {
  const clauses = Array.from(clean.matchAll(/(?<![^，。！？；：、“”（）《》\n])[\u4e00-\u9fff]{3,14}(?![^，。！？；：、“”（）《》\n])/g));
  if (clauses.length === 0) return undefined;
  const { 0: clause, index } = random.of(clauses);
  return assemble([clean.slice(0, index), { shown: [...clause].join(random.of(spaces)), was: clause }, clean.slice(index + clause.length)]);
};

/** A notice set letter by letter on a line of its own. */
export const spacedNotice: DamageText = (clean, random) => {
  const notice = random.of(['分享至手机', '版权所有', '关闭窗口', '打印本页', '返回首页', '扫一扫', '欢迎转载', '字体大小', '相关新闻', '责任编辑', '延伸阅读', '微信公众号', '客户端下载', '我要评论', '精彩推荐', '下载新闻客户端']);
  return assemble([`${clean}\n`, { shown: [...notice].join(random.of(spaces)), was: notice }, '\n']);
};

const labels = ['来源', '作者', '编辑', '责编', '记者', '时间', '电话', '地址', '出品', '监制', '摄影', '校对', '策划', '编审', '审核', '主编', '日期', '版面', '導演', '編輯', '記者', '來源'];
const values = ['本报', '办公室', '第二编辑部', '综合', '本网', '新闻中心', '二〇一九年三月'];

/** Labels of two characters set to the width of four. */
export const paddedLabels: DamageText = (clean, random) => {
  const lines = Array.from({ length: 1 + random.below(3) }, () => random.of(labels)).flatMap((label, index): readonly Piece[] =>
    [index > 0 ? '\n' : '', label.charAt(0), { shown: random.of([' ', '  ', '\u3000', '\u3000\u3000', '\u00a0\u00a0', '    ']), was: '' }, `${label.charAt(1)}${random.of([':', '：'])}${random.of(values)}`]);
  return assemble(random.below(2) === 0 ? [...lines, `\n${clean}`] : [`${clean}\n`, ...lines, '\n']);
};

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常'];
const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志海波红梅玲斌宇浩文辉鹏飞燕晓琳颖慧云欣怡博峰凯'];
const places = ['北京大学', '中国科学院', '省人民医院', '市文化馆', '第一中学', '经济研究所', '师范大学', '农业技术推广站', '青年报', '交通运输局'];

/** A list of names and where their bearers work, with the names of two characters set to the width of three. */
export const paddedNames: DamageText = (clean, random) => {
  const gap = random.of(['   ', '\u00a0\u00a0 \u00a0', '\u3000\u3000', '  ', '\u00a0\u00a0\u00a0\u00a0']);
  const short = random.below(3);
  const lines = Array.from({ length: 3 }, (_, index): readonly Piece[] => {
    const given = random.of(givenNames);
    const name: readonly Piece[] = index === short
      ? [random.of(surnames), { shown: gap, was: '' }, given]
      : [random.of(surnames) + given + random.of(givenNames)];
    return [...name, ` ${random.of(places)}\n`];
  });
  return assemble([`${clean}\n\n`, ...lines.flat()]);
};

const spamWords = ['亚洲', '无码', '一区', '二区', '三区', '成人', '国产', '精品', '久久', '欧美', '日韩', '在线', 'av'];

/** A line of spam between two of the text; the line end that comes with it stays. */
export const withSpam: DamageText = (clean, random) => {
  const ends = Array.from(clean.matchAll(/\n/g), ({ index }) => index + 1);
  if (ends.length === 0) return undefined;
  const place = random.of(ends);
  return assemble([clean.slice(0, place), { shown: `${spamLine(random)}\n`, was: '' }, clean.slice(place)]);
};

function spamLine(random: RandomSource): string {
  const between = random.of(['', '', ' ', ',', '_', '|']);
  const words = [...spamWords];
  const chosen = Array.from({ length: 5 + random.below(5) }, () => words.splice(random.below(words.length), 1)[0] ?? '');
  return chosen.join(between);
}
