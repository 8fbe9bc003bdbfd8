import { bare, isChinese, isTraditional, passageOf } from './passages';
import { type Made, type Operator, type Workshop } from './operator';
import { isHan, toTraditional } from './words';

/** How many characters two texts may share by chance. */
const runOf = (words: string, chinese: number, english: number): number => (/\p{Script=Han}/u.test(words) ? chinese : english);

function wrongSource({ collection, random, source }: Workshop): Made | undefined {
  const other = random.of(collection.sources.filter(({ name }) => name !== source.name));
  const words = passageOf(other.body, random)?.words;
  return words === undefined || collection.sharesPage(words, runOf(words, 6, 18), source) ? undefined : { words, expected: 'quote-elsewhere' };
}

function teaser({ collection, random, source }: Workshop): Made | undefined {
  const words = passageOf(source.hidden, random)?.words;
  if (words === undefined || collection.sources.some(other => collection.shares(words, runOf(words, 6, 18), other))) return undefined;
  return { words, expected: 'quote-hidden' };
}

const chinese: readonly (readonly string[])[] = [
  ['修表的师傅', '隔壁的裁缝', '卖糖画的老伯', '穿蓝布衫的姑娘', '放羊的少年', '磨豆腐的婆婆', '骑驴的货郎', '吹唢呐的舅舅'],
  ['悄悄地', '笑眯眯地', '慢吞吞地', '不声不响地', '小心翼翼地', '急匆匆地'],
  ['把搪瓷茶缸', '把褪色的风筝', '把祖传的算盘', '把半筐柿子', '把漏风的灯笼', '把生锈的铃铛', '把竹编的鸟笼'],
  ['挂在屋檐底下', '藏进灶台旁边的柜子', '搁到阁楼的窗台上', '塞给过路的戏班子', '埋在葡萄架后面', '摆在祠堂的供桌上'],
];
const english: readonly (readonly string[])[] = [
  ['The baker’s cousin', 'An elderly violinist', 'The smallest goat', 'A cheerful plumber', 'The retired juggler'],
  ['quietly hid', 'proudly painted', 'carelessly dropped', 'kindly mended', 'promptly swallowed'],
  ['the purple umbrella', 'a jar of pickled onions', 'the choir’s trombone', 'seventeen paper dragons', 'a velvet cushion'],
  ['behind the orchard shed', 'under the ballroom stairs', 'beside the frozen duckpond', 'inside the vicar’s piano'],
];

function sentence({ random, source }: Workshop): string {
  if (!isChinese(source)) return english.map(part => random.of(part)).join(' ');
  const words = chinese.map(part => random.of(part)).join('');
  return isTraditional(source) ? toTraditional(words) : words;
}

/** The characters of another article out of order. */
function shuffled({ random, source, collection }: Workshop): string {
  const others = collection.sources.filter(other => other.name !== source.name && isChinese(other) && isTraditional(other) === isTraditional(source));
  const characters = others.length === 0 ? [] : [...random.of(others).body.join('')].filter(isHan);
  return Array.from({ length: 12 + random.below(30) }, () => (characters.length === 0 ? '' : random.of(characters))).join('');
}

function invented(workshop: Workshop): Made | undefined {
  const { random, source, collection } = workshop;
  const words = isChinese(source) && random.below(3) === 0 ? shuffled(workshop) : sentence(workshop);
  const known = collection.sources.some(other => collection.sharesPage(words, runOf(words, 4, 14), other));
  return known || bare(words).length < 12 ? undefined : { words, expected: 'quote-not-found' };
}

/** Operators that quote what the cited article does not say. */
export const strayingOperators: readonly Operator[] = [
  { name: 'wrong source', make: wrongSource }, { name: 'teaser', make: teaser }, { name: 'invented', make: invented },
];
