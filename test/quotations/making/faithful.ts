import { bare, isChinese, isTraditional, joined } from './passages';
import { anyOf, passage, type Made, type Operator, type Workshop } from './operator';
import { toSimplified, toTraditional } from './words';

const closed = /[。！？.]$/u;

/** Two paragraphs that follow one another, free of marks that would make quotations of their own. */
function paragraphs({ source, random }: Workshop): string | undefined {
  const pairs = source.body.slice(1).map((second, index) => [source.body[index] ?? '', second] as const);
  const plain = pairs.filter(pair => pair.every(text => closed.test(text) && !/[“”‘’"「」()[\]…*_<>△▲\s]/u.test(isChinese(source) ? text : text.replace(/[ ’]/g, ''))));
  return anyOf(random, plain)?.join('\n');
}

function verbatim(workshop: Workshop): Made | undefined {
  const { random, block } = workshop;
  const found = passage(workshop);
  const whole = found?.clauses.join('').trim() ?? '';
  const one = block && closed.test(whole) ? whole : found?.words;
  const words = block && random.below(3) === 0 ? paragraphs(workshop) ?? one : one;
  return words === undefined ? undefined : { words, expected: 'verbatim' };
}

function converted(workshop: Workshop): Made | undefined {
  const words = passage(workshop)?.words;
  if (words === undefined || !isChinese(workshop.source)) return undefined;
  const other = isTraditional(workshop.source) ? toSimplified(words) : toTraditional(words);
  if (toSimplified(other) !== toSimplified(words)) return undefined;
  return { words: other, expected: other === words ? 'verbatim' : 'quote-folded' };
}

const fullWidth = '，；：！？';
const halfWidth = ',;:!?';

function otherWidth(words: string): string {
  const from = /[，；：！？]/u.test(words) ? [fullWidth, halfWidth] as const : [halfWidth, fullWidth] as const;
  return words.replace(/(?<!\d)[，；：！？,;:!?]|[，；：！？,;:!?](?!\d)/gu, mark => from[1][from[0].indexOf(mark)] ?? mark);
}

/** Replaces one match of a pattern, chosen by chance. */
function oneReplaced({ random }: Workshop, words: string, pattern: RegExp, replacement: string): string {
  const match = anyOf(random, [...words.matchAll(pattern)]);
  return match ? words.slice(0, match.index) + replacement + words.slice(match.index + match[0].length) : words;
}

/** A paragraph of the source with other quotation marks around the words in it. */
function otherMarks({ source, random }: Workshop): string | undefined {
  const texts = source.body.filter(text => /[“「]/u.test(text) && !/[’‘()[\]…*_<>\u00a0]/u.test(text) && text.length <= 120);
  const text = anyOf(random, texts);
  const exchange: Readonly<Record<string, string>> = text?.includes('「') ? { '「': '“', '」': '”' } : { '“': '「', '”': '」' };
  return text?.replace(/[“”「」]/gu, mark => exchange[mark] ?? mark);
}

const beyondFigures = (marks: string): RegExp => new RegExp(`(?<![\\d〇零一二三四五六七八九十百千万亿萬億])[${marks}](?![\\d〇零一二三四五六七八九十百千万亿萬億])`, 'gu');

function repunctuated(workshop: Workshop): Made | undefined {
  const { random, source, block } = workshop;
  const words = passage(workshop)?.words;
  if (words === undefined) return undefined;
  const changes: readonly (() => string | undefined)[] = isChinese(source)
    ? [
        () => otherWidth(words), () => oneReplaced(workshop, words, beyondFigures('，,'), ''), () => oneReplaced(workshop, words, beyondFigures('，,'), '、'),
        () => oneReplaced(workshop, words, beyondFigures('、'), '，'), ...(block ? [() => otherMarks(workshop)] : []),
      ]
    : [() => oneReplaced(workshop, words, /,(?= )/g, ''), () => oneReplaced(workshop, words, /,(?= )/g, ';'), () => oneReplaced(workshop, words, /’/g, '\'')];
  const other = random.of(changes)();
  return other === undefined || other === words ? undefined : { words: other, expected: 'quote-folded' };
}

const ellipses: readonly string[] = ['……', '…', '...', '[…]', '〔……〕'];

function elided(workshop: Workshop): Made | undefined {
  const { random, source, collection } = workshop;
  const clauses = passage(workshop)?.clauses ?? [];
  if (clauses.length < 3) return undefined;
  const from = 1 + random.below(clauses.length - 2);
  const until = from + 1 + random.below(clauses.length - from - 1);
  const [left, right] = [clauses.slice(0, from), joined(clauses.slice(until))];
  const before = random.below(2) === 0 ? left.join('').trim() : joined(left);
  const least = isChinese(source) ? 6 : 12;
  if (bare(before).length < least || bare(right).length < least || collection.stands(before + right)) return undefined;
  const gap = isChinese(source) ? random.of(ellipses) : ` ${random.of(['…', '...', '[…]'])} `;
  return { words: before + gap + right, expected: 'elided' };
}

function bracketed(workshop: Workshop): Made | undefined {
  const { random, source } = workshop;
  const found = passage(workshop);
  if (!found || found.clauses.length < 2) return undefined;
  const at = random.below(found.clauses.length - 1);
  const remark = isChinese(source) ? random.of(['[笔者按]', '〔原文如此〕', '[编者注]', '〔引者注〕']) : ` ${random.of(['[sic]', '[as printed]', '[so the report]'])}`;
  const clauses = found.clauses.map((clause, index) => (index === at ? clause.replace(/[，,。；;：:！!？?.]?\s*$/u, mark => remark + mark) : clause));
  return { words: joined(clauses), expected: 'elided' };
}

/** Operators that leave the words of the page as they are. */
export const faithfulOperators: readonly Operator[] = [
  { name: 'verbatim', make: verbatim }, { name: 'converted', make: converted }, { name: 'repunctuated', make: repunctuated },
  { name: 'elided', make: elided }, { name: 'bracketed', make: bracketed },
];
