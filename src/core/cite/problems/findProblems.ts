import type { SourceId, Span } from '../../document';
import type { Citation, CitedKey } from '../../markdown/citations';
import type { NoteScan } from '../../markdown/scan';
import { findTraps } from '../../markdown/traps/findTraps';
import type { TrapFix, TrapKind } from '../../markdown/traps/trap';
import type { CslItem } from '../cslItem';
import { outOfStep, type WrittenField } from './outOfStep';

/** What a key stands for in the bibliographies of a note and on the shelf. */
export interface KnownKey {
  /** How many entries have it. */
  readonly entries: number;
  /** What the first of them says; undefined for a broken one. */
  readonly item?: CslItem | undefined;
  readonly source?: SourceId | undefined;
  /** The entry that its source would be given now. */
  readonly made?: () => CslItem | undefined;
}

export interface KnownKeys {
  /** Whether there is no key at all: nothing is unknown then. */
  readonly isEmpty: boolean;
  find(key: string): KnownKey;
  /** Whether a key may be a slip of one that is known. */
  isNear(key: string): boolean;
}

interface AtKey { readonly span: Span; readonly key: string }

/** Something about a citation that the writer should know; all spans are offsets in the note. */
export type CitationProblem =
  | AtKey & { readonly kind: 'unknown' }
  | AtKey & { readonly kind: 'duplicate' }
  /** The entry names a file that is no source any more. */
  | AtKey & { readonly kind: 'gone'; readonly path: string }
  | AtKey & { readonly kind: 'outdated'; readonly source: SourceId; readonly fields: readonly WrittenField[] }
  /** A source is cited by the key it would be given, but has no entry. */
  | AtKey & { readonly kind: 'noEntry'; readonly source: SourceId }
  | AtKey & { readonly kind: TrapKind; readonly fixes: readonly TrapFix[] };

/** Everything that is amiss about the citations of a note, in order of place. */
export function findProblems(text: string, scan: NoteScan, keys: KnownKeys): readonly CitationProblem[] {
  const known = remembering(keys), has = (key: string): boolean => known(key).entries > 0 || known(key).source !== undefined;
  const traps = findTraps(text, scan).traps({ has });
  const labels = definedLabels(text), isLabel = (key: string): boolean => labels.has(key) || CROSS_REFERENCE.test(key);
  const swallowed = traps.filter(({ kind }) => kind === 'swallowed');
  const isSwallowed = ({ span }: CitedKey): boolean => swallowed.some(trap => trap.span.start <= span.start && span.end <= trap.span.end);
  const atKeys = scan.citations.flatMap(citation => citation.keys.filter(cited => !isSwallowed(cited)).flatMap(cited => {
    if (!has(cited.key)) return !keys.isEmpty && !isLabel(cited.key) && (isMeant(citation, cited) || keys.isNear(cited.key)) ? [{ kind: 'unknown' as const, span: cited.span, key: cited.key }] : [];
    return problemsAt(cited, known(cited.key));
  }));
  return [...traps, ...atKeys].sort((one, other) => one.span.start - other.span.start);
}

/** Labels of figures, tables, sections and the like in pandoc-crossref (`fig:`) and Quarto (`fig-`), and pandoc's sign for all entries. */
const CROSS_REFERENCE = /^(?:fig|tbl|tab|eq|eqn|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)[-:]|^\*$/i;

/** Names that the note itself makes links of: `[@name]: https://…`. */
function definedLabels(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^ {0,3}\[-?@([^[\]\n]{1,200})\]:[ \t]*<?[a-z][a-z0-9+.-]{1,15}:/gim)].map(hit => hit[1] ?? ''));
}

function remembering(keys: KnownKeys): (key: string) => KnownKey {
  const found = new Map<string, KnownKey>();
  return key => {
    const known = found.get(key) ?? keys.find(key);
    found.set(key, known);
    return known;
  };
}

/** Whether an unknown key is one beyond doubt: outside brackets `@name` is as often a person. */
export const isMeant = ({ bracketed }: Citation, { inText, braced }: CitedKey): boolean => bracketed || !inText || braced;

function problemsAt({ key, span }: CitedKey, { entries, item, source, made }: KnownKey): readonly CitationProblem[] {
  const at = { key, span };
  if (entries === 0) return source === undefined ? [] : [{ ...at, kind: 'noEntry', source }];
  const twice: readonly CitationProblem[] = entries > 1 ? [{ ...at, kind: 'duplicate' }] : [];
  const mark = item?.custom?.seedbed;
  if (!mark) return twice;
  if (source === undefined) return [...twice, { ...at, kind: 'gone', path: mark.path }];
  const now = made?.(), fields = now ? outOfStep(item, now) : [];
  return fields.length > 0 ? [...twice, { ...at, kind: 'outdated', source, fields }] : twice;
}
