import type { QuotationCase } from './case';

const elided = (name: string, note: string, source: string): QuotationCase => ({ name, note, sources: [source], expected: 'elided' });

/** Words left out or put in with a mark that says so. */
export const ellipsisCases: readonly QuotationCase[] = [
  elided('Chinese ellipsis in the middle', '“港务局专门留出两段岸线……不收取任何停靠费用”[@harbour]，渔民很高兴。\n', 'harbour'),
  elided('single ellipsis in the middle', '“干涸了二十年的青石河又有水了…下游的月牙湖水面恢复到4.6平方公里”[@river]。\n', 'river'),
  elided('three full stops', '“馆里在客运站设置了十台自助借书机...最后撤走了八台”[@bookvan]。\n', 'bookvan'),
  elided('ellipsis in square brackets', '“合龙并不意味着通车。[…]预计明年6月底以前具备通车条件”[@bridge]。\n', 'bridge'),
  elided('Chinese ellipsis in square brackets', '“为了不影响候鸟过冬，[……]没有发现因施工死亡的个体”[@bridge]。\n', 'bridge'),
  elided('ellipsis in tortoise-shell brackets', '“杏岭镇的春天是从梨花开始的。〔……〕从山顶望下去,沟沟坎坎都是白的”[@orchard]。\n', 'orchard'),
  elided('full stops in square brackets', '“镇里先拿出50亩地做示范 [...] 不合格的果子一律不进市场”[@orchard]，规矩很严。\n', 'orchard'),
  elided('escaped brackets', '“省水利局回应说，\\[……\\]标准将提高到每眼井1.5万元”[@river]。\n', 'river'),
  elided('ellipsis at the start', '“……资金使用情况每季度向社会公布一次”[@bookvan]，应当推广。\n', 'bookvan'),
  elided('ellipsis at the end', '“标准将提高到每眼井……”[@river]，报道没有说何时兑现。\n', 'river'),
  elided('ellipses at both ends', '“……恢复一条河，先要学会少用水……”[@river]，说得好。\n', 'river'),
  elided('several ellipses of several shapes', '“并不是所有的尝试都成功……由于位置偏僻[…]最后撤走了八台...更要看有多少人真正使用”[@bookvan]。\n', 'bookvan'),
  elided('block quotation over two paragraphs', '河的变化：\n\n> 青石河全长186公里，流经三个市、九个县。……\n> 恢复一条河，先要学会少用水。 [@river]\n\n很难得。\n', 'river'),
  elided('ellipsis in Traditional characters', '「全線長9.4公里……行車時間可由55分鐘縮短為22分鐘」[@tram]。\n', 'tram'),
  elided('a word in square brackets', '“那天孩子们站在雪里等他[曹广田]，没有一个人先回家”[@bookvan]。\n', 'bookvan'),
  elided('a remark in tortoise-shell brackets', '“水质改善的速度快于预期〔原文如此〕，但是底栖生物的恢复仍需要十年以上”[@river]。\n', 'river'),
  elided('brackets and an ellipsis', '“新的引航系统[今年启用]，能见度低于500米时……可以安全进港”[@harbour]。\n', 'harbour'),
  elided('English, three full stops', 'It is said that “The old lens ... was found in a barn on the mainland” [@lighthouse].\n', 'lighthouse'),
  elided('English, ellipsis in brackets', '“It stands 38 metres high, […] more than two metres thick at the base” [@lighthouse].\n', 'lighthouse'),
  elided('English, words in brackets', '“The trust [which owns it] has agreed to shade the landward side” [@lighthouse].\n', 'lighthouse'),
];
