import type { QuotationCase } from './case';

const differs = (name: string, note: string, source: string, ...changed: readonly [] | readonly [string, string]): QuotationCase => ({
  name, note, sources: [source], expected: 'quote-differs', ...(changed.length === 2 && { changed }),
});

/** Words changed, none of them a number, unit, negation or name. */
export const differingCases: readonly QuotationCase[] = [
  differs('one character changed', '“港务局专门留出两段岸线，供本地渔船卸货和避雨”[@harbour]。\n', 'harbour', '雨', '风'),
  differs('a word changed', '“课题组要求，把流动书车的经费列入财政预算”[@bookvan]。\n', 'bookvan', '要求', '建议'),
  differs('misspelt', '「六百二十個座位坐無虛席」[@theatre]，可見盛況。\n', 'theatre', '坐', '座'),
  differs('misspelt by sound', '“从山顶望下去,沟沟砍砍都是白的”[@orchard]。\n', 'orchard', '砍砍', '坎坎'),
  differs('a word put in', '“大桥建设资金使用总体比较规范”[@bridge]，报告这样写。\n', 'bridge', '比较', ''),
  differs('a word left out', '“县林业站的监测表明，去年冬天在湾内的琵鹭有312只”[@bridge]。\n', 'bridge', '', '越冬'),
  differs('a clause left out without a mark', '“由合作社统一提供苗木,不合格的果子一律不进市场”[@orchard]。\n', 'orchard', '', '统一技术指导'),
  differs('a clause put in', '“恢复一条河，这件事说来话长，先要学会少用水”[@river]。\n', 'river', '这件事说来话长', ''),
  differs('words moved', '“用于补充图书和更新车辆，资金使用情况每季度向社会公布一次”[@bookvan]。\n', 'bookvan'),
  differs('clauses moved', '“还要完成照明安装、桥面铺装和荷载试验，预计明年6月底以前具备通车条件”[@bridge]。\n', 'bridge'),
  differs('the end put before the beginning with an ellipsis', '“桥上来的人多了，我这点手艺说不定还能派上别的用场……渡船停了”[@bridge]。\n', 'bridge'),
  differs('some, with a numeral that counts nothing', '“有些问题仍然没有解决”[@harbour]，这是实话。\n', 'harbour', '有些', '一些'),
  differs('in case, with a numeral that counts nothing', '“如果铁路中断，港口的疏运能力将下降四成”[@harbour]。\n', 'harbour', '如果', '万一'),
  differs('all at once, with a numeral that counts nothing', '“全镇2.3万亩梨园同时开花”[@orchard]，很壮观。\n', 'orchard', '同时', '一齐'),
  differs('without exception, with a numeral that counts nothing', '“不合格的果子全部不进市场”[@orchard]。\n', 'orchard', '全部', '一律'),
  differs('constantly, with a 不 that negates nothing', '“沿河抽水灌溉持续增加，地下水位每年下降近一米”[@river]。\n', 'river', '持续', '不断'),
  differs('very, with a 非 that negates nothing', '“第二条疏港铁路是否能够按期开工，大家都十分关心”[@harbour]。\n', 'harbour', '十分', '非常'),
  differs('especially, with a 别 that negates nothing', '“褚云澄院士着重指出，水质改善的速度快于预期”[@river]。\n', 'river', '着重', '特别'),
  differs('no matter, with a 无 that negates nothing', '“不管渔船大小，只要提前一小时报告，都能得到安排”[@harbour]。\n', 'harbour', '不管', '无论'),
  differs('whether, with a 否 that negates nothing', '“第二条疏港铁路能否按期开工，大家都非常关心”[@harbour]。\n', 'harbour'),
  differs('other, with a 别 that negates nothing', '“我这点手艺说不定还能派上其他的用场”[@bridge]。\n', 'bridge', '其他', '别'),
  differs('another script and a word changed', '“部分骑楼距离轨道不到四公尺。施工团队决定采用浮动式道床”[@tram]。\n', 'tram', '施工', '工程'),
  differs('a word changed beside an ellipsis', '“书车司机曹广田跑的是最长的七号线……沿着盘山路开四个多小时”[@bookvan]。\n', 'bookvan', '长', '远'),
  differs('a word changed in a block quotation', '关于补偿，[@river]写道：\n\n> 新的补偿办法正在起草，明年3月1日起执行\n\n还要等等看。\n', 'river', '起草', '制定'),
  differs('a word put in with brackets left away', '“那天孩子们站在雪里等他的车，没有一个人先回家”[@bookvan]。\n', 'bookvan', '的车', ''),
  differs('English, a word changed', '“We wanted a light that a weary skipper can trust” [@lighthouse], he said.\n', 'lighthouse', 'weary', 'tired'),
  differs('English, a word left out', '“The trust has agreed to shade the side, and wardens will count the nests every week” [@lighthouse].\n', 'lighthouse', '', 'landward'),
  differs('English, misspelt', '“Some residents fear that the beam will disturb the sheerwaters” [@lighthouse].\n', 'lighthouse', 'sheerwaters', 'shearwaters'),
];
