import type { Edit, Span } from '../../src/core/document';
import { edited, mapped } from '../../src/core/text/mappedText';
import type { RandomSource } from '../unit/random';

/** A stretch of a damaged text and what stood there; `isLost` where nothing that is left tells it. */
export interface Place extends Edit { readonly isLost?: boolean }

/** A damaged text with its damage, sorted and disjoint: with every place replaced it is the text as it was. */
export interface Damaged { readonly text: string; readonly places: readonly Place[] }

/** Damages a clean text; undefined where the text has nothing that could be damaged so. */
export type DamageText = (clean: string, random: RandomSource) => Damaged | undefined;

/** A piece of a damaged text: as it was, or shown as something else. */
export type Piece = string | { readonly shown: string; readonly was: string; readonly isLost?: boolean };

/** The text as it was before it was damaged. */
export function rightText({ text, places }: Damaged): string {
  return edited(mapped(text), places).text;
}

/** The damaged text that `pieces` make; neighbouring damage is one place, and what is the same at its ends is none. */
export function assemble(pieces: readonly Piece[]): Damaged {
  const places: Place[] = [];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const place = { span: { start: text.length, end: text.length + piece.shown.length }, text: piece.was, ...(piece.isLost && { isLost: true }) };
    const last = places.at(-1);
    if (last?.span.end === place.span.start && last.isLost === place.isLost) places.splice(-1, 1, { ...place, span: { start: last.span.start, end: place.span.end }, text: last.text + place.text });
    else places.push(place);
    text += piece.shown;
  }
  return { text, places: places.flatMap(place => trimmed(text, place)) };
}

/** A place without what is the same before and after at its ends; none where nothing differs. */
function trimmed(text: string, { span, text: was, ...rest }: Place): readonly Place[] {
  const shown = text.slice(span.start, span.end);
  if (shown === was) return [];
  const most = Math.min(shown.length, was.length);
  let before = 0;
  while (before < most && shown[before] === was[before]) before += 1;
  let behind = 0;
  while (behind < most - before && shown[shown.length - 1 - behind] === was[was.length - 1 - behind]) behind += 1;
  return [{ ...rest, span: { start: span.start + before, end: span.end - behind }, text: was.slice(before, was.length - behind) }];
}

/** `first` damaged once more, with the places of both against the text as it was at the very beginning. */
export function compose(first: Damaged, second: Damaged): Damaged {
  const between = edited(mapped(second.text), second.places);
  const whole = edited(between, first.places);
  const all = [...second.places, ...first.places.map(place => ({ ...place, span: between.toRaw(place.span) }))].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  const spans: (Span & { isLost?: boolean })[] = [];
  for (const { span, isLost } of all) {
    const last = spans.at(-1);
    if (last && span.start <= last.end) spans.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end), isLost: last.isLost ?? isLost });
    else spans.push({ ...span, isLost });
  }
  return assemble(spans.flatMap(({ start, end, isLost }, index): readonly Piece[] => {
    const shown = whole.fromRaw({ start, end });
    return [second.text.slice(spans[index - 1]?.end ?? 0, start), { shown: second.text.slice(start, end), was: whole.text.slice(shown.start, shown.end), isLost }];
  }).concat(second.text.slice(spans.at(-1)?.end ?? 0)));
}

/** Damages what `first` left with `second`; undefined where one of them finds nothing to damage. */
export function inTurn(first: DamageText, second: DamageText): DamageText {
  return (clean, random) => {
    const once = first(clean, random);
    const twice = once && second(once.text, random);
    return twice && compose(once, twice);
  };
}

/** Damages what `first` left with `second`, where the damage of `first` is no matter of this repair: right is what `first` left. */
export function onTopOf(first: DamageText, second: DamageText): DamageText {
  return (clean, random) => {
    const once = first(clean, random);
    return once && second(once.text, random);
  };
}
