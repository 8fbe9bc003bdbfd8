import type { Span } from '../document';

/** Where sentences end in a masked text: with their closing marks, and with citations and notes set behind the full stop. */
export function sentenceEnds(mask: string, { start, end }: Span, opaque: readonly Span[]): readonly number[] {
  const ends: number[] = [];
  const terminator = /(?:[。！？!?]|\.(?=[\s\uFFFB\uFFFC”’"')\]]|$))+[”’」』"')）\]]*(?:[\s>]*(?:\uFFFC+|\[\^[^\s[\]]{1,200}\]))*/g;
  terminator.lastIndex = start;
  let next = 0;
  for (let hit = terminator.exec(mask); hit && hit.index < end; hit = terminator.exec(mask)) {
    while ((opaque[next]?.end ?? Infinity) <= hit.index) next++;
    const inside = (opaque[next]?.start ?? Infinity) <= hit.index ? opaque[next] : undefined;
    if (inside) terminator.lastIndex = inside.end;
    else ends.push(terminator.lastIndex);
  }
  return ends;
}
