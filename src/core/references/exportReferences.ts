import { toBibEntry } from '../cite/entries/addBibEntries';
import type { CslItem } from '../cite/cslItem';
import { toRis } from './ris';

/** What references are exported as; `text` is formatted by a style. */
export const exportFormats = ['csl-json', 'biblatex', 'ris', 'text'] as const;
export type ExportFormat = typeof exportFormats[number];
export type DataFormat = Exclude<ExportFormat, 'text'>;

/** Items as a file for other programs; where a source lies is nobody else's business. */
export function exportReferences(items: readonly CslItem[], format: DataFormat): string {
  const bare = items.map(withoutMark);
  switch (format) {
    case 'csl-json': return `${JSON.stringify(bare, null, 2)}\n`;
    case 'biblatex': return bare.map(item => `${toBibEntry(item)}\n`).join('\n');
    case 'ris': return toRis(bare);
  }
}

function withoutMark({ custom, ...item }: CslItem): CslItem {
  const others = Object.fromEntries(Object.entries(custom ?? {}).filter(([name]) => name !== 'seedbed'));
  return Object.keys(others).length > 0 ? { ...item, custom: others } : item;
}
