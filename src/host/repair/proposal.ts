import * as vscode from 'vscode';
import type { Doubt, Repair, RepairKind, Span } from '../../core/document';
import { repaired } from '../../core/repair/repaired';
import type { Damage, LibraryPort } from '../../worker/port';
import { damageIn } from './damageIn';

/** The scheme of the texts that show what repairs would make of a document. */
export const repairScheme = 'seedbed-repair';

/** What could be repaired in a document as it stood at `version`, and which kinds of it the writer wants. */
export interface Proposal {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly text: string;
  /** The selected parts; undefined for all of it. */
  readonly parts: readonly Span[] | undefined;
  readonly damage: Damage;
  readonly kinds: ReadonlySet<RepairKind>;
  /** Where the repaired text is shown. */
  readonly shownAt: vscode.Uri;
}

/** Looks for damage in a document as it stands now. */
export async function propose(document: vscode.TextDocument, parts: readonly Span[] | undefined, library: LibraryPort): Promise<Proposal> {
  const { version } = document, text = document.getText();
  const damage = await damageIn({ text, parts, isMarkdown: document.languageId === 'markdown' }, library);
  return { document, version, text, parts, damage, kinds: new Set(), shownAt: await addressOf(document) };
}

/** The address keeps the name, which tells the language, and says whether the document can be changed; menus ask for that. */
async function addressOf(document: vscode.TextDocument): Promise<vscode.Uri> {
  const { uri } = document;
  const path = uri.path.startsWith('/') ? uri.path : `/${uri.path}`;
  return vscode.Uri.from({ scheme: repairScheme, authority: await isEditable(document) ? 'apply' : 'copy', path, query: uri.toString() });
}

async function isEditable({ uri, isUntitled }: vscode.TextDocument): Promise<boolean> {
  if (isUntitled) return true;
  if (!vscode.workspace.fs.isWritableFileSystem(uri.scheme)) return false;
  return vscode.workspace.fs.stat(uri).then(({ permissions }) => permissions !== vscode.FilePermission.Readonly, () => true);
}

/** Whether the document can be changed. */
export const canApply = ({ shownAt }: Proposal): boolean => shownAt.authority === 'apply';

/** The repairs of the kinds that were chosen. */
export const chosenRepairs = ({ damage, kinds }: Proposal): readonly Repair[] => damage.repairs.filter(({ kind }) => kinds.has(kind));

/** The text with the chosen repairs made. */
export const proposedText = (proposal: Proposal): string => repaired(proposal.text, chosenRepairs(proposal)).text;

/** Places of the proposed text that the writer should look at. */
export interface Suspects {
  readonly guesses: readonly { readonly span: Span; /** What stands there in the document. */ readonly instead: string }[];
  readonly lost: readonly { readonly span: Span; readonly doubt: Doubt }[];
}

/** What is guessed and what is lost in the proposed text. */
export function suspectsOf(proposal: Proposal): Suspects {
  const repairs = chosenRepairs(proposal);
  const shown = repaired(proposal.text, repairs);
  const guesses = repairs.filter(({ certain }) => !certain).flatMap(({ span, guesses: known }) => {
    const place = shown.fromRaw(span), instead = proposal.text.slice(span.start, span.end);
    const spans = known?.map(({ start, end }) => ({ start: place.start + start, end: place.start + end })) ?? [place];
    return spans.map(each => ({ span: each, instead }));
  });
  return { guesses, lost: proposal.damage.lost.map(doubt => ({ span: shown.fromRaw(doubt.span), doubt })) };
}

/** The selected parts after `changes`, which are sorted from the last to the first as the editor gives them. */
export function movedParts(parts: readonly Span[] | undefined, changes: readonly vscode.TextDocumentContentChangeEvent[]): readonly Span[] | undefined {
  return parts?.map(part => changes.reduce(moved, part));
}

function moved(part: Span, { rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): Span {
  const by = text.length - rangeLength;
  if (rangeOffset + rangeLength <= part.start) return { start: part.start + by, end: part.end + by };
  if (rangeOffset >= part.end) return part;
  const start = Math.min(part.start, rangeOffset);
  return { start, end: Math.max(part.end, rangeOffset + rangeLength) + by };
}
