import type { RandomSource } from '../../unit/random';

/** A way to write a quotation into a note. */
export interface Form {
  readonly name: string;
  readonly block: boolean;
  /** The marks around the words, which they may not hold themselves. */
  readonly marks?: string;
  write(words: string, key: string, random: RandomSource): string;
}

const chinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const before = ['这件事值得单独记一笔。', '笔记整理到这里，还差一处原文。', '前面已经谈过来龙去脉。', '下面这一处需要核对。'];
const behind = ['后文还会再谈。', '留待日后细看。', '其余部分从略。', '这里先记下来。'];
const englishBefore = ['This deserves a line of its own.', 'The background is told above.', 'Here the wording matters.'];
const englishBehind = ['More of this below.', 'The rest is left out here.', 'I shall come back to it.'];

/** A note with a sentence before and behind. */
function framed(middle: string, words: string, random: RandomSource, space = ''): string {
  const [first, last] = chinese(words) ? [random.of(before), random.of(behind)] : [random.of(englishBefore), random.of(englishBehind)];
  const gap = space || (chinese(words) ? '' : ' ');
  return `${first}${gap}${middle}${gap}${last}\n`;
}

/** The sentence that holds the words, its citation behind them. */
const sentence = (quoted: string, key: string): string =>
  chinese(quoted) ? `材料里写着${quoted}[@${key}]，与别处的说法可以对照。` : `The report has it that ${quoted} [@${key}], which bears on the above.`;

const marked = (name: string, marks: string): Form => ({
  name, block: false, marks,
  write: (words, key, random) => framed(sentence((marks[0] ?? '') + words + (marks[1] ?? ''), key), words, random),
});

const named: Form = {
  name: 'named in the text', block: false, marks: '“”',
  write: (words, key, random) => framed(chinese(words) ? `@{${key}} 指出：“${words}”。` : `@{${key}} says: “${words}”.`, words, random),
};

const alone: Form = {
  name: 'only citation of the paragraph', block: false, marks: '“”',
  write: (words, key, random) =>
    `${framed(chinese(words) ? `其中提到“${words}”。` : `It says “${words}”.`, words, random).trim()} ${chinese(words) ? `出处见[@${key}]。` : `See [@${key}].`}\n`,
};

const quoted = (text: string): string => text.split('\n').join('\n>\n> ');

/** Breaks words at a few places where no list, heading or mark could begin a line. */
function wrapped(words: string, random: RandomSource): string {
  const places = [...words.matchAll(chinese(words) ? /(?<=\p{Script=Han})(?=\p{Script=Han})/gu : / (?=[A-Za-z])/g)].map(match => match.index);
  const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => (places.length === 0 ? -1 : random.of(places))));
  return [...words].map((character, place) => (chosen.has(place) ? `\n> ${character === ' ' ? '' : character}` : character)).join('');
}

const blockLine: Form = {
  name: 'block of one line', block: true,
  write: (words, key, random) => framed(`> ${quoted(words)} [@${key}]`, words, random, '\n\n'),
};

const blockLines: Form = {
  name: 'block of several lines', block: true,
  write: (words, key, random) => framed(`> ${words.split('\n').map(text => wrapped(text, random)).join('\n>\n> ')}\n> [@${key}]`, words, random, '\n\n'),
};

const blockIntroduced: Form = {
  name: 'block introduced', block: true,
  write: (words, key, random) => framed(`${chinese(words) ? `据[@${key}]记载：` : `According to [@${key}]:`}\n\n> ${quoted(words)}`, words, random, '\n\n'),
};

/** The ways to write a quotation, in the order in which they take turns. */
export const forms: readonly Form[] = [
  marked('double curly', '“”'), blockLine, marked('single curly', '‘’'), named, marked('corner', '「」'), blockLines,
  marked('white corner', '『』'), alone, marked('straight', '""'), blockIntroduced,
];

/** The form for words in which the marks of another form would be read wrongly or are not used. */
export function fitting(form: Form, words: string): Form {
  const [curly] = forms;
  if (curly === undefined || form.marks === undefined) return form;
  const unusual = !chinese(words) && /[「『]/u.test(form.marks);
  return unusual || (form.marks === '‘’' && /[’']/.test(words)) ? curly : form;
}
