import { foldText } from '../script/fold';
import type { Tables } from '../text/tables';
import { isMark } from './comparable';
import type { FoundPassage } from './passage';

/** In what words that are the same may look otherwise; `words` are those of another region, such as 資訊 for 信息. */
export type FoldedWay = 'script' | 'words' | 'width' | 'punctuation' | 'damage';

/** In what ways the words of a note look otherwise than the passage of a source that holds the same. */
export function waysOf(words: string, { exact, scope, differences }: FoundPassage, tables: Tables): readonly FoldedWay[] {
  if (scope === 'saved') return ['damage'];
  const pairs = differences.filter(({ kind }) => kind === 'same').map(({ note, source }) => [words.slice(note.start, note.end), exact.slice(source.start, source.end)] as const);
  const differ = (change: (text: string) => string): boolean => pairs.some(([ours, theirs]) => change(ours) !== change(theirs));
  const ways: readonly (readonly [FoldedWay, (text: string) => string])[] = [
    ['script', text => half(lettersOf(text))],
    ['width', text => foldText(lettersOf(text), tables) + (/[\uff01-\uff5e]/.test(lettersOf(text)) ? ' wide' : '')],
    ['punctuation', text => [...text].filter(character => isMark(character)).join('')],
  ];
  return ways.filter(([, change]) => differ(change)).map(([way]) => way);
}

const lettersOf = (text: string): string => [...text].filter(character => character.trim() !== '' && !isMark(character)).join('');

/** Full-width letters and digits as ordinary ones, all small. */
const half = (text: string): string => text.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).toLowerCase();
