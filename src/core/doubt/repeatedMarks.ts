import type { Doubt } from '../document';
import { isHan } from '../text/han';

const runs = /[，、；。,]{2,}/g;

/**
 * Two marks of a sentence at one place: ，， or ，。. Longer runs are somebody's way of writing, and ASCII ones
 * are told by Han around them. Colons stand in a row in tables and forms.
 */
export function findRepeatedMarks(text: string): readonly Doubt[] {
  return Array.from(text.matchAll(runs)).flatMap(({ 0: run, index }): readonly Doubt[] => {
    if (run.length > 2 || !followsWords(text, index) || (run.includes(',') && !isHan(text.charCodeAt(index + 2)))) return [];
    return [{ span: { start: index, end: index + 2 }, kind: 'repeatedMark', ...(run[0] === run[1] && { suggestion: run.charAt(0) }) }];
  });
}

const followsWords = (text: string, place: number): boolean => isHan(text.charCodeAt(place - 1)) || /[\p{L}\p{N}”’」』》）)%]/u.test(text.charAt(place - 1));
