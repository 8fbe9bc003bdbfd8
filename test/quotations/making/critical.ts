import { isChinese, isTraditional } from './passages';
import { anyOf, passage, unlessFound, type Operator, type Workshop } from './operator';
import { verbPlaces } from './changed';
import { givenNames, plainTitles, toSimplified, toTraditional } from './words';

type Change = (workshop: Workshop, words: string) => string | undefined;

interface Spot { readonly at: number; readonly length: number; readonly by: string }

const put = (words: string, spot: Spot | undefined): string | undefined => spot && words.slice(0, spot.at) + spot.by + words.slice(spot.at + spot.length);
const spots = (words: string, pattern: RegExp, by: (found: string) => string): readonly Spot[] =>
  [...words.matchAll(pattern)].map(match => ({ at: match.index, length: match[0].length, by: by(match[0]) }));

const digitChanged: Change = ({ random }, words) => {
  const places = spots(words, /(?<![A-Za-z\d.,-])\d[\d.,]*(?![A-Za-z-])/g, found => found).flatMap(({ at, by }) =>
    [...by].flatMap((digit, index) => (/\d/.test(digit) ? [{ at: at + index, length: 1, by: digit }] : [])));
  const spot = anyOf(random, places);
  const digit = random.of([...'123456789'].filter(other => other !== spot?.by));
  return put(words, spot && { ...spot, by: digit });
};

const counted = /(?<![〇零一二两兩三四五六七八九十百千万第几幾\d])[一二两兩三四五六七八九十百千]*[二两兩三四五六七八九][十百千]*(?=多?(?:个|個|名|座|条|條|家|台|年|月|小时|公里|亩|岁|歲|级|張|张|场|場|天|类|棟|成(?![为為立])|层|段|册|位))/gu;

const numeralChanged: Change = ({ random }, words) => {
  const found = anyOf(random, spots(words, counted, run => run));
  const places = [...(found?.by ?? '')].flatMap((numeral, index) => (/[二两兩三四五六七八九]/.test(numeral) ? [{ numeral, index }] : []));
  const place = anyOf(random, places);
  const numeral = random.of([...'三四五六七八九'].filter(other => other !== place?.numeral));
  return found && place && put(words, { at: found.at + place.index, length: 1, by: numeral });
};

const unitPairs: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)万/g, '亿'], [/(?<=\d)萬/g, '億'], [/(?<=\d)亿/g, '万'], [/(?<=\d)億/g, '萬'], [/(?<=[\d万亿萬億])元/g, '美元'],
  [/(?<=[\d十百多三])公里/g, '米'], [/(?<=\d)米/g, '公里'], [/(?<=\d)平方公里/g, '亩'], [/(?<=\d)[%％]/g, '个百分点'],
  [/(?<=\d)(?:个百分点|個百分點)/g, '%'], [/(?<=\d)小时/g, '分钟'], [/(?<=\d)分鐘/g, '小時'], [/(?<=[\d万亿])吨/g, '公斤'], [/(?<=[\d万])亩/g, '公顷'],
  [/(?<=\d)公斤/g, '吨'], [/(?<=\d)天/g, '个月'], [/(?<=\d)立方米/g, '立方公里'], [/(?<=\d)公尺/g, '公里'],
];
const englishUnits: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d )miles/g, 'kilometres'], [/(?<=\d )months/g, 'years'], [/(?<=\d )percent/g, 'percentage points'], [/(?<=\d )million/g, 'thousand'], [/(?<=\d )metres/g, 'feet'],
];

const unitChanged: Change = ({ source, random }, words) =>
  put(words, anyOf(random, (isChinese(source) ? unitPairs : englishUnits).flatMap(([pattern, other]) =>
    spots(words, pattern, () => (isTraditional(source) ? toTraditional(other) : other)))));

/** Names that stand beside a title, each with its place. */
function titledNames(words: string, people: readonly string[]): readonly Spot[] {
  const title = `(?:${plainTitles.join('|')})`;
  return people.filter(person => person !== '习近平')
    .flatMap(person => spots(words, new RegExp(`(?<=${title})${person}|${person}(?=${title})`, 'gu'), name => name));
}

const nameChanged: Change = ({ source, random }, words) => {
  if (!isChinese(source)) {
    const family = source.people.filter(person => !person.includes(' ')).join('|');
    return put(words, anyOf(random, spots(words, new RegExp(`(?<=(?:Mr|Dr) (?:[A-Z][a-z]+ )?)(?:${family})`, 'g'), name => name.replace(/(?<=.)[aeiou]/, vowel => (vowel === 'a' ? 'o' : 'a')))));
  }
  const spot = anyOf(random, titledNames(words, source.people));
  if (!spot) return undefined;
  const index = 1 + random.below(spot.length - 1);
  const given = random.of(givenNames);
  const name = spot.by.slice(0, index) + given + spot.by.slice(index + 1);
  return toSimplified(name) === toSimplified(spot.by) ? undefined : put(words, { ...spot, by: name });
};

const negationPutIn: Change = (workshop, words) => {
  const { source, random } = workshop;
  if (!isChinese(source)) {
    const verb = /\b(?:will|was|is|has|can|are)(?= )(?! (?:not|no|never|nothing|none|be able)\b)/g;
    return put(words, anyOf(random, spots(words, verb, found => `${found} ${random.of(['not', 'never'])}`)));
  }
  const place = anyOf(random, verbPlaces(words, workshop).filter(at => !/[要能会會可得对對差是来來有以]/.test(words[at - 1] ?? '')));
  const negation = random.of(['不', '未', isTraditional(source) ? '沒有' : '没有']);
  return place === undefined ? undefined : put(words, { at: place, length: 0, by: negation });
};

const leftOut: readonly RegExp[] = [
  /(?<!有)没有|(?<!有)沒有/g, /(?<![是得能要差说說毫])不(?=[能会會得再宜设設收影意必相足受讓让要绝放])/g, /(?<=[，并並規规范范])未(?=[发發])/g,
];

const negationLeftOut: Change = ({ source, random }, words) => {
  if (!isChinese(source)) return put(words, anyOf(random, spots(words, /\b(?:not|never|no) |n’t/g, () => '')));
  return put(words, anyOf(random, leftOut.flatMap(pattern => spots(words, pattern, () => ''))));
};

const critical = (name: string, change: Change): Operator => ({
  name,
  make: workshop => {
    const words = passage(workshop)?.words;
    return unlessFound(workshop, words === undefined ? undefined : change(workshop, words), 'quote-critical');
  },
});

/** Operators that change a number, unit, negation or name. */
export const criticalOperators: readonly Operator[] = [
  critical('digit changed', digitChanged), critical('numeral changed', numeralChanged), critical('unit changed', unitChanged),
  critical('name changed', nameChanged), critical('negation put in', negationPutIn), critical('negation left out', negationLeftOut),
];
