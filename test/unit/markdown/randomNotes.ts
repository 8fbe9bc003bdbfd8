import { randomSource, type RandomSource } from '../random';

const WORDS = ['北京', '创新', '据报道', 'see', 'a', '3', 'p. 3', '第3段', '参见 '];
const SIGNS = [' ', ' ', '，', '。', ', ', '; ', '；', '：', '、', '“', '”', '‘', '’', '"', "'", '(', ')', '（', '）', '-', '--', '...', '…', '.', '!', '&amp;', '\n'];
const KEYS = ['@a', '@b1', '-@c', '@{d}', '@甲', '@e.f', '@g:h', ' @i', '@j, p. 3'];
const MARKS = [
  '[', '[', ']', ']', '[[', ']]', '*', '**', '_', '__', '***', '`', '``', '$', '$$', '~~', '~', '^', '^[', '](x)', '](x "t")', '][b]', ']{.c}', '![', '{', '}', '(', ')',
  '<b>', '</b>', '<!-- ', ' -->', '<u@x.cn>', '\\', '\\cite{k}', '|', '<', '>', '\\\n', '  \n', '<br>',
];
const BEGINNINGS = [
  '- ', '1. ', '> ', '    ', '  ', '# ', '## ', '\n', '\n', '\n', '* ', '+ ', '> > ', '```\n', '~~~\n', '::: x\n', ':::\n', '| ', '|---|---|\n', '***\n', '===\n', ': ', '<div>\n', '</div>\n', '<p>', '\t', '   ',
  '(1) ', 'a) ', '<!-- x -->\n', '(@z) ',
];

/** Stretches of text in which every piece may open, close or spoil a citation. */
export function randomLines(seed: number, count: number): readonly string[] {
  const random = randomSource(seed);
  return distinct(count, () => pieces(random, 3 + random.below(8)));
}

/** Small notes of lists, quotations, tables, code, headings and the like with citations in them. */
export function randomNotes(seed: number, count: number): readonly string[] {
  const random = randomSource(seed);
  return distinct(count, () => repeated(1 + random.below(7), () => line(random)));
}

const distinct = (count: number, make: () => string): readonly string[] => [...new Set(Array.from({ length: count }, make))];
const repeated = (count: number, make: () => string): string => Array.from({ length: count }, make).join('');
const pieces = (random: RandomSource, count: number): string => repeated(count, () => random.of(random.of([WORDS, WORDS, SIGNS, KEYS, KEYS, MARKS])));

function line(random: RandomSource): string {
  const beginning = random.below(3) > 0 ? '' : random.of(BEGINNINGS);
  const text = random.below(3) > 0 ? random.of(WORDS) + random.of(SIGNS) + cited(random) : random.of(BEGINNINGS);
  return beginning + text + random.of(['\n', '\n', '\n\n', '']);
}

function cited(random: RandomSource): string {
  switch (random.below(3)) {
    case 0: return random.of(KEYS);
    case 1: return pieces(random, 2);
    default: return `[${random.of(['', '参见 ', 'see ', '*x* ', ''])}${random.of(KEYS)}${random.of(['', ', p. 3', '，第3段', '; @b', '；@b', '; see @c', ' [x]', ', “x；y”'])}]`;
  }
}
