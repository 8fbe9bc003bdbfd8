/** Scrolls to the repair or doubt after the one shown last, round and round, and sets it off; marks in hidden blocks are passed over. */
export function showNextRepair(root: HTMLElement): void {
  const marks = [...root.querySelectorAll<HTMLElement>('.mark, .doubt')].filter(mark => mark.getClientRects().length > 0);
  const current = marks.findIndex(mark => mark.classList.contains('current'));
  marks[current]?.classList.remove('current');
  const next = marks[(current + 1) % marks.length];
  next?.classList.add('current');
  next?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
