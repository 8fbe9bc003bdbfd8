import type { Change } from './changes';
import type { FoundPassage } from './passage';

/** The words of a quotation as its source has them: what an ellipsis or insertion of the note stands for stays left out. */
export function sourceWording(words: string, { exact, differences }: FoundPassage, outerMark: string): string {
  return differences.map(({ kind, note, source }) => {
    const ours = words.slice(note.start, note.end), theirs = exact.slice(source.start, source.end);
    if (kind === 'omitted') return ours;
    if (kind === 'note') return '';
    return kind === 'same' && bare(ours) === bare(theirs) ? ours : inner(theirs, outerMark).replace(/\n+/g, /[\u2e80-\u9fff]/.test(theirs) ? '' : ' ');
  }).join('');
}

/** Words whose changes are marked as the writer's own: in brackets what was put in or changed, an ellipsis for what was left out. */
export function bracketed(words: string, changes: readonly Change[]): string {
  let text = '', done = 0;
  for (const { note } of changes) {
    const own = words.slice(note.start, note.end);
    text += words.slice(done, note.start) + (own.trim() === '' ? ellipsisIn(words) : `[${own}]`);
    done = note.end;
  }
  return text + words.slice(done);
}

const ellipsisIn = (words: string): string => (/[\u2e80-\u9fff]/.test(words) ? '……' : ' … ');

/** White space is the note's, and so is the level of marks. */
const bare = (text: string): string => text.replace(/\s+/g, '').replace(/[‘“『「']/g, '"').replace(/[’”』」]/g, '"');

const INNER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '“': { '“': '‘', '”': '’' }, '「': { '「': '『', '」': '』' }, '"': { '"': '\'' },
};

/** A quotation within one of the same marks has the inner ones. */
const inner = (text: string, outerMark: string): string => text.replace(/[“”「」"]/g, mark => INNER[outerMark]?.[mark] ?? mark);
