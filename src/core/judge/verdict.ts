import type { BlockKind, Judge, Reason, Role } from '../document';

/** What a rule found a line to be. */
export interface Verdict {
  readonly role: Role;
  readonly reason: Reason;
  readonly by: Judge;
  readonly kind?: BlockKind;
}

/** A verdict of a rule; the role follows from the reason. */
export function ruled(reason: Reason, by: Judge = 'rule'): Verdict {
  return { role: roleOf(reason), reason, by };
}

const BODY: ReadonlySet<Reason> = new Set(['paragraph', 'heading', 'caption', 'editorsNote', 'guests']);
const METADATA: ReadonlySet<Reason> = new Set(['title', 'breadcrumb', 'dateline', 'byline', 'editor', 'credit', 'licence', 'disclaimer']);

/** The role that blocks with this reason have. */
export function roleOf(reason: Reason): Role {
  if (BODY.has(reason)) return 'body';
  return METADATA.has(reason) ? 'metadata' : 'boilerplate';
}
