import * as vscode from 'vscode';
import type { Citation } from '../../core/markdown/citations';
import { isBibliographyStart } from '../../core/markdown/bibliographyRegion';
import { scanNote } from '../../core/markdown/scan';
import type { Bibliographies, KnownCitations } from './bibliographies';
import { citationHtml, referencesHtml, type CitationRendering } from './citationHtml';
import type { MarkdownIt, PreviewEnvironment, Token } from './markdownIt';

const CITATION = 'seedbed_citation';
const REFERENCES = 'seedbed_references';

/** The built-in preview calls `extendMarkdownIt`; dispose to stop drawing previews again when a bibliography changes. */
export interface PreviewCitations extends vscode.Disposable { extendMarkdownIt<M>(md: M): M }

/** Lets the built-in preview show citations as references. It parses without knowing the note, so that keys are looked up when it renders. */
export function previewCitations(bibliographies: Bibliographies): PreviewCitations {
  const rendered = new Set<string>();
  const known = ({ currentDocument }: PreviewEnvironment): KnownCitations | undefined => {
    if (!currentDocument) return undefined;
    rendered.add(currentDocument.toString());
    return bibliographies.known(vscode.Uri.parse(currentDocument.toString()));
  };
  const listening = vscode.Disposable.from(
    bibliographies.onDidChange(note => { if (rendered.has(note.toString())) void refreshPreviews(); }),
    vscode.window.onDidChangeActiveTextEditor(editor => lookAhead(editor, bibliographies)),
    vscode.workspace.onDidCloseTextDocument(document => rendered.delete(document.uri.toString())),
  );
  lookAhead(vscode.window.activeTextEditor, bibliographies);
  return {
    extendMarkdownIt<M>(md: M): M {
      parseCitations(md as unknown as MarkdownIt);
      renderCitations(md as unknown as MarkdownIt, known);
      return md;
    },
    dispose: () => { listening.dispose(); },
  };
}

/** What a note cites is read when the note is opened, so that its first preview is right at once. */
function lookAhead(editor: vscode.TextEditor | undefined, bibliographies: Bibliographies): void {
  if (editor?.document.languageId === 'markdown') bibliographies.known(editor.document.uri);
}

/** Draws all previews again; where the built-in extension is switched off there are none. */
const refreshPreviews = (): Thenable<unknown> => vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);

/** What is known of tokens, beside them: the editor hands all that they hold themselves to its language server, at every change. */
const citations = new WeakMap<Token, CitationMeta>(), lists = new WeakMap<Token, ReferencesMeta>();

interface CitationMeta { readonly citation: Citation; /** Within a link, or without a list to lead to. */ isPlain: boolean; numbers: ReadonlyMap<string, number> }
interface ReferencesMeta { readonly numbers: ReadonlyMap<string, number>; readonly headed: boolean }

/** Citations where the scanner of the hover finds them, and one token for the list at the end. */
function parseCitations(md: MarkdownIt): void {
  // The editor parses the whole note at every change: paragraphs that stayed as they were are not scanned again.
  let before = new Map<string, ReadonlyMap<number, Citation>>(), found = before;
  const citationsIn = (src: string): ReadonlyMap<number, Citation> => {
    const at = found.get(src) ?? before.get(src) ?? new Map(scanNote(src).citations.map(citation => [citation.span.start, citation]));
    found.set(src, at);
    return at;
  };
  // The text of a picture is parsed on its own and shown without markup: only whole paragraphs may hold citations.
  let paragraphs: ReadonlySet<string> = new Set();
  md.core.ruler.before('inline', 'seedbed_paragraphs', state => {
    before = found;
    found = new Map();
    paragraphs = new Set(state.tokens.filter(token => token.type === 'inline').map(token => token.content));
  });
  md.inline.ruler.before('link', CITATION, (state, silent) => {
    if (!/[@[]/.test(state.src.charAt(state.pos)) || !state.src.includes('@', state.pos) || !paragraphs.has(state.src)) return false;
    const citation = citationsIn(state.src).get(state.pos);
    if (!citation || citation.span.end > state.posMax) return false;
    if (!silent) {
      const token = Object.assign(state.push(CITATION, '', 0), { content: state.src.slice(citation.span.start, citation.span.end) });
      citations.set(token, { citation, isPlain: state.linkLevel > 0, numbers: new Map() });
    }
    state.pos = citation.span.end;
    return true;
  });
  md.core.ruler.push(REFERENCES, state => {
    const hasList = state.tokens.some(({ type, content }) => type === 'html_block' && isBibliographyStart(content)), numbers = numberKeys(state.tokens, hasList);
    if (numbers.size === 0 || hasList) return;
    const list = new state.Token(REFERENCES, '', 0);
    list.block = true;
    lists.set(list, { numbers, headed: state.tokens.at(-1)?.type === 'heading_close' });
    state.tokens.push(list);
  });
}

/** Numbers the cited keys in the order they come, and tells them to every citation; with a list of its own the note gets no other. */
function numberKeys(tokens: readonly Token[], hasList: boolean): ReadonlyMap<string, number> {
  const cited = tokens.flatMap(token => token.children ?? []).flatMap(token => citations.get(token) ?? []);
  const keys = new Set(cited.flatMap(({ citation }) => citation.keys.map(({ key }) => key)));
  const numbers = new Map([...keys].map((key, at) => [key, at + 1]));
  for (const each of cited) Object.assign(each, { numbers, isPlain: each.isPlain || hasList });
  return numbers;
}

function renderCitations(md: MarkdownIt, known: (environment: PreviewEnvironment) => KnownCitations | undefined): void {
  // Every rendering comes with an environment of its own.
  const asked = new WeakMap<PreviewEnvironment, { readonly known: KnownCitations | undefined }>();
  const knownIn = (environment: PreviewEnvironment): KnownCitations | undefined => {
    const answer = asked.get(environment) ?? { known: known(environment) };
    asked.set(environment, answer);
    return answer.known;
  };
  md.renderer.rules[CITATION] = (tokens, index, _, environment) => {
    const token = tokens[index], meta = token && citations.get(token);
    return meta ? citationHtml(meta.citation, token.content, { ...renderingOf(knownIn(environment), meta.numbers), isPlain: meta.isPlain }) : '';
  };
  md.renderer.rules[REFERENCES] = (tokens, index, _, environment) => {
    const token = tokens[index], { numbers, headed } = (token && lists.get(token)) ?? { numbers: new Map<string, number>(), headed: true };
    return referencesHtml([...numbers.keys()], renderingOf(knownIn(environment), numbers), headed ? undefined : vscode.l10n.t('References'));
  };
}

/** Before the bibliography is read, and beside one that Seedbed does not read, no key is called unknown. */
function renderingOf(known: KnownCitations | undefined, numbers: ReadonlyMap<string, number>): CitationRendering {
  const complete = known !== undefined && known.bibliography.place.foreign.length === 0;
  return {
    item: key => known?.items.get(key),
    number: key => numbers.get(key) ?? 0,
    unknown: complete ? key => vscode.l10n.t('“{0}” is not in the bibliography.', key) : undefined,
  };
}
