/** Small pages written for these tests, in the form saved news pages have. */

export interface PageText { readonly title: string; readonly dateline: string; readonly paragraphs: readonly string[]; readonly tail?: readonly string[] }

const FRAME_HEAD = ['扫一扫分享到朋友圈', '正在阅读:', '首页> 新闻频道 > 正文'];
const FRAME_TAIL = ['相关阅读', '您此时的心情', '视觉焦点', '独家策划', '推荐阅读', '加载更多'];

/** The page as a saved text file: frame, headline, dateline, paragraphs, frame. */
export function pageText({ title, dateline, paragraphs, tail = [] }: PageText): string {
  return [...FRAME_HEAD, title, dateline, ...paragraphs.map(paragraph => `  ${paragraph}`), '[ 责编:李文 ]', ...FRAME_TAIL, ...tail].join('\n\n');
}

export const pandas: PageText = {
  title: '野化大熊猫放归河海保护区', dateline: '来源:河海网-河海日报2024-05-06 08:30',
  paragraphs: ['两只大熊猫今天从野化基地放归河海自然保护区。研究人员为大熊猫戴上项圈，用来监测它们在竹林中的活动。', '保护区的竹林连成一片，为大熊猫提供食物和水源，巡护员每天都要走完三十公里的山路。', '“大熊猫的适应情况良好。”负责人说，明年还将放归两只。'],
};
export const cubs: PageText = {
  title: '大熊猫幼仔首次亮相', dateline: '来源:河海网2024-05-06 10:00',
  paragraphs: ['繁育基地的九只大熊猫幼仔今天首次亮相，吸引了三千多名游客前来参观。', '饲养员介绍说，大熊猫幼仔每天要吃三次竹笋，体重已经超过十公斤，各项指标正常。', '基地还准备了直播，让不能到场的人也能看到大熊猫幼仔。'],
};
export const rates: PageText = {
  title: '存款准备金率下调', dateline: '来源:河海网2023-11-02 19:05',
  paragraphs: ['央行今天宣布下调存款准备金率零点五个百分点，这是今年第二次下调存款准备金率。', '分析人士认为，银行的贷款利率将随之下降，企业的融资成本会进一步降低。', '多家银行表示，将在月底之前调整房贷利率。'],
};
