import { isName, splitNames, type Word } from './names';

/** A line of credits: `监制:林安 方文`; offsets count in the normalised line. */
export interface CreditCue { readonly role: string; readonly names: readonly Word[] }

const ROLE_WORD = '出品|总?监制|制片|制作|制片人|出品人|发行人|总?策划|统筹|编导|导演|编剧|撰稿|撰文|执笔|采写|采访|编辑|责编|总编|总编辑|主编|编审|编务|记者|通讯员|摄影|摄像|摄制|拍摄|航拍|剪辑|包装|动画|特效|后期|调色|合成|配音|音乐|作曲|录音|音效|主持|主持人|主播|播音|出镜|美编|美工|美术|设计|制图|绘图|插画|海报|视觉|文案|文字|文稿|校对|校审|审核|审校|审读|初审|复审|终审|签发|翻译|编译|技术|运营|推广|宣传|协调|顾问|指导|主办|承办|协办|单位|支持|鸣谢|联合|供稿|供图|素材来源|播报|字幕|嘉宾|场记|灯光|化妆|服装|道具|开发|H5|前端|交互';
const ROLE = new RegExp(`^((?:[\\u4e00-\\u9fff&/、 ]{0,8})?(?:${ROLE_WORD})(?:人|员|师|组|单位|方|助理|总监|编辑|主任|机构)?|文|图|文字|图文|文/图|图/文|配图|图片)\\s{0,4}[:|/]\\s{0,4}(.{1,120})$`);
const PROSE = /[。;!?]|[,,].{12}/;

/** A normalised, trimmed line read as a credit; undefined where it is prose or its role is no role. */
export function readCredit(line: string): CreditCue | undefined {
  if (line.length > 140) return undefined;
  const match = ROLE.exec(line);
  if (!match) return undefined;
  const [, role = '', value = ''] = match;
  if (PROSE.test(value) || role.length > 12) return undefined;
  const names = splitNames(line, line.length - value.length);
  if (names.length === 0 || !names.every((name) => isParty(name.text))) return undefined;
  return { role: role.replace(/\s/g, ''), names };
}

/** Whether a word can be named in credits: a person, or a body of up to 24 characters. */
export function isParty(word: string): boolean {
  return isName(word) || (/^[\p{L}\p{N}·•&()《》“”"'.-]{2,24}$/u.test(word) && !/^\d+$/.test(word));
}

/** Whether a normalised, trimmed line without label can go on with the names of the credit before it. */
export function continuesCredit(line: string): boolean {
  if (line.length > 40 || PROSE.test(line) || /[:|©>]/.test(line)) return false;
  const names = splitNames(line);
  return names.length > 0 && names.every((name) => isParty(name.text));
}
