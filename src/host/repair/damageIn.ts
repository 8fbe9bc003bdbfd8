import type { Repair, Span } from '../../core/document';
import type { Damage, LibraryPort } from '../../worker/port';

/** A text, or the parts of it (sorted, disjoint) that are to be mended. */
export interface DamagedText { readonly text: string; readonly parts?: readonly Span[] | undefined; readonly isMarkdown: boolean }

/**
 * The damage of a text, or of its parts: each of them is read within its text, which tells more, and by itself, as text around it may be
 * of another kind. Repairs are sorted and disjoint, and none reaches out of its part.
 */
export async function damageIn({ text, parts, isMarkdown }: DamagedText, library: LibraryPort): Promise<Damage> {
  const whole = await library.findDamage(text, { isMarkdown });
  if (!parts) return whole;
  const repairs = await Promise.all(parts.map(async part => {
    const within = whole.repairs.filter(({ span }) => span.start >= part.start && span.end <= part.end);
    const alone = await library.findDamage(text.slice(part.start, part.end), { isMarkdown });
    const damage = alone.repairs.filter(isDamage).map(repair => moved(repair, part.start));
    const further = apartFrom(within.filter(isDamage), damage);
    return [...further, ...apartFrom(further, within)];
  }));
  const lost = whole.lost.filter(({ span }) => parts.some(part => touch(span, part)));
  return { repairs: repairs.flat().sort((one, other) => one.span.start - other.span.start), lost };
}

/** What is code, an address or spam among other lines, only the whole text tells. */
const isDamage = ({ kind }: Repair): boolean => kind !== 'punctuation' && kind !== 'spamLine';

const moved = (repair: Repair, by: number): Repair => ({ ...repair, span: { start: repair.span.start + by, end: repair.span.end + by } });

/** Those of `repairs` that touch none of the `others`; both are sorted. */
function apartFrom(others: readonly Repair[], repairs: readonly Repair[]): readonly Repair[] {
  let next = 0;
  return repairs.filter(({ span }) => {
    while ((others[next]?.span.end ?? Infinity) <= span.start) next += 1;
    return (others[next]?.span.start ?? Infinity) >= span.end;
  });
}

const touch = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;
