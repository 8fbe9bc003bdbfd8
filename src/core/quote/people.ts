import { hasFamilyName } from '../cues/names';
import type { SourceDocument, Span } from '../document';
import { plainText } from '../render/shownText';
import type { Tables } from '../text/tables';
import { shapeOf } from './facts';

const OFFICES = '主任|主席|书记|部长|省长|市长|县长|区长|镇长|乡长|村长|局长|厅长|处长|科长|院长|校长|所长|会长|社长|馆长|站长|队长|厂长|行长|台长|店长|船长|机长|组长|班长|团长|司令|将军|上校|总统|总理|首相|国王|女王|大臣|议员|议长|委员|代表|董事长|总经理|副总|经理|总裁|总监|主管|总编|主编|教授|讲师|博士|硕士|院士|研究员|工程师|设计师|建筑师|规划师|医生|医师|护士|律师|法官|检察官|记者|编辑|主播|主持人|演员|导演|作家|画家|诗人|歌手|教练|运动员|发言人|负责人|创始人|执行官|理事长|秘书长|参赞|大使|先生|女士|小姐|太太|老师|同学|村民|居民|市民|老板|专家|学者|志愿者|技术员|司机|店主|业主|站务员|管理员|讲解员';
/** What stands behind a name: no character, or a word of saying, doing and being. */
const BEHIND_NAME = '(?=$|[^\u4e00-\u9fff]|说|表示|介绍|指出|认为|告诉|称|强调|透露|坦言|回忆|解释|提醒|建议|呼吁|宣布|补充|在|对|向|和|与|及|等|也|则|还|就|为|是|带|率|从|给|把|被|将|已|曾|不|没|的|到|来|去|主持|出席|参加|接受|负责|看|谈|讲|问|答|写)';
/** What may stand behind a name of two characters, so that the third is no part of it. */
const NOT_IN_NAME = '说表介指认告称强透坦回在对向和与及的等也则还就为是带率从给把被将已曾不没有了到来去上下中以让认提出做进看谈讲问答补写呼兼任先女主教博院书部省市';
/** Documents of 8,258 from which a word is common: 幸福, 高度; parts of well-known names (张继) stand in fewer. */
const COMMON = 30;
/** Family names that stand before verbs as often. */
const ADVERBS = '曾应向从常全相连单成明经时都关';
const BEFORE = new RegExp(`(?:${OFFICES})(?<name>[\u4e00-\u9fff]{2,3}?)${BEHIND_NAME}`, 'g');
const BEHIND = new RegExp(`(?<![\u4e00-\u9fff])(?<name>[\u4e00-\u9fff]{2,3}?)(?=副?(?:${OFFICES}))`, 'g');
const POLITE = /(?<name>[\u4e00-\u9fff]{2,3})(?=先生|女士|小姐|老师|教授|院士|博士)/g;
/** A foreign name in characters: its parts stand on both sides of a dot. */
const DOTTED = /[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}?){1,3}(?=$|[^\u4e00-\u9fff]|说|表示|认为|指出|称|在|的)/g;
const ENGLISH = /\b(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lady|Lord|Sen|Rep|Gov|Gen|Capt)\.?|Professor|President|Minister|Mayor|Chairman|Chairwoman|Director|Senator|Governor|Judge|Captain|Doctor|Inspector|Sergeant|Secretary)\s+(?<name>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2})/gu;

/** The names of people that stand beside their titles in a text, with their places. */
export function titledNames(text: string, tables: Tables): readonly (Span & { readonly name: string })[] {
  const words = tables.get<{ readonly words: Readonly<Record<string, number>> }>('documentFrequency').words;
  // 曾深入 and 高度重 begin or end with a word, which names seldom do.
  const isWord = (name: string): boolean => [name, name.slice(0, 2), ...ADVERBS.includes(name[0] ?? '') ? [name.slice(1)] : []].some(each => Object.hasOwn(words, each) && (words[each] ?? 0) >= COMMON);
  const shape = shapeOf(text, tables), found: (Span & { readonly name: string })[] = [];
  const add = (start: number, name: string): void => { if (!found.some(each => each.start === start && each.name === name)) found.push({ start, end: start + name.length, name }); };
  for (const { index, 0: written, groups } of shape.matchAll(BEFORE)) {
    const name = groups?.['name'] ?? '';
    if (hasFamilyName(name) && !NOT_IN_NAME.includes(name[1] ?? '') && !isWord(name)) add(index + written.length - name.length, name);
  }
  for (const pattern of [BEHIND, POLITE]) for (const { index, groups } of shape.matchAll(pattern)) {
    const given = groups?.['name'] ?? '', name = [given, given.slice(1)].find(each => hasFamilyName(each) && !isWord(each));
    if (name !== undefined) add(index + given.length - name.length, name);
  }
  for (const { index, 0: name } of shape.matchAll(DOTTED)) add(index, name);
  for (const { index, 0: written, groups } of text.matchAll(ENGLISH)) {
    const name = groups?.['name'] ?? '';
    add(index + written.length - name.length, shape.slice(index + written.length - name.length, index + written.length));
  }
  return found;
}

const known = new WeakMap<SourceDocument, readonly string[]>();

/** The people of a source in the shape that `shapeOf` gives: those its metadata name, and those beside a title in its article. */
export function peopleOf(document: SourceDocument, tables: Tables): readonly string[] {
  const people = known.get(document) ?? readPeople(document, tables);
  known.set(document, people);
  return people;
}

function readPeople(document: SourceDocument, tables: Tables): readonly string[] {
  const { authors, editors, guests, credits } = document.metadata;
  const told = [...authors.map(({ value }) => value), ...editors.map(({ value }) => value), ...guests, ...credits.flatMap(({ names }) => names)];
  const body = document.blocks.filter(({ role }) => role === 'body').flatMap(block => titledNames(plainText(document, block).text, tables).map(({ name }) => name));
  const names = [...told.map(name => shapeOf(name, tables).trim()), ...body];
  // A person is called by the last name alone once the whole was told.
  const last = names.filter(name => /^[a-z]/.test(name)).flatMap(name => name.split(/\s+/).slice(-1));
  return [...new Set([...names, ...last])].filter(name => name.length >= 2);
}
