import { tables } from '../tables';
import { randomSource } from '../random';

const odd = ['⿰', '⿱', '⿲', '⿰木目', '⿲⿰一丁七丂', '⿱⿰⿰', '👩‍💻', '𠮷', '𬱖', '頔', '著', '着', '\u{2f81a}', '\uf900', '\n', ' ', '，', ',', 'ab', '12', 'かな', '\ud800', '\udc00'];

const words = [...new Set((['simplified', 'traditional', 'regional'] as const)
  .flatMap(name => Object.values(tables.get<{ dictionaries: Record<string, string> }>(name).dictionaries))
  .flatMap(dictionary => dictionary.split(/[| ]/)))];

/** `count` words and characters of all dictionaries in no order, with characters beyond U+FFFF, halves of them, and description sequences between. */
export function shuffledWords(seed: number, count: number): string {
  const random = randomSource(seed);
  return Array.from({ length: count }, () => random.of(random.below(8) === 0 ? odd : words)).join('');
}
