import { isCjk } from '../text/han';

/** Formulas of official Chinese, folded: two texts that share no more than these have nothing of each other. The longer stand before those within them. */
const phrases: readonly string[] = [
  '以习近平同志为核心的党中央', '习近平新时代中国特色社会主义思想', '全面建设社会主义现代化国家', '中国特色社会主义事业', '中国特色社会主义', '社会主义现代化强国', '社会主义现代化',
  '中华民族伟大复兴', '中华民族共同体意识', '人类命运共同体', '中国共产党', '习近平总书记', '国家主席习近平', '中共中央总书记', '中央军委主席', '中共中央政治局常委', '中共中央政治局委员',
  '中共中央政治局', '党中央决策部署', '党中央集中统一领导', '全国人民代表大会常务委员会', '全国人大常委会', '国务院总理', '国务院新闻办公室', '党的十八大以来', '党的十九大以来', '党的二十大以来', '党的二十大精神',
  '党的二十届三中全会精神', '党的二十届四中全会精神', '第十四个五年规划', '第十五个五年规划', '改革开放以来', '新发展理念', '新发展格局', '新质生产力', '高质量发展', '现代化产业体系', '国际科技创新中心',
  '京津冀协同发展', '粤港澳大湾区', '长三角一体化发展', '科技自立自强', '科技创新和产业创新深度融合', '一带一路', '供给侧结构性改革', '人民日益增长的美好生活需要', '国民经济和社会发展', '重要讲话精神', '重要指示批示精神', '重要指示精神',
  '深入贯彻落实', '贯彻落实', '本报记者', '新华社记者', '记者了解到', '据新华社', '发布会上',
];

const pattern = new RegExp([...phrases].sort((one, other) => other.length - one.length).join('|'), 'g');

/** Which units of a folded text stand in a formula, 1 for each. */
export function phraseUnits(folded: string): Uint8Array {
  const units = new Uint8Array(folded.length);
  for (const { index, 0: { length } } of folded.matchAll(pattern)) units.fill(1, index, index + length);
  return units;
}

/** What a letter that is no Chinese or Japanese character counts: a word of English has some five. */
const LATIN_WORTH = 1 / 3;

/** How much a stretch of a folded text says: its letters outside formulas, those of Latin script for less; `phrases` as `phraseUnits` gives them. */
export function worthBetween(folded: string, phrases: Uint8Array, start: number, end: number): number {
  let worth = 0;
  for (let at = start; at < end; at++) if (phrases[at] !== 1) worth += isCjk(folded.charCodeAt(at)) ? 1 : LATIN_WORTH;
  return worth;
}
