/** What a printed label says about the words after it. */
export type LabelKind = 'source' | 'date' | 'author' | 'editor' | 'other';

/** A label and its value; offsets count in the line. The value is trimmed and may be empty. */
export interface LabelCue {
  readonly kind: LabelKind;
  readonly word: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const WORDS: Readonly<Record<LabelKind, readonly string[]>> = {
  source: ['信息来源', '稿件来源', '文章来源', '新闻来源', '消息来源', '内容来源', '资料来源', '图文来源', '来源网站', '来源于', '来源', '稿源', '出处', '发布机构', '发文机关', '发布单位', '发文单位', '发布部门', '发文机构', '转载自', '转自', '摘自', '原载', '来自', '供稿', 'Source', 'Via'],
  date: ['发布时间', '发布日期', '发表时间', '发表日期', '更新时间', '更新日期', '发稿时间', '刊发时间', '上传时间', '上线时间', '创建时间', '添加时间', '录入时间', '入稿日期', '出版日期', '上架日期', '发表于', '发布于', '更新于', '发布', '更新', '时间', '日期', 'Published', 'Posted', 'Updated', 'Date'],
  author: ['文字作者', '原作者', '作者', '实习记者', '见习记者', '特约记者', '采访记者', '记者', '撰文', '撰稿人', '撰稿', '通讯员', '文字', 'Author'],
  editor: ['本文责任编辑', '网站责任编辑', '责任编辑', '网络编辑', '值班编辑', '执行编辑', '本文编辑', '本文责编', '新媒体编辑', '实习编辑', '本期编辑', '文字编辑', '责编', '编辑', '编者', 'Editor'],
  other: ['浏览次数', '浏览量', '浏览', '点击次数', '点击率', '点击量', '点击数', '点击', '阅读次数', '阅读量', '阅读数', '阅读', '访问量', '访问次数', '人气', '字体大小', '文字大小', '字体', '字号', '评论数', '评论', '网友评论', '我要评论', '分享到', '分享', '标签', '关键词', '关键字', '图片作者', '摄影', '摄像', '审核', '审校', '校对', '初审', '复审', '终审', '签发', '主编', '监制', '打印', '手机版', '大', '频道', '栏目', '分类', '所属分类', '编号', '纠错', '收藏', '作品来源', '成文日期', '生成日期', '印发日期', '实施日期'],
};

const KIND = new Map<string, LabelKind>(Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as LabelKind] as const)));
const BY_LENGTH = [...KIND.keys()].sort((a, b) => b.length - a.length).map((word) => [...word].join('\\s?'));
const LABEL = new RegExp(`(?<![A-Za-z])(${BY_LENGTH.join('|')})\\s{0,3}(?:[:：]|\\|(?=[^|]))\\s{0,8}`, 'gi');
const GLUED_TO_DATE = /(发布于|发表于|发布时间|更新于|更新时间|(?:First )?(?:Posted|Published|Updated)(?: on)?)\s{0,3}(?=(?:19|20)\d\d|\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s(?:19|20)\d\d)/gi;

/** Labels with their values in a normalised line that is short enough to be a dateline; a value ends where the next label begins. */
export function findLabels(line: string): readonly LabelCue[] {
  if (line.length > 400) return [];
  const marks = [...line.matchAll(LABEL), ...line.matchAll(GLUED_TO_DATE)].sort((a, b) => a.index - b.index);
  const apart = marks.filter((mark, index) => index === 0 || mark.index >= (marks[index - 1]?.index ?? 0) + (marks[index - 1]?.[0].length ?? 0));
  return apart.map((mark, index) => {
    const word = (mark[1] ?? '').replace(/\s/g, '');
    const valueStart = mark.index + mark[0].length;
    const limit = apart[index + 1]?.index ?? line.length;
    return { kind: KIND.get(word) ?? kindOfAnyCase(word), word, start: mark.index, valueStart, valueEnd: trimmedEnd(line, valueStart, limit) };
  });
}

function kindOfAnyCase(word: string): LabelKind {
  const lower = word.toLowerCase();
  for (const [known, kind] of KIND) if (known.toLowerCase() === lower) return kind;
  return /^(?:first )?(?:posted|published|updated)/i.test(word) ? 'date' : 'other';
}

/** The end of a value: before its bar or bracket, without the spaces and marks that close it. */
function trimmedEnd(line: string, start: number, limit: number): number {
  const value = line.slice(start, limit);
  const stop = /[|\])】』]|\s\/\s|\s{3,}(?=\S)/.exec(value);
  const text = (stop && stop.index > 0 ? value.slice(0, stop.index) : value).replace(/[\s|,;([【·]+$/, '');
  return start + text.length;
}
