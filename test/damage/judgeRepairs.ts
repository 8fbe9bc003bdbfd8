import type { Repair, Span } from '../../src/core/document';
import { repaired } from '../../src/core/repair/repaired';
import { edited, mapped } from '../../src/core/text/mappedText';
import type { Damage } from '../../src/worker/port';
import type { Damaged, Place } from './damaged';

/**
 * What became of a damaged text, the worst first: `wrong` where a repair that claims to be certain is not right or invents what was lost,
 * `collateral` where something else was changed, `missed` where damage is neither right nor flagged, `flagged` where a guess says that it
 * is one or a loss is told, and `exact` where the text is as it was.
 */
export const outcomes = ['wrong', 'collateral', 'missed', 'flagged', 'exact'] as const;
export type Outcome = typeof outcomes[number];

/** Of what is lost for good, at least this share has to be told to be. */
const toldShare = 0.8;

/** A stretch in which damage and repairs overlap. */
interface Knot { readonly span: Span; readonly places: readonly Place[]; readonly repairs: readonly Repair[] }

/** What `found` made of `damaged`; repairs that only writers ask for count where `isAsked`. */
export function judgeRepairs(damaged: Damaged, found: Damage, isAsked: boolean): Outcome {
  const repairs = found.repairs.filter(({ kind }) => isAsked || (kind !== 'punctuation' && kind !== 'spamLine'));
  const got = repaired(damaged.text, repairs);
  const right = edited(mapped(damaged.text), damaged.places);
  const isLostAtAll = damaged.places.some(({ isLost }) => isLost);
  if (got.text === right.text && !isLostAtAll) return 'exact';
  const texts = { got, right };
  const all = knotsOf(damaged.places, repairs).map(knot => judgeKnot(knot, texts, found));
  return outcomes.find(outcome => all.includes(outcome)) ?? 'exact';
}

interface Texts { readonly got: ReturnType<typeof repaired>; readonly right: ReturnType<typeof repaired> }

function judgeKnot({ span, places, repairs }: Knot, texts: Texts, { lost }: Damage): Outcome {
  const [got, right] = [texts.got, texts.right].map(text => {
    const shown = text.fromRaw(span);
    return text.text.slice(shown.start, shown.end);
  });
  if (places.length === 0) return got === right ? 'exact' : 'collateral';
  const told = lost.map(doubt => doubt.span);
  if (places.some(({ isLost }) => isLost)) {
    if (repairs.length > 0) return 'wrong';
    return places.every(place => coveredShare(place.span, told) >= toldShare) ? 'flagged' : 'missed';
  }
  if (got === right) return 'exact';
  const guesses = repairs.filter(({ certain }) => !certain).map(repair => repair.span);
  const sure = repairs.filter(({ certain }) => certain);
  if (sure.some(({ text }) => !right?.includes(text))) return 'wrong';
  const spans = [...told, ...guesses, ...sure.map(repair => repair.span)];
  if (!places.every(place => coveredShare(place.span, spans) === 1)) return 'missed';
  return guesses.length + told.filter(each => overlap(each, span)).length > 0 ? 'flagged' : 'wrong';
}

/** How much of `span` lies in `spans`; all or nothing of an empty one. */
function coveredShare(span: Span, spans: readonly Span[]): number {
  if (span.start === span.end) return spans.some(other => overlap(other, span)) ? 1 : 0;
  let covered = 0;
  for (let place = span.start; place < span.end; place += 1) if (spans.some(({ start, end }) => place >= start && place < end)) covered += 1;
  return covered / (span.end - span.start);
}

/** Whether two ranges share a unit; an empty one touches what it stands in or beside. */
function overlap(one: Span, other: Span): boolean {
  const isEmpty = one.start === one.end || other.start === other.end;
  return isEmpty ? one.start <= other.end && other.start <= one.end : one.start < other.end && other.start < one.end;
}

function knotsOf(places: readonly Place[], repairs: readonly Repair[]): readonly Knot[] {
  const parts: readonly Knot[] = [
    ...places.map(place => ({ span: place.span, places: [place], repairs: [] })),
    ...repairs.map(repair => ({ span: repair.span, places: [], repairs: [repair] })),
  ].sort((one, other) => one.span.start - other.span.start);
  const knots: Knot[] = [];
  for (const part of parts) {
    const last = knots.at(-1);
    if (last && overlap(last.span, part.span)) {
      knots.splice(-1, 1, { span: { start: last.span.start, end: Math.max(last.span.end, part.span.end) }, places: [...last.places, ...part.places], repairs: [...last.repairs, ...part.repairs] });
    } else knots.push(part);
  }
  return knots;
}
