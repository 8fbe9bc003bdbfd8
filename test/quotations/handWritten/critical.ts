import type { QuotationCase } from './case';

const critical = (name: string, note: string, source: string, words: string, original: string): QuotationCase => ({
  name, note, sources: [source], expected: 'quote-critical', changed: [words, original],
});

/** Changed numbers and units. */
const figureCases: readonly QuotationCase[] = [
  critical('a figure', '“这座有着百年历史的老港口共有生产性泊位38个”[@harbour]。\n', 'harbour', '38', '36'),
  critical('a decimal point left out', '“年设计吞吐能力达到12亿吨”[@harbour]，相当可观。\n', 'harbour', '12', '1.2'),
  critical('a decimal', '“全桥共使用钢材11.8万吨，其中九成以上由省内企业供应”[@bridge]。\n', 'bridge', '11.8', '11.3'),
  critical('figures exchanged', '「行車時間可由22分鐘縮短為55分鐘」[@tram]，難以置信。\n', 'tram', '22', '55'),
  critical('a nought too many', '“合作社在镇上建起一座容量50000吨的冷库”[@orchard]。\n', 'orchard', '50000', '5000'),
  critical('percent to percentage points', '“总投资48.6亿元，比原来的预算节省了3.5个百分点”[@harbour]。\n', 'harbour', '个百分点', '%'),
  critical('percentage points to percent', '“铁水联运的货物占全港的18%，比去年同期提高2.1%”[@harbour]。\n', 'harbour', '%', '个百分点'),
  critical('ten thousands to hundred millions', '“今年前四个月，云岬港完成货物吞吐量2870亿吨”[@harbour]。\n', 'harbour', '亿', '万'),
  critical('hundred millions to ten thousands, Traditional characters', '「延伸線總經費263萬元，由中央與地方各負擔一半」[@tram]。\n', 'tram', '萬', '億'),
  critical('a unit left out', '“压减高耗水作物21亩，农业用水量比十年前减少了2.9亿立方米”[@river]。\n', 'river', '', '万'),
  critical('a currency', '“一共用了三年零两个月，总投资48.6亿美元”[@harbour]。\n', 'harbour', '美元', '元'),
  critical('kilometres to metres', '“一名操作员坐在三米以外的控制室里，可以同时照看六台桥吊”[@harbour]。\n', 'harbour', '米', '公里'),
  critical('hours to minutes', '“货轮平均等待时间由原来的31小时缩短到12分钟”[@harbour]。\n', 'harbour', '分钟', '小时'),
  critical('square kilometres to mu', '“下游的月牙湖水面恢复到4.6亩，为1998年以来最大”[@river]。\n', 'river', '亩', '平方公里'),
  critical('a day', '“云岬港三号港池的四个深水泊位5月18日全部投入使用”[@harbour]。\n', 'harbour', '18', '17'),
  critical('a month', '“全长7.8公里的白沙湾跨海大桥10月6日上午顺利合龙”[@bridge]。\n', 'bridge', '10', '11'),
  critical('a year', '「霧嶺戲院建於1963年，最盛時一天放映五場電影」[@theatre]。\n', 'theatre', '1963', '1936'),
  critical('a Chinese numeral', '“他带着学生嫁接了六百多个组合,最终选出一个既耐寒又少渣的品种”[@orchard]。\n', 'orchard', '六', '四'),
  critical('a Chinese numeral of one character', '“但是有五个标段的变更手续办理不及时，目前已经整改完毕”[@bridge]。\n', 'bridge', '五', '三'),
  critical('a Chinese decade', '“上世纪六十年代以后，沿河抽水灌溉不断增加”[@river]。\n', 'river', '六', '八'),
  critical('tenths', '“发现八成以上的家庭除了课本之外没有别的书”[@bookvan]。\n', 'bookvan', '八', '六'),
  critical('a figure in another script', '报道说“沿线三十七栋历史建筑全部装设监测仪器”[@tram]。\n', 'tram', '七', '二'),
  critical('a figure beside an ellipsis', '“全市公共图书馆接待读者186万人次……人均藏书量由0.8册提高到1.8册”[@bookvan]。\n', 'bookvan', '1.8', '1.3'),
  critical('English, a figure', '“dark since 1978, will be lit again on 3 October” [@lighthouse], it says.\n', 'lighthouse', '1978', '1987'),
  critical('English, figures of another order', '“The old lens, made of 321 pieces of glass, was found in a barn on the mainland” [@lighthouse].\n', 'lighthouse', '321', '312'),
  critical('English, a unit', '“the lamp would be visible for 14 kilometres in clear weather” [@lighthouse].\n', 'lighthouse', 'kilometres', 'miles'),
  critical('English, percent to percentage points', '“the new lamp uses 60 percentage points less power than the one it replaces” [@lighthouse].\n', 'lighthouse', 'percentage points', 'percent'),
  critical('a figure cut off at the end', '“全港的18%，比去年同期提高2”[@harbour]。\n', 'harbour', '2', '2.1个百分点'),
  critical('a figure cut off at the beginning', '“31年前四个月”之外，“870万吨，同比增长11.4%”[@harbour]。\n', 'harbour', '870万吨', '2870万吨'),
  critical('English, millions to thousands', '“a repair that took 26 months and cost 4.2 thousand crowns” [@lighthouse].\n', 'lighthouse', 'thousand', 'million'),
];

/** Negations put in, left out and changed. */
const negationCases: readonly QuotationCase[] = [
  critical('a negation left out', '“一些问题仍然解决”[@harbour]，报道这样写。\n', 'harbour', '', '没有'),
  critical('a negation of one character left out', '“合龙并意味着通车。白沙县县长叶青禾表示，接下来还要完成桥面铺装”[@bridge]。\n', 'bridge', '', '不'),
  critical('a negation put in', '“褚云澄院士特别指出，水质改善的速度不快于预期”[@river]。\n', 'river', '不', ''),
  critical('not only, the negation left out', '“新泊位只为大船准备。港务局专门留出两段岸线”[@harbour]。\n', 'harbour', '', '并非'),
  critical('a ban turned into leave', '“都要根据地下水位来决定，任何单位可以擅自开闸”[@river]。\n', 'river', '可以', '不得'),
  critical('a negation cut off', '“收取任何停靠费用。沈砚秋说，无论渔船大小”[@harbour]。\n', 'harbour', '', '不'),
  critical('a negation hidden by an ellipsis', '“农业用水量比十年前减少了2.9亿立方米……有下降”[@river]，果真如此。\n', 'river', '', '没'),
  critical('English, a negation cut off', 'He says that they “want a museum piece. We wanted a light” [@lighthouse].\n', 'lighthouse', '', 'not'),
  critical('not to not yet', '“新品种刚推广时,多数农户并未相信”[@orchard]，后来才变。\n', 'orchard', '未', '不'),
  critical('never left out', '“其中四种在当地有过记载”[@river]，可见一斑。\n', 'river', '', '从未'),
  critical('nobody to everybody', '“结的果子又酸又涩,除了孩子人人愿意摘”[@orchard]。\n', 'orchard', '人人', '没有人'),
  critical('not found to found', '“审计部门的报告显示，大桥建设资金使用总体规范，发现截留和挪用现象”[@bridge]。\n', 'bridge', '', '未'),
  critical('without to with, in Traditional characters', '「縣府會為了短期人潮而放寬招牌與高度的限制」[@theatre]。\n', 'theatre', '', '不'),
  critical('a negation put in, in Traditional characters', '「中山路每晚十點到隔天清晨五點不封閉一個車道」[@tram]。\n', 'tram', '不', ''),
  critical('a need denied', '“读者凭身份证就可以借书，需要缴纳押金”[@bookvan]。\n', 'bookvan', '需要', '无需'),
  critical('English, not left out', '“We did want a museum piece” [@lighthouse], he is said to have said.\n', 'lighthouse', '', 'not'),
  critical('English, a short not left out', '“than the one it replaces, and it does need a keeper” [@lighthouse].\n', 'lighthouse', 'does', 'doesn’t'),
  critical('English, never left out', '“a barn on the mainland, where it had been unpacked” [@lighthouse].\n', 'lighthouse', '', 'never'),
  critical('English, not put in', '“Visitors will not be able to climb its 164 steps on Sundays” [@lighthouse].\n', 'lighthouse', 'not', ''),
  critical('English, no to some', '“Fishing crews have some such doubts. Last winter three boats struck the reef” [@lighthouse].\n', 'lighthouse', 'some', 'no'),
];

/** Changed names. */
const nameCases: readonly QuotationCase[] = [
  critical('a name of the byline', '“记者顾南洲在码头上看到，二十六台无人驾驶的集卡沿着地面磁钉行驶”[@harbour]。\n', 'harbour', '洲', '舟'),
  critical('a name behind its title', '“云岬港务局局长陆怀山介绍，新泊位从打下第一根桩到通过验收”[@harbour]。\n', 'harbour', '山', '川'),
  critical('a name before its title', '“邢柏年教授笑着回忆,最初的399个组合都是失败的”[@orchard]。\n', 'orchard', '柏', '伯'),
  critical('a family name', '“市社科院研究员唐明远认为，公共服务不能只看投入多少设备”[@bookvan]。\n', 'bookvan', '唐', '康'),
  critical('the name of someone else of the page', '“港口调度中心主任陆怀川告诉记者，过去遇到大雾，船只往往要在锚地停留两三天”[@harbour]。\n', 'harbour', '陆怀川', '沈砚秋'),
  critical('a name in Traditional characters', '「文化局局長裴時霖指出，戲院能否帶動街區復甦，還需要長期觀察」[@theatre]。\n', 'theatre', '霖', '雨'),
  critical('a name in another script', '“黎正彦局长最后提醒，第一阶段的管线迁移将从下周一开始”[@tram]。\n', 'tram', '彦', '言'),
  critical('English, a name behind Mr', '“Mr Aldous Penhall, who leads the trust that owns the tower” [@lighthouse].\n', 'lighthouse', 'Penhall', 'Penhale'),
  critical('English, a name behind Dr', '“According to Dr Marsden, the new lamp uses 60 percent less power” [@lighthouse].\n', 'lighthouse', 'Marsden', 'Marlowe'),
];

/** Quotations that say something else than the page. */
export const criticalCases: readonly QuotationCase[] = [...figureCases, ...negationCases, ...nameCases];
