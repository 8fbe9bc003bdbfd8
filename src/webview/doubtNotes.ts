import { element } from './element';

interface Note { readonly id: string; readonly text: string }

/** The notes on the doubts of one block: doubts that are told in the same words share one. */
export interface DoubtNotes {
  /** The note on a doubt, by its index in the block. */
  of(doubt: number): Note | undefined;
  readonly notes: readonly Note[];
}

/** Makes the notes of a block from the sentence of each doubt. */
export function doubtNotes(block: number, sentences: readonly string[]): DoubtNotes {
  const notes = new Map([...new Set(sentences)].map((text, at): [string, Note] => [text, { id: `doubt-${block}-${at}`, text }]));
  return { of: doubt => notes.get(sentences[doubt] ?? ''), notes: [...notes.values()] };
}

/** Puts the notes of a block beside it; the block itself holds nothing but its text. What stands in a list stays an item of it. */
export function besideNotes(block: HTMLElement, { notes }: DoubtNotes): readonly HTMLElement[] {
  if (notes.length === 0) return [block];
  const isItem = block.tagName === 'LI';
  const lines = notes.map(note => element('p', { text: note.text, attributes: { id: note.id } }));
  const beside = element(isItem ? 'li' : 'div', { class: 'doubt-notes', lang: document.documentElement.lang }, ...lines);
  return isItem ? [block, beside] : [element('div', { class: 'doubted' }, block, beside)];
}
