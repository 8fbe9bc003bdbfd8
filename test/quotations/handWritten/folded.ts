import type { QuotationCase } from './case';

const folded = (name: string, note: string, source: string): QuotationCase => ({ name, note, sources: [source], expected: 'quote-folded' });

/** The same words in another script, width, punctuation, or without the damage of the page. */
export const foldedCases: readonly QuotationCase[] = [
  folded('Traditional note of a Simplified page', '報導說「縣林業站的監測表明，去年冬天在灣內越冬的琵鷺有312隻」[@bridge]，令人欣慰。\n', 'bridge'),
  folded('Simplified note of a Traditional page', '报道说“停业十八年的雾岭戏院上周六晚间重新点灯”[@theatre]。\n', 'theatre'),
  folded('Simplified block quotation of a Traditional page', '其中提到[@tram]：\n\n> 沿线三十二栋历史建筑全部装设监测仪器\n\n做得很细。\n', 'tram'),
  folded('full-width figures', '“年设计吞吐能力达到１.２亿吨”[@harbour]，相当可观。\n', 'harbour'),
  folded('half-width marks of full-width ones', '“历时四年建设,全长7.8公里的白沙湾跨海大桥11月6日上午顺利合龙”[@bridge]。\n', 'bridge'),
  folded('full-width marks of half-width ones', '“产量上去了，销路又成了难题”[@orchard]，这是常见的事。\n', 'orchard'),
  folded('a comma dropped', '“书车会走书架不会走”[@bookvan]，她这样说。\n', 'bookvan'),
  folded('a comma put in', '“节水的要求，一刻也不能放松”[@river]，这是最后一句。\n', 'river'),
  folded('a comma for a list comma', '「牆上的裂縫，地板的磨痕」[@theatre]都留著。\n', 'theatre'),
  folded('a full stop for a comma', '“遇到大雾。船只往往要在锚地停留两三天”[@harbour]。\n', 'harbour'),
  folded('a semicolon for a comma', '“浪来了可以等；雾来了连等多久都不知道”[@bridge]。\n', 'bridge'),
  folded('other marks around words inside', '品种的名字有来历[@orchard]：\n\n> 最终选出一个既耐寒又少渣的品种,取名「杏岭七号」。\n\n很好记。\n', 'orchard'),
  folded('title marks dropped', '「首演劇目是在地劇團創作的渡口的燈」[@theatre]，好評如潮。\n', 'theatre'),
  folded('a comma between thousands put in', '“合作社在镇上建起一座容量5,000吨的冷库”[@orchard]。\n', 'orchard'),
  folded('a comma between thousands dropped', '「總經費8400萬元，其中三成來自民間捐款」[@theatre]。\n', 'theatre'),
  folded('a full-width percent sign', '“其中乡镇读者的借阅量占全市的23％”[@bookvan]。\n', 'bookvan'),
  folded('another script with an ellipsis', '“修复工程由建筑师纪存仁主持……其中三成来自民间捐款”[@theatre]。\n', 'theatre'),
  folded('other marks with an ellipsis', '“四月初，全镇2.3万亩梨园一齐开花……户均增收1.8万元”[@orchard]。\n', 'orchard'),
  folded('another script with words in brackets', '「他[書車司機]每月兩次天不亮就出發」[@bookvan]。\n', 'bookvan'),
  folded('damage left out, in Simplified characters', '“人才成长和发展,离不开人才工作机制的创新”[@seed004]。\n', 'seed004'),
  folded('English, a straight apostrophe', '“it doesn\'t need a keeper” [@lighthouse], the paper says.\n', 'lighthouse'),
  folded('English, a comma dropped', '“Last winter three boats struck the reef below the point and one of them was lost” [@lighthouse].\n', 'lighthouse'),
];
